"""Credits and bylines: who is named, with the place of the words."""

from __future__ import annotations

import pytest

from selon.ingest.rows import row_document
from selon.model.document import CreditKind

BODY = "Le pont de Brévane a rouvert lundi matin.\n\nLe maire a remercié les équipes du chantier.\n\n"


def read(foot, head=""):
    return row_document({"id": "a", "text": head + BODY + foot, "lang": "fr"})


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("(APV)", [("agency", "APV")]),
        ("avec APV", [("agency", "APV")]),
        ("Radio Brévane avec APV", [("agency", "APV")]),
        ("(afp/nxp)", [("agency", "AFP")]),
        ("© 2019 AFP", [("agency", "AFP")]),
        ("Lina Torve/Agences", [("agency", "agences")]),
        ("traduit par Atelier des Passeurs", [("translator", "Atelier des Passeurs")]),
        ("Traduction : Nora Belmar, pour Le Phare", [("translator", "Nora Belmar")]),
        ("(Traducción: La Gaceta, de la agencia APV)", [("translator", "La Gaceta"), ("agency", "APV")]),
        ("Source : Le Phare", [("source", "Le Phare")]),
        (
            "Originally published by Harbour Lights on 4 March 2025",
            [("republished", "Harbour Lights on 4 March 2025")],
        ),
        ("Article publié par Vallée Info, le 4 mars.", [("republished", "Vallée Info")]),
    ],
)
def test_credits_at_the_foot(foot, expected):
    """Each form names the agency, source, translator or first publisher, and its span prints the words."""
    doc = read(foot)
    assert [(c.kind.value, c.name) for c in doc.credits] == expected
    assert all(c.span.of(doc.text) == foot for c in doc.credits)


def test_a_linked_source_gives_title_and_address():
    """'source : [Title](address)' keeps both."""
    (credit,) = read("source : [Bridge of Brevane opens again at last](https://light.example/b)").credits
    assert credit.kind is CreditKind.source
    assert (credit.title, credit.url) == ("Bridge of Brevane opens again at last", "https://light.example/b")


def test_a_dateline_names_the_agency():
    """'BRÉVANE (APV) – …' at the head of the lead."""
    doc = row_document({"id": "a", "text": "BRÉVANE (APV) – " + BODY})
    assert [(c.kind.value, c.name) for c in doc.credits] == [("agency", "APV")]


def test_agencies_named_in_the_story_are_no_credits():
    """'a déclaré à l'AFP' is a statement's business, not a credit."""
    assert read("« Tout va bien », a dit le maire à l'AFP, avec Reuters.").credits == ()


@pytest.mark.parametrize(
    ("head", "foot", "byline", "author"),
    [
        ("Par Solène Marquier\n\n", "", "Par Solène Marquier", "Solène Marquier"),
        ("Par Solène Marquier avec APV\n\n", "", "Par Solène Marquier avec APV", "Solène Marquier"),
        (
            "By Oona Reddick | Published 4 March 2025\n\n",
            "",
            "By Oona Reddick | Published 4 March 2025",
            "Oona Reddick",
        ),
        ("", "Articles Par : Ahmed al-Torvi", "Articles Par : Ahmed al-Torvi", "Ahmed al-Torvi"),
        ("", "Basile Torrent", "Basile Torrent", "Basile Torrent"),
        ("", "", None, None),
    ],
)
def test_bylines_as_printed(head, foot, byline, author):
    """The byline is the printed line, the author the name inside; without one there is none."""
    doc = read(foot, head)
    assert (doc.byline, doc.author) == (byline, author)


def test_a_byline_can_date_the_page():
    """The date in the byline's line is the date of publication."""
    doc = read("", "By Oona Reddick | Published 4 March 2025, 10:05 UTC\n\n")
    assert (doc.published.value, doc.published.zone) == ("2025-03-04T10:05", "Z")
    assert doc.published.words == "4 March 2025, 10:05 UTC"


def test_an_update_is_not_the_publication():
    """'Published … Updated …': the first is meant, in any order."""
    doc = read("", "Mis à jour le 6 mars 2025 à 9 h 00, publié le 5 mars 2025 à 8 h 15\n\n")
    assert doc.published.value == "2025-03-05T08:15"


@pytest.mark.parametrize(
    "line",
    ["Le 28 septembre, le pont fermera.", "Le pont ferme le 4 mars 2025 à 6 h 30 pour des travaux.", "mardi"],
)
def test_dates_inside_the_story_date_nothing(line):
    """Only lines that date the page do."""
    assert read(line).published is None


def test_the_dates_of_a_chronology_date_no_page():
    """Bare dates between the paragraphs of a story head its entries."""
    entries = "4 mars 2024\n\nLe pont ferme.\n\n9 mars 2024\n\nLe pont rouvre un jour, puis ferme encore."
    doc = read(f"Le calendrier du chantier a changé trois fois.\n\n{entries}")
    assert doc.published is None
    assert sum(p.why == "subheading: a date between paragraphs" for p in doc.parts) == 2


def test_a_dated_correction_dates_no_page():
    """'Correction: day' is not the day of publication."""
    assert read("Correction: 2 October 2016").published is None
