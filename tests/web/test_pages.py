"""Overview, lists, actors and search of a served dossier, read as a person would."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from selon.model.actor import Actor, ActorKind, Mention
from selon.model.document import Document
from selon.model.span import Span
from selon.store.dossier import Dossier
from selon.web.app import application


def words_of(page) -> str:
    """Return the words that a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def test_the_overview_gives_articles_and_origins_as_a_pair(client):
    """The widest gap comes first, with both counts, and leads to its page."""
    page = client.get("/")
    assert page.status_code == 200
    row = next(r for r in re.findall(r"<tr>.*?</tr>", page.text, re.S) if "Douze personnes" in r)
    assert 'data-l="articles">10' in row and 'data-l="origines">2' in row
    link = re.search(r'href="(/claims/[^"]+)"', row)[1]
    assert "Douze personnes" in client.get(link).text


def test_the_list_of_claims_is_cut_and_sorted_by_its_address(client):
    """Sorting and limits are plain links and a plain form; the address is the permalink of the list."""
    by_articles = client.get("/claims?sort=articles").text
    counts = [int(n) for n in re.findall(r'data-l="articles?">(\d+)</td>', by_articles)]
    assert counts == sorted(counts, reverse=True) and len(counts) > 20
    circular = words_of(client.get("/claims?state=circular"))
    assert "Ostrey Holdings" in circular and "Douze personnes" not in circular
    assert 'value="circular" selected' in client.get("/claims?state=circular").text


def test_an_actor_is_given_by_name(client):
    """Who types a name, or takes one that is proposed, gets the claims of that actor; of nobody, none."""
    answer = client.get("/claims?actor=ormelin")
    page, found = answer.text, words_of(answer)
    assert "Affirmations que Baptiste Ormelin porte ou conteste" in found and "dix-neuf" in found
    assert "Front-month milling wheat" not in found and 'value="Baptiste Ormelin"' in page
    assert "Aucun acteur de ce nom" in words_of(client.get("/claims?actor=zyzzyva")).replace("\xa0", " ")
    assert client.get("/api/claims?actor=ormelin").json()["total"] == len(re.findall("<tr data-row", page))


def test_a_list_is_sorted_where_no_head_of_a_table_is_seen(client):
    """On a phone the form itself holds the order; the first choice is the order that is taken unasked."""
    page = client.get("/claims?sort=first").text
    assert re.search(r'<select name="sort">.*<option value="first" selected>premier texte</option>', page)
    assert '<option value="">écart entre articles et origines</option>' in page


def test_the_list_shows_dates_as_they_are_printed(client):
    """The first text came out at 05:12 by its own clock; a day without hour stays a day."""
    row = client.get("/claims").text.partition("Douze personnes")[2].partition("</tr>")[0]
    assert "4 mars 05:12" in row and "00:00" not in client.get("/claims").text


@pytest.mark.parametrize("query", ["sort=nonsense", "from=-1", "from=9e9", "from=99999999999", "since=x';--",
                                   "words=%00%ff", "words=" + "x" * 5000, "words=%22%20OR", "actor=%3Cb%3E",
                                   "state=%F0%9F%98%80", "language=xx"])  # fmt: skip
def test_odd_values_are_no_error(client, query):
    """Any value may stand in an address: the list says what it found, or that there is nothing."""
    for path in ("/claims", "/actors", "/search"):
        assert client.get(f"{path}?{query}").status_code == 200


def test_search_folds_accents_and_says_what_it_looked_for(client):
    """Words are found without accents and in other numbers; nothing found, the page says what was asked."""
    assert words_of(client.get("/search?q=blesses")).count("Douze personnes ont été blessées")
    assert words_of(client.get("/search?q=blessés")).count("Douze personnes ont été blessées")
    nothing = words_of(client.get("/search?q=zyzzyva"))
    assert "Rien dans ce dossier" in nothing and "zyzzyva" in nothing


def test_the_same_words_are_found_once(client):
    """Copies of one sentence are one passage with the documents that have it; the words asked are marked."""
    page = client.get("/search?q=incendie+violent").text
    assert page.count("Un violent") - page.count('<span class="asked">violent</span>') <= 2
    passage = page[page.index("dans la nuit de lundi à mardi à Port-Lazare, dans le silo 4") :]
    assert "aussi dans" in passage and '<span class="asked">incendie</span>' in page


def test_a_pasted_text_is_placed_sentence_by_sentence(client):
    """Each sentence has its nearest passage and claim, or nothing; the text is not added."""
    text = "Le dépôt abritait un stock d’ammonitrate, selon l’exploitant. Le pain sera rationné dès lundi."
    page = words_of(client.post("/search", data={"text": text}))
    assert "1 phrase sur 2" in page.replace("\xa0", " ")
    assert "mot pour mot" in page and "d14" in page
    assert client.get("/api/dossier").json()["totals"]["documents"] == 18


def test_a_text_too_long_is_refused_with_the_way_out(client):
    """The limit, the length and what to do instead."""
    page = client.post("/search", data={"text": "mot " * 6000})
    assert page.status_code == 413 and "fichier" in page.text


def test_an_actor_has_its_names_reasons_and_claims(client):
    """From the list to one actor: every place that names it, in the exact words."""
    found = re.search(r'href="(/actors/[^"]+)">Baptiste Ormelin<', client.get("/actors").text)
    page = words_of(client.get(found[1]))
    assert "Baptiste Ormelin" in page and "dix-neuf" in page
    assert client.get("/actors/nobody").status_code == 404


def test_a_sentence_that_names_an_actor_twice_is_quoted_once(tmp_path):
    """Both mentions are marked in the one quotation; another sentence has its own."""
    text = "Le maire a promis, dit le maire. Rien ne presse, selon le maire."
    places = [m.start() for m in re.finditer("[Ll]e maire", text)]
    mentions = tuple(Mention("d1", Span(at, at + 8), text[at : at + 8]) for at in places)
    with Dossier(tmp_path / "twice.selon", create=True) as dossier, dossier.writing() as writer:
        writer.put_document(Document(id="d1", text=text, lang="fr"))
        writer.put_actors([Actor("a1", "le maire", ActorKind.office, mentions)], ())
        writer.put_lists()
    reader = TestClient(application(tmp_path / "twice.selon", "fr"), base_url="http://127.0.0.1")
    quoted = re.findall(r"<blockquote.*?</blockquote>", reader.get("/actors/a1").text, re.S)
    assert [one.count("w-src") for one in quoted] == [2, 1]


def test_what_was_set_aside_is_listed(client):
    """The cookie wall of the sample, with its reason."""
    assert "cookie" in words_of(client.get("/rejects"))


def test_hostile_words_stay_words(tmp_path):
    """Markup, scripts and overrides in titles and names are shown as they are written, and run nowhere."""
    evil = "<script>alert(1)</script>\u202eevil \"'><img src=x onerror=alert(1)>" + "x" * 10_000
    with Dossier(tmp_path / "evil.selon", create=True) as dossier, dossier.writing() as writer:
        writer.put_document(Document(id="<b>&/?#", text=evil, lang="fr", title=evil, outlet=evil))
        writer.put_lists()
    reader = TestClient(
        application(tmp_path / "evil.selon", "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    )
    for path in ("/", "/claims", "/actors", "/search?q=script", f"/search?q={'<script>alert(1)</script>'}"):
        page = reader.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "<img" not in page.text


def test_an_empty_dossier_says_so(tmp_path):
    """No document: one sentence and a way out on every page."""
    Dossier(tmp_path / "empty.selon", create=True).close()
    reader = TestClient(
        application(tmp_path / "empty.selon", "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    )
    for path in ("/", "/claims", "/actors", "/search?q=mot", "/search?q=mot&mode=meaning", "/rejects"):
        assert reader.get(path).status_code == 200
    assert "Aucun document" in reader.get("/", headers={"accept-language": "fr"}).text


def test_the_case_has_the_name_that_its_user_gave(tmp_path):
    """A title is shown on every page; without one, or with an empty one, the file gives the name."""
    with Dossier(tmp_path / "a.selon", create=True) as dossier:
        reader = TestClient(
            application(tmp_path / "a.selon", "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
        )
        for title, shown in (("L’affaire <du> port", "L’affaire &lt;du&gt; port"), (" ", ">a<")):
            with dossier.writing() as writer:
                writer.put_title(title)
            assert shown in reader.get("/").text


def test_the_one_file_report_is_a_click_away(client):
    """The overview leads to the HTML dossier, whose own policy lets nothing be loaded."""
    page = client.get("/report.html")
    assert page.status_code == 200 and "default-src 'none'" in page.headers["content-security-policy"]
