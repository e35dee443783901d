"""Who counts is the source of the figure, on invented sentences."""

from __future__ import annotations

import pytest

from tests.analyse.test_statements import triples

COUNTED = [
    ("fr", "L'Intérieur a compté 300 blessés.", ("L'Intérieur", "compté", "300 blessés")),
    (
        "fr",
        "Le cortège fond, avec 700 marcheurs comptabilisés par les autorités lors du dernier samedi.",
        ("les autorités", "comptabilisés", "700 marcheurs"),
    ),
    (
        "fr",
        "Les syndicats ont recensé près d'une centaine de blessés.",
        ("Les syndicats", "recensé", "près d'une centaine de blessés"),
    ),
    (
        "fr",
        "La chaîne Rivage, citant deux sources policières, a estimé à 3500 le nombre de marcheurs.",
        ("deux sources policières", "citant", "à 3500 le nombre de marcheurs"),
    ),
    (
        "en",
        "Some 700 marchers were counted by the police.",
        ("the police", "counted", "Some 700 marchers"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), COUNTED)
def test_a_figure_belongs_to_who_counted_it(lang: str, text: str, expected: tuple[str, str, str]) -> None:
    """A body that counts is the source of its figure, as subject, as agent, or as whom a medium cites."""
    assert expected in triples(text, lang)


NOT_COUNTED = [
    ("fr", "La manifestation a compté 300 personnes."),
    ("fr", "La ville a enregistré 12 degrés dimanche."),
    ("fr", "On a recensé 40 blessés au port."),
    ("fr", "La préfecture a recensé les blessés du port."),
    ("en", "The band recorded 12 songs in the port."),
]


def test_a_pronoun_that_counted_is_no_second_source() -> None:
    """Inside the words of a delegate "it" is the union for which he speaks, and not whom he told."""
    told = triples("Rob Hale, a delegate of the union, told the Anchor that it counted 19 injured.", "en")
    assert [source for source, *_ in told] == ["Rob Hale, a delegate of the union"]


@pytest.mark.parametrize(("lang", "text"), NOT_COUNTED)
def test_no_figure_no_body_no_statement(lang: str, text: str) -> None:
    """Things have numbers, nobody counts for nobody, and a count has a figure."""
    assert triples(text, lang) == set()
