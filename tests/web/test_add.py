"""Adding on the pages: files and texts become documents, their bytes stay, and limits are said."""

from __future__ import annotations

import pytest

from selon.ingest.deposit import plain_name
from selon.store.dossier import Dossier
from selon.web import forms

TEXT = "Le pont du canal restera fermé jusqu'à samedi, a indiqué le service des routes de Castelmire.\n"


def documents(path):
    with Dossier(path) as dossier, dossier.snapshot() as view:
        return {d.id: d for d in view.documents()}


def send(client, files=(), **fields):
    given = [("files", (name, data, "text/plain")) for name, data in files]
    answer = client.post("/add", data=fields, files=given or None, follow_redirects=False)
    assert client.app.state.runs.wait(60)
    return answer


def test_a_file_becomes_a_document_and_its_bytes_stay(desk, small_case):
    """The answer leads to the page of runs; the capture is kept beside the dossier."""
    answer = send(desk, [("pont.txt", TEXT.encode())])
    assert (answer.status_code, answer.headers["location"]) == (303, "/runs")
    doc = documents(small_case)["pont"]
    assert doc.text == TEXT
    kept = list(small_case.with_name("case.selon.files").rglob("*.txt"))
    assert [p.read_text(encoding="utf-8") for p in kept] == [TEXT]
    assert "Nouveaux\u00a0: 1" in desk.get("/runs").text
    assert "pont du canal" in desk.get("/claims").text


def test_a_pasted_text_becomes_a_document_with_its_fields(desk, small_case):
    """Title, outlet, date and address are what the analyst says; the text is unaltered."""
    send(
        desk,
        text=TEXT.replace("\n", "\r\n"),
        title='Le pont "fermé"',
        outlet="Canal-Infos",
        date="2025-03-06 07:30",
        url="https://canal.example/pont",
    )
    doc = next(d for i, d in documents(small_case).items() if i.startswith("p-"))
    assert (doc.text, doc.title, doc.outlet) == (TEXT, 'Le pont "fermé"', "Canal-Infos")
    assert doc.published.value.startswith("2025-03-06T07:30") and doc.url.endswith("/pont")


def test_a_broken_file_is_set_aside_and_the_rest_is_read(desk, small_case):
    """A file that is no article is counted and listed with its reason; the others come in."""
    send(desk, [("pont.txt", TEXT.encode()), ("photo.json", b"{}"), ("lignes.jsonl", b"{broken\n")])
    assert "pont" in documents(small_case)
    page = desk.get("/runs").text
    assert "Écartés\u00a0: 2" in page
    with Dossier(small_case) as dossier, dossier.snapshot() as view:
        assert len(view.rejects()) == 2 and all(r.reason for r in view.rejects())


def test_files_of_one_name_are_both_kept(desk, small_case):
    """Two files called alike keep their bytes; none overwrites the other."""
    send(desk, [("a.txt", TEXT.encode()), ("../../a.txt", TEXT.replace("pont", "quai").encode())])
    names = sorted(p.name for p in small_case.with_name("case.selon.files").rglob("*.txt"))
    assert names == ["a-2.txt", "a.txt"]
    assert {"a", "a-2"} <= set(documents(small_case))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\pages\\Un article.HTML", "Un-article.html"),
        (".htaccess", "htaccess"),
        ("", "document"),
        ("..", "document"),
        ("a\u0000b<script>.txt", "a-b-script.txt"),
        ("x" * 300 + ".md", "x" * 80 + ".md"),
        ("lignes.jsonl.gz", "lignes.jsonl.gz"),
        ("évasion – été.txt", "évasion-été.txt"),
    ],
)
def test_names_of_files_are_made_plain(given, name):
    """No path, no sign, nothing hidden; the kind of file is kept."""
    assert plain_name(given) == name


def test_an_address_becomes_a_document_and_a_wrong_one_is_set_aside(desk, small_case, monkeypatch):
    """What the reader asks for is fetched by the run; the page keeps its address."""
    from selon.errors import RecordError
    from selon.ingest.fetch import Fetched
    from selon.pipeline import fetching

    def answer(url):
        if "pont" not in url:
            raise RecordError(url, "the server answered 404: save the page from a browser instead")
        return Fetched(url, f"<html><body><article><p>{TEXT}</p></article></body></html>".encode(), True)

    monkeypatch.setattr(fetching, "fetch", answer)
    send(desk, addresses="https://canal.example/pont\nhttps://canal.example/gone\n\n")
    doc = next(d for i, d in documents(small_case).items() if i.startswith("a-"))
    assert doc.url == "https://canal.example/pont" and TEXT.strip() in doc.text
    with Dossier(small_case) as dossier, dossier.snapshot() as view:
        assert [(r.record, "404" in r.reason) for r in view.rejects()] == [
            ("https://canal.example/gone", True)
        ]
    assert "Écartés\u00a0: 1" in desk.get("/runs").text


def test_a_list_of_addresses_is_bounded(desk):
    """selon is no crawler."""
    answer = send(desk, addresses="\n".join(f"https://canal.example/{n}" for n in range(21)))
    assert answer.status_code == 413 and "20 adresses" in answer.text


def test_nothing_sent_is_said(desk):
    """An empty form changes nothing and says what to do."""
    answer = send(desk, text="  \n ")
    assert answer.status_code == 400 and "choisissez un fichier" in answer.text


def test_a_text_beyond_the_limit_is_refused_with_the_way_out(desk, monkeypatch):
    """Limit and length are said, and how to add the text as a file."""
    monkeypatch.setattr(forms, "MAX_TEXT", 50)
    answer = send(desk, text="x" * 51)
    assert answer.status_code == 413
    assert "51 signes" in answer.text and "fichier" in answer.text


def test_an_envoi_beyond_the_limit_is_refused(desk, monkeypatch):
    """Announced or counted while it comes: too many bytes are a page, and nothing is kept."""
    monkeypatch.setattr(forms, "MAX_SENT", 2_000)
    answer = send(desk, [("a.txt", b"x" * 3_000)])
    assert answer.status_code == 413 and "selon trace" in answer.text

    def stream():
        for _ in range(10):
            yield b"x" * 1_000

    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert desk.post("/add", content=stream(), headers=headers).status_code == 413


def test_many_parts_are_refused(desk, small_case):
    """A form of thousands of fields or files costs nothing and keeps nothing."""
    many = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(forms.MAX_FILES + 1)]
    assert desk.post("/add", files=many).status_code == 413
    fields = {f"f{n}": "x" for n in range(200)}
    assert desk.post("/add", data=fields, files=[("files", ("a.txt", b"x"))]).status_code == 400
    assert not small_case.with_name("case.selon.files").exists()


def test_the_page_says_what_is_taken_and_what_is_not(desk):
    """Kinds, limits and where bytes are kept; who fetches an address is said."""
    page = desk.get("/add").text
    assert "case.selon.files" in page and "256" in page and "le média voit la demande" in page
    assert 'enctype="multipart/form-data"' in page


def test_who_may_only_read_is_told_so(small_case):
    """On a shared address the page of additions is refused in words."""
    from fastapi.testclient import TestClient

    from selon.web.app import application

    app = application(small_case, "fr", frozenset({"192.0.2.7"}))
    far = TestClient(app, base_url="http://192.0.2.7", client=("192.0.2.99", 50000))
    assert far.get("/add").status_code == 403
    assert 'action="/judge' not in far.get("/judgements").text
