"""Whose word a paper is when the text says who made or published it."""

from __future__ import annotations

import pytest

from selon.link.actors.actors import find_actors
from selon.model.statement import SourceKind
from tests.link.story import Story


def name(text: str, lang: str, content: str, source: str) -> str:
    """The actor of the one statement of `text`."""
    story = Story().doc("d0", text, "Outlet 0", lang=lang)
    said = story.said("d0", content, source, SourceKind.organisation)
    return find_actors(list(story.docs.values()), story.statements).by_statement[said.id].name


@pytest.mark.parametrize(
    ("text", "lang", "content", "source", "maker"),
    [
        (
            "Le port a perdu vingt grues, selon les chiffres publiés par la Chambre de Morvagne.",
            "fr",
            "Le port a perdu vingt grues",
            "les chiffres",
            "la Chambre de Morvagne",
        ),
        (
            "The port lost twenty cranes, according to figures released by the Harbour Board of Lowell.",
            "en",
            "The port lost twenty cranes",
            "figures",
            "the Harbour Board of Lowell",
        ),
    ],
)
def test_figures_are_the_word_of_who_published_them(
    text: str, lang: str, content: str, source: str, maker: str
) -> None:
    """ "Figures released by X" are X speaking."""
    assert name(text, lang, content, source) == maker


def test_a_paper_whose_maker_nobody_names_stays_a_paper() -> None:
    """ "Published last week" names nobody."""
    text = "Le port a perdu vingt grues, selon un rapport publié la semaine dernière."
    assert name(text, "fr", "Le port a perdu vingt grues", "un rapport") == "un rapport"
