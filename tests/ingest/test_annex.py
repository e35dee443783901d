"""A republished article inside another is a document of its own; nothing of either is lost."""

from __future__ import annotations

import pytest

from selon.ingest.assemble import Stated, documents, one_document
from selon.model.document import Capture, CreditKind, PartKind
from tests.ingest.pages import ANNEX, DUMP

CAPTURE = Capture("0" * 64, len(ANNEX), "x.txt", "text/plain", "utf-8")


def pair(text=ANNEX):
    return documents("x", text, Stated(), CAPTURE)


def test_an_annex_becomes_a_second_document():
    """Two slices that together are the file; the second knows its host and its place in the capture."""
    host, annex = pair()
    assert (host.id, annex.id, annex.host, host.host) == ("x", "x#2", "x", None)
    assert host.text + annex.text == ANNEX
    assert annex.capture.offset == len(host.text)
    assert host.capture.offset == 0


def test_the_annex_keeps_its_own_credits_and_headline():
    """Publisher, source and translator belong to the annex, with the words that print them."""
    _, annex = pair()
    found = {c.kind: c.name for c in annex.credits}
    assert found == {
        CreditKind.republished: "Vallée Info",
        CreditKind.source: "Corvance dam gates opened by mistake, company admits",
        CreditKind.translator: "Atelier des Passeurs",
    }
    assert annex.outlet == "Vallée Info"
    assert annex.title == "Les vannes de Corvance ouvertes par erreur, reconnaît la société"
    translator = next(c for c in annex.credits if c.kind is CreditKind.translator)
    assert translator.span.of(annex.text) == "traduit par Atelier des Passeurs"
    assert annex.published is None


def test_the_byline_behind_the_annex_is_the_hosts():
    """'Articles Par : X' below the annex's closing credits signs the page, not the annex."""
    host, annex = pair()
    assert (host.byline, host.author) == ("Articles Par : Basile Torrent", "Basile Torrent")
    assert (annex.byline, annex.author) == (None, None)
    assert host.outlet is None
    assert host.credits == ()


def test_the_page_foot_is_boilerplate_of_the_annex_slice():
    """The licence text after the annex supports nothing, in whichever slice it lies."""
    _, annex = pair()
    foot = [p for p in annex.parts if "responsabilité" in p.span.of(annex.text)]
    assert foot
    assert {p.kind for p in foot} == {PartKind.boilerplate}


def test_rows_are_not_split():
    """The same text as a row is one document whose offsets count in the whole text."""
    doc = one_document("x", ANNEX, Stated(), None)
    assert doc.text == ANNEX
    assert sum(p.why.startswith("annex:") for p in doc.parts) == 1


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Communiqué de la mairie de Brévane, texte intégral", "mairie de Brévane"),
        ("Document : communiqué n° 2024-12 de la mairie de Brévane (texte intégral)", "mairie de Brévane"),
        ("Article published by Harbour Lights:", "Harbour Lights"),
        ("Anexo: artículo publicado por El Faro de Brévane", "El Faro de Brévane"),
    ],
)
def test_headings_of_an_annex(heading, name):
    """Headings in French, English and Spanish name whose text follows."""
    before, after = ANNEX.split("Annexe article publié par Vallée Info :\u00a0")
    host, annex = pair(before + heading + after)
    assert annex.text.startswith(heading)
    assert next(c.name for c in annex.credits if c.kind is CreditKind.republished) == name
    assert host.text == before


@pytest.mark.parametrize(
    "line",
    [
        "Le communiqué de la mairie est arrivé mardi.",
        "Document transmis par la préfecture aux élus de la vallée et aux riverains, selon nos sources.",
        "Lire aussi : le texte intégral du communiqué",
        "Annexe de la mairie fermée lundi.",
    ],
)
def test_sentences_with_the_same_words_are_no_annex(line):
    """A sentence on a communiqué heads nothing."""
    before, after = ANNEX.split("Annexe article publié par Vallée Info :\u00a0")
    assert len(pair(before + line + after)) == 1


def test_a_plain_page_is_one_document():
    """No annex, no second document."""
    assert len(documents("d", DUMP, Stated(), None)) == 1
