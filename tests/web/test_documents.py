"""Documents: the list, the reader, and the capture that a document was read from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from selon.model.document import Capture, Document
from selon.model.identity import Made
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from selon.report.questions.case import anchor
from selon.store.dossier import Dossier
from selon.web.app import application
from tests.report.hostile import EVIL


def _listed(page: str) -> list[str]:
    return re.findall(
        r'<tr data-row><td class="idc"><a class="sig" href="/documents/[^"]+" dir="auto">([^<]+)', page
    )


def _served(path: Path, *docs: Document) -> TestClient:
    with Dossier(path, create=True) as dossier, dossier.writing() as writer:
        for doc in docs:
            writer.put_document(doc)
    return TestClient(application(path, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


# the list


def test_the_list_goes_by_time_and_can_be_turned(client):
    """Documents stand in the order of publication; the newest come first when asked."""
    first = _listed(client.get("/documents").text)
    assert first[0] == "d01" and len(first) == 18
    assert _listed(client.get("/documents?sort=newest").text)[0] == "d18"
    assert _listed(client.get("/documents?sort=copies").text)[0] == "d01"


def test_filters_are_plain_addresses(client):
    """Language, outlet, copies, days and words cut the list, alone and together."""
    assert set(_listed(client.get("/documents?language=es").text)) == {"d07", "d12"}
    assert set(_listed(client.get("/documents?outlet=APV").text)) == {"d01", "d10"}
    assert "d09" in _listed(client.get("/documents?state=copies&language=en").text)
    assert "d01" in _listed(client.get("/documents?state=originals").text)
    assert _listed(client.get("/documents?since=2025-03-09").text) == ["d18"]
    assert "d06" in _listed(client.get("/documents?words=depart+volontaire").text)


def test_the_list_says_how_many_and_where_to_load_them(client):
    """The total stands at the head, and the same question goes to CSV and JSON."""
    page = client.get("/documents?language=es").text
    assert "18 documents" in page.replace("\u00a0", " ")
    assert 'href="/api/documents.csv?language=es"' in page and 'href="/api/documents?language=es"' in page


def test_nothing_found_gives_a_way_out(client):
    """A filter that keeps nothing, and a page beyond the last, say so and lead back."""
    assert "Rien dans ce dossier." in client.get("/documents?words=zzzz").text
    assert "Revenir au début" in client.get("/documents?from=5000").text


def test_an_empty_dossier_says_what_to_do(tmp_path):
    """No document: one sentence and the way to add some."""
    assert "Aucun document." in _served(tmp_path / "e.selon").get("/documents").text


def test_undated_documents_are_said(tmp_path):
    """A document without a date says so and is found by that."""
    reader = _served(tmp_path / "u.selon", Document("a", "Le silo a brûlé.", "fr"))
    page = reader.get("/documents?state=undated").text
    assert _listed(page) == ["a"] and "non daté" in page


# the reader


def test_the_reader_names_source_and_change(client):
    """The changed copy shows whose word it is, what stood in its original, and where to compare."""
    page = client.get("/documents/d06").text
    assert "des sources proches de l’enquête" in page
    assert "Douze → Vingt et une" in page
    assert 'href="/compare?a=d04&amp;b=d06"' in page and 'href="/compare?a=d06&amp;b=d09"' in page


def test_what_a_copy_adds_is_called_its_own(client):
    """Beside a sentence taken over stands the sentence that it answers; beside a new one, that it is new."""
    page = client.get("/documents/d06").text
    added = page.partition("départ de feu volontaire")[2].partition('<div class="r')[0]
    assert "Propre à ce texte" in added and "d04" not in added
    kept = page.partition("Les deux blessés les plus atteints")[2].partition('<div class="r')[0]
    assert "phrase 3" in kept and "Propre à ce texte" not in kept


def test_the_title_is_the_one_main_heading(client):
    """Every document has one h1: its title, in its place in the text when it stands there."""
    for ident in ("d01", "d06", "d09", "d14%232"):
        assert client.get(f"/documents/{ident}").text.count("<h1") == 1


def test_every_statement_has_an_anchor(client, traced):
    """A link to a statement finds its place in the reader."""
    with Dossier(traced) as dossier, dossier.snapshot() as view:
        said = view.statements("d08")
    page = client.get("/documents/d08").text
    assert said and all(f'id="{anchor("s", s.id)}"' in page for s in said)


def test_furniture_is_dimmed_and_what_is_left_out_is_told(client):
    """Page furniture stays readable; sentences that a copy omits are given with their numbers."""
    page = client.get("/documents/d06").text
    assert 'class="boil"' in page and "Sur le même sujet" in page
    assert "Omis" in page and "stock d&#39;ammonitrate" in page


def test_neighbours_in_time_are_one_step_away(client):
    """From a document to the one published before and the one after; the first has none before."""
    page = client.get("/documents/d02").text
    assert 'rel="prev" href="/documents/d01"' in page and 'rel="next" href="/documents/d03"' in page
    assert "Premier document" in client.get("/documents/d01").text


def test_a_wrong_id_is_one_sentence(client):
    """An id that names nothing is said, with a way to the list."""
    page = client.get("/documents/d99<script>")
    assert page.status_code == 404 and "Aucun document" in page.text and "<script>" not in page.text


@pytest.mark.parametrize(
    "doc",
    [
        Document("a", "", "fr"),
        Document("a", "Rien ici ne rapporte rien.", "fr"),
        Document("a", "قال المتحدث باسم الميناء إن الحريق تحت السيطرة.", "ar", title="حريق"),
        Document(
            "a", "x" * 30_000, "und", title=EVIL, outlet=EVIL, byline="\u202e" + EVIL, url="javascript:1"
        ),
        Document("a/b ?#ü", f"Le pont est fermé, dit {EVIL}.", "fr"),
    ],
)
def test_odd_documents_are_read_all_the_same(tmp_path, doc):
    """Empty, silent, right-to-left and hostile texts give a page of text, its direction taken from it."""
    reader = _served(tmp_path / "o.selon", doc)
    address = re.search(r'href="(/documents/[^"]+)" dir', reader.get("/documents").text)
    page = reader.get(address[1])
    assert page.status_code == 200 and 'dir="auto"' in page.text
    assert (
        "<script>alert" not in page.text and "<img src=x" not in page.text and "javascript:" not in page.text
    )


# the capture


def test_the_capture_is_shown_as_text(client):
    """The source of the page stands there escaped, with place, size and digest."""
    page = client.get("/captures/d06").text
    assert "&lt;html" in page and "<cookie" not in page and re.search(r"[0-9a-f]{64}", page)


def test_the_download_is_never_opened_by_a_browser(client, traced):
    """The very bytes come as an attachment without a type that a browser would run."""
    with Dossier(traced) as dossier, dossier.snapshot() as view:
        wanted = view.document("d06").capture.sha256
    answer = client.get("/captures/d06?download=1")
    assert hashlib.sha256(answer.content).hexdigest() == wanted
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-security-policy"].startswith("sandbox")


def _captured(tmp_path: Path, data: bytes, where: str | None = None) -> TestClient:
    digest = hashlib.sha256(data).hexdigest()
    capture = Capture(digest, len(data), where or str(tmp_path / "page.html"), "text/html", "utf-8")
    return _served(tmp_path / "c.selon", Document("a", "Le silo.", "fr", capture=capture))


def test_a_changed_or_missing_file_is_said_and_not_shown(tmp_path):
    """Bytes whose digest is not the capture's are never given out; a missing file is said."""
    reader = _captured(tmp_path, b"<p>Le silo.</p>")
    assert "n’est plus à cette place" in reader.get("/captures/a").text
    (tmp_path / "page.html").write_bytes(b"<p>La silo.</p>")
    page = reader.get("/captures/a")
    assert "n’est plus celle de la capture" in page.text and "La silo" not in page.text
    assert reader.get("/captures/a?download=1").status_code == 404
    (tmp_path / "page.html").write_bytes(b"<p>Le silo.</p>")
    assert "&lt;p&gt;Le silo.&lt;/p&gt;" in reader.get("/captures/a").text


@pytest.mark.parametrize(
    "where", ["/dev/zero", "/etc/passwd", "\x00", "https://example.org/a", "rows.jsonl:3"]
)
def test_no_other_file_is_ever_read(tmp_path, where):
    """A dossier made elsewhere may name any place: without the digest nothing of it is shown."""
    page = _captured(tmp_path, b"<p>Le silo.</p>", where).get("/captures/a")
    assert page.status_code == 200 and "<pre" not in page.text


def test_only_documents_of_the_dossier_have_captures(client):
    """A path in the address is no document."""
    for path in ("..%2F..%2Fetc%2Fpasswd", "/etc/passwd", "d99"):
        assert client.get(f"/captures/{path}").status_code == 404


def _long(tmp_path: Path, count: int) -> TestClient:
    text = "\n".join(f"Le silo numéro {n} a brûlé dans la nuit de lundi à mardi." for n in range(count))
    path = tmp_path / "m.selon"
    made = Made("statements", 1, "by hand")
    at = text.index("Le silo numéro 1700")
    told = Statement(
        "far", "a", (Span(at, at + 19),), (), (), Form.direct, Stance.asserts, SourceKind.unattributed, made
    )
    with Dossier(path, create=True) as dossier, dossier.writing() as writer:
        writer.put_document(Document("a", text, "fr"))
        writer.put_findings(Document("a", text, "fr"), (told,), ())
    return TestClient(application(path, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


def test_a_text_of_a_megabyte_is_read_page_by_page(tmp_path):
    """A very long text is shown in stretches, each of bounded size, and none of it is out of reach."""
    reader = _long(tmp_path, 18_000)
    first = reader.get("/documents/a").text
    assert len(first) < 700_000 and "numéro 1499 a" in first and "numéro 1500 a" not in first
    assert "numéro 17999 a" in reader.get("/documents/a?from=16500").text
    assert "numéro 0 a" in reader.get("/documents/a?from=99999").text


def test_a_link_to_a_far_statement_leads_to_its_page(tmp_path):
    """The anchor of a statement on another page of the text stands there as a link to that page."""
    reader = _long(tmp_path, 2_000)
    name = anchor("s", "far")
    assert f'id="{name}" href="/documents/a?from=1500#{name}"' in reader.get("/documents/a").text
    assert f'<span id="{name}">' in reader.get("/documents/a?from=1500").text


def test_a_singular_trait_is_marked_with_the_texts_that_share_it(client):
    """The misspelt quay of d04 stands marked in its copy, with the texts that have it too."""
    page = client.get("/documents/d06").text
    line = page[page.index("dans le silo 4 du dépôt de grains du quai des") :]
    assert '<span class="x-trait">Saliens</span>' in line[:300]
    note = line[: line.index("Vingt et une")]
    assert (
        "Saliens" in note and "aussi dans" in note and "/documents/d04" in note and "/documents/d09" in note
    )
