"""Comparing: aligned sentences side by side, what changed named, the evidence for the direction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from selon.model.document import Document
from selon.model.identity import Made
from selon.model.passage import Passage, ReuseKind
from selon.model.span import Span
from selon.store.dossier import Dossier
from selon.web.app import application
from tests.report.hostile import EVIL
from tests.web.test_pages import words_of


def _rows(page: str) -> list[str]:
    """Return the rows of a comparison as plain words, one string a row."""
    found = re.findall(
        r'<div class="pr [a-z]+"[^>]*data-row.*?(?=<div class="pr|<div class="ev-col")', page, re.S
    )
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]


def _row(page: str, words: str) -> str:
    return next(row for row in _rows(page) if words in row)


def test_a_translation_is_aligned_sentence_by_sentence(client):
    """Each French sentence stands beside its English one; what the translation leaves out says so."""
    page = client.get("/compare?a=d06&b=d09").text
    assert "Twenty-one persons" in _row(page, "Vingt et une personnes")
    assert "plume of black smoke" in _row(page, "Un panache de fumée")
    assert "omis" in _row(page, "Les riverains ont été invités")
    assert "sans équivalent" in _row(page, "Dunmarrow’s consulate")
    assert "traduction non créditée" in page and "d06, puis d09" in page


def test_a_changed_figure_is_named(client):
    """The copy that turned twelve into twenty-one shows both words, and the kind of the change."""
    page = client.get("/compare?a=d04&b=d06").text
    row = _row(page, "Vingt et une personnes")
    assert "Douze personnes" in row and "chiffre" in row and "Douze → Vingt et une" in row
    assert re.search(r'class="[^"]*chg[^"]*">Vingt et une', page)


def test_a_lost_negation_is_named(client):
    """The copy that dropped the negation shows it as one, not as wording."""
    row = _row(client.get("/compare?a=d04&b=d14").text, "abritait aucun stock")
    assert "Le dépôt abritait un stock" in row and "négation" in row
    same = _row(client.get("/compare?a=d04&b=d14").text, "Douze personnes")
    assert "mot pour mot" in same


def test_the_ladder_shows_every_level_found_or_not(client):
    """Levels 5 to 1 stand in order; those with evidence give its words."""
    page = client.get("/compare?a=d01&b=d03").text
    rungs = re.findall(r'<li class="(hit|off)"><b>(\d)</b>', page)
    assert [level for _, level in rungs] == ["5", "4", "3", "2", "1"]
    assert rungs[0][0] == "hit" and rungs[-1][0] == "off"
    assert "Radio Orvanche avec APV" in page


def test_an_undecided_direction_is_said(client):
    """Two sister copies are tied without a direction, and the page says so."""
    page = client.get("/compare?a=d03&b=d05").text
    assert "sens indécidé" in page and "Le sens est décidé" not in page


def test_swapping_turns_the_sides_and_keeps_the_sense(client):
    """The link that swaps gives the same finding with the columns exchanged."""
    page = client.get("/compare?a=d09&b=d06").text
    assert '<cite dir="auto">The Dunmarrow Ledger</cite>, repris de' in page
    assert "d06, puis d09" in page and "omis" in _row(page, "Les riverains ont été invités")
    assert 'href="/compare?a=d06&amp;b=d09"' in page


def test_only_changes_leaves_out_what_is_the_same(client):
    """Asked for changes only, the page keeps them and drops sentences copied word for word."""
    page = client.get("/compare?a=d04&b=d14&only=changes").text
    assert "abritait un stock" in _row(page, "Le dépôt")
    assert not [row for row in _rows(page) if "Le feu était circonscrit" in row]


def test_counts_that_hang_on_the_link_are_listed(client):
    """The claims of both texts are named with their count, and what it would be without the link."""
    page = client.get("/compare?a=d06&b=d09").text
    assert "Ce qui en dépend" in page and "2 sans ce lien" in page


def test_two_texts_without_a_passage_are_shown_whole(client):
    """One sentence says that nothing is shared, and both texts stand there."""
    page = client.get("/compare?a=d10&b=d12").text
    assert "aucun passage commun" in page
    assert all(" – " in row for row in _rows(page))


def test_without_two_documents_the_page_offers_pairs(client):
    """The form names every document; below it stand the pairs that share passages, linked ones first."""
    page = client.get("/compare").text
    assert '<option value="d06">' in page and 'href="/compare?a=d06&amp;b=d09"' in page
    assert "preuve 5" in page.partition("sans lien retenu")[0]
    assert "deux fois le même" in client.get("/compare?a=d01&b=d01").text


def test_the_rows_go_to_a_table_and_to_programs(client):
    """The comparison downloads as CSV and JSON with offsets, changes and the link."""
    page = client.get("/compare?a=d04&b=d06").text
    assert 'href="/api/compare.csv?a=d04&amp;b=d06"' in page
    found = client.get("/api/compare?a=d04&b=d06").json()
    changes = [c for row in found["rows"] for c in row["changes"]]
    assert {"kind": "figure", "a": "Douze", "b": "Vingt et une"} in changes
    assert found["edge"]["source"] == "d04" and found["edge"]["derived"] == "d06"
    assert "Vingt et une" in client.get("/api/compare.csv?a=d04&b=d06").text
    assert client.get("/api/compare?a=d04&b=nope").status_code == 404


@pytest.mark.parametrize("query", ["a=nope&b=d01", "a=d01&b=%22%3E%3Cscript%3E", "a=nope"])
def test_a_wrong_id_is_one_sentence(client, query):
    """An id that names nothing gives a calm page in the reader's words."""
    page = client.get(f"/compare?{query}")
    assert page.status_code == 404 and "Aucun document" in page.text and "<script>" not in page.text


def test_odd_values_change_nothing(client):
    """Unknown, huge and odd values of the query give the comparison as it is."""
    page = client.get("/compare?a=d06&b=d09&only=%00&from=99999999999999&x=" + "y" * 3000)
    assert page.status_code == 200 and len(_rows(page.text)) == 11


def test_hostile_texts_stay_text(tmp_path: Path):
    """Markup in titles, outlets, ids and texts is shown as characters, on both pages."""
    text = f"Le pont est fermé, dit {EVIL}. \u202eرقم ١٢ في الميناء. {'x' * 10_000}"
    span = Span(0, len(text))
    with Dossier(tmp_path / "h.selon", create=True) as dossier, dossier.writing() as writer:
        for ident in (EVIL, "b ü/#?"):
            writer.put_document(Document(ident, text, "ar", title=EVIL, outlet=EVIL))
        made = Made("reuse", 1, EVIL)
        writer.put_passages([Passage(EVIL, span, "b ü/#?", span, ReuseKind.verbatim, 1.0, made)])
    reader = TestClient(
        application(tmp_path / "h.selon", "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    )
    for address in ("/compare", reader.get("/compare").text.partition('href="/compare?a')[2]):
        path = address if address.startswith("/") else "/compare?a" + address.partition('"')[0]
        page = reader.get(path.replace("&amp;", "&"))
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "<img src=x" not in page.text
        assert 'dir="auto"' in page.text


def test_counts_that_a_link_does_not_touch_are_told_in_one_sentence(client):
    """An undecided link: the claims of both texts are listed, and that their counts stand is said once."""
    page = words_of(client.get("/compare?a=d03&b=d05"))
    assert page.count("leur compte n’en dépend pas") == 1
    assert page.count("sans ce lien") == 0
