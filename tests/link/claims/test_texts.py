"""The text of a claim: real words that can be read alone."""

from __future__ import annotations

import pytest

from selon.link.claims.texts import hangs, shown
from selon.link.propositions.assertions import propositions
from tests.link.story import Story


def of(text: str, content: str, source: str, lang: str = "fr") -> tuple[bool, str]:
    """Whether a content hangs, and the words that its claim would be shown by."""
    story = Story().doc("a1", text, "Le Fanal", lang)
    story.said("a1", content, source)
    (one,) = propositions(list(story.docs.values()), story.statements, story.quantities())
    doc = story.docs["a1"]
    return hangs(doc, one), shown(doc, one).of(doc.text)


@pytest.mark.parametrize(
    ("text", "content", "source", "lang"),
    [
        (
            "Le maire accuse la scierie d'avoir vendu du bois volé aux chantiers de la côte.",
            "d'avoir vendu du bois volé aux chantiers de la côte",
            "Le maire",
            "fr",
        ),
        (
            "The mayor praised the sawmill for giving its timber to the yards of the coast.",
            "for giving its timber to the yards of the coast",
            "The mayor",
            "en",
        ),
    ],
)
def test_a_content_that_hangs_is_shown_with_its_sentence(
    text: str, content: str, source: str, lang: str
) -> None:
    """Words that go on from a cue say little alone."""
    assert of(text, content, source, lang) == (True, text)


@pytest.mark.parametrize(
    ("text", "content", "source", "lang"),
    [
        (
            "Le maire affirme que la scierie a vendu du bois volé aux chantiers de la côte.",
            "la scierie a vendu du bois volé aux chantiers de la côte",
            "Le maire",
            "fr",
        ),
        (
            "La scierie a vendu du bois volé aux chantiers de la côte, selon le maire.",
            "La scierie a vendu du bois volé aux chantiers de la côte",
            "le maire",
            "fr",
        ),
        (
            "The mayor said that the sawmill had sold stolen timber to the yards of the coast.",
            "the sawmill had sold stolen timber to the yards of the coast",
            "The mayor",
            "en",
        ),
        (
            "Le maire le dit : « on a vendu du bois volé aux chantiers de la côte ».",
            "on a vendu du bois volé aux chantiers de la côte",
            "Le maire",
            "fr",
        ),
    ],
)
def test_a_clause_is_shown_alone(text: str, content: str, source: str, lang: str) -> None:
    """What begins the sentence, a clause with "que" or a quotation needs no words before it."""
    assert of(text, content, source, lang) == (False, content)


def test_a_claim_is_shown_in_the_language_of_most_of_its_places() -> None:
    """Two French articles and an English one on one thing: the claim is read in French."""
    story = Story()
    words = "La scierie de Corvalis a vendu du bois volé aux chantiers de la côte"
    for n in (1, 2):
        story.doc(f"f{n}", f"{words}, selon le maire de Corvalis.", f"Le Fanal {n}")
        story.said(f"f{n}", words, "le maire de Corvalis")
    english = "The Corvalis sawmill sold stolen timber to the yards of the coast"
    story.doc("e1", f"{english}, the mayor of Corvalis said.", "The Beacon", "en")
    story.said("e1", english, "the mayor of Corvalis")
    assert {c.text for c in story.claims() if len(c.articles) > 1} == {words}
