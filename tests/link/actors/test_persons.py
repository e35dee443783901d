"""Persons: which name in the words of a source is the speaker's."""

from __future__ import annotations

import pytest

from selon.link.actors.naming import naming
from selon.model.actor import ActorKind
from selon.model.statement import SourceKind

PERSON, ORGANISATION = SourceKind.named_person, SourceKind.organisation


@pytest.mark.parametrize(
    ("words", "kind", "lang", "parts"),
    [
        ("Mel Orde, chairman of the Tarn Valley Group", PERSON, "en", ("mel", "orde")),
        ("Chairman Mel Orde", PERSON, "en", ("mel", "orde")),
        ("group chairman Mel Orde", ORGANISATION, "en", ("mel", "orde")),
        ("Health Secretary Ada Quill", PERSON, "en", ("ada", "quill")),
        ("Tarn MP Dr Noel Peverell", PERSON, "en", ("noel", "peverell")),
        ("le préfet de la Brindelle Jean Corbaz", PERSON, "fr", ("jean", "corbaz")),
        ("le ministre de l'Economie Bruno Le Maire", PERSON, "fr", ("bruno", "le", "maire")),
        ("Aline Corbaz (@ACorbaz)", PERSON, "fr", ("aline", "corbaz")),
        ("la porte-parole Aline von der Aar", PERSON, "fr", ("aline", "von", "der", "aar")),
        ("Aline van den Aar, chairwoman of the Group", PERSON, "en", ("aline", "van", "den", "aar")),
        ("la ministre des Ports Roxane Villaudin", PERSON, "fr", ("roxane", "villaudin")),
        ("le dirigeant Insoumis Jean-Luc Corbaz", PERSON, "fr", ("jean-luc", "corbaz")),
        ("Ida Voss of The Tarn State University in Quay Park", PERSON, "en", ("ida", "voss")),
    ],
)
def test_titles_posts_and_bodies_are_no_part_of_the_name(words, kind, lang, parts) -> None:
    """What stands before a name, and the body that somebody heads, is not the person."""
    assert naming(words, kind, lang).person == parts


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("A Quay Street clinic at the heart of it", "en"),
        ("The Dunmarrow Ledger newspaper", "en"),
        ("Ce mécanicien retraité de Brindelle (Haute-Orvanche)", "fr"),
        ("le Premier ministre", "fr"),
        ("le ministre des Comptes publics", "fr"),
        ("la présidente LR d'Île-de-Brume", "fr"),
    ],
)
def test_a_name_inside_a_description_is_nobody(words, lang) -> None:
    """A street, a title of a paper, a place in brackets and an office in capitals name no person."""
    assert naming(words, PERSON, lang).person == ()


def test_a_thing_with_a_name_is_an_organisation() -> None:
    """ "A Quay Street clinic" is a body although the reading took it for a person."""
    assert naming("A Quay Street clinic", PERSON, "en").kind is ActorKind.organisation


def test_addresses_are_not_read() -> None:
    """A link glued to a mention is dropped; the role is read without it."""
    assert naming("son avocathttps://t.co/Ab1", PERSON, "fr").role == ("avocat", "")


def test_degrees_behind_a_name_are_no_description() -> None:
    """ "Ana Corbaz, M.D., Ph.D., a professor": the speaker is Ana Corbaz, not the chair that she holds."""
    words = "senior author Ana Corbaz, M.D., Ph.D., a professor and Endowed Chair at the clinic"
    assert naming(words, PERSON, "en").person == ("ana", "corbaz")


@pytest.mark.parametrize(
    "words",
    ["The Brindle Quay Health Authority", "Statistics Canada", "The Brindle College of Pilots and Surgeons"],
)
def test_a_name_that_ends_like_that_of_a_body_is_no_person(words: str) -> None:
    """An authority, a country, or what a college is of, in capitals, are no last names."""
    assert naming(words, PERSON, "en").person == ()


def test_what_is_said_of_a_body_behind_a_comma_is_no_part_of_its_name() -> None:
    """ "The Quay Guard, the armed wing of the Harbour Front" is the Quay Guard."""
    words = "the Quay Guard, the military wing of the Harbour Front"
    assert naming(words, SourceKind.organisation, "en") == naming(
        "the Quay Guard", SourceKind.organisation, "en"
    )


@pytest.mark.parametrize(
    ("words", "lang"), [("Former President Corbaz", "en"), ("l'ancien ministre Ana Corbaz", "fr")]
)
def test_who_held_an_office_before_does_not_speak_for_it(words: str, lang: str) -> None:
    """A former minister is no ministry."""
    assert naming(words, PERSON, lang).body is None


def test_a_country_tells_an_office_from_that_of_another_country() -> None:
    """ "U.K. Foreign Minister X" is not the foreign ministry of whoever has one."""
    body = naming("U.K. Foreign Minister Ana Corbaz", PERSON, "en").body
    assert body is not None
    assert body.qualifiers == {"foreign", "brit"}


@pytest.mark.parametrize(
    ("words", "lang"), [("Their findings", "en"), ("Our results", "en"), ("les résultats", "fr")]
)
def test_what_was_found_is_the_study(words: str, lang: str) -> None:
    """Findings and results speak for the study that they are of."""
    assert naming(words, SourceKind.organisation, lang).study
