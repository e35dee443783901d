"""Checks on likeness: what two reporters write alike, and concepts across languages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from selon.link.propositions.assertions import propositions
from selon.link.propositions.checks import LOOSE, OTHER_CONCEPT, SAME_CONCEPT, Checks
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.repeats import repeats
from selon.link.propositions.scored import Near
from tests.link.story import Story


def places(*texts: tuple[str, str], source: str | None = None) -> tuple[Proposition, ...]:
    """One place a text, in the outlet's own voice unless a source is named."""
    story = Story()
    for n, (text, lang) in enumerate(texts):
        said = f"{text}, {source}." if source else f"{text}."
        story.doc(f"d{n}", said, f"Outlet {n}", lang=lang)
        story.said(f"d{n}", text, source)
    return propositions(list(story.docs.values()), story.statements, story.quantities())


def change(found: Sequence[Proposition], aligned: bool = False) -> float:
    """What the checks change of a score of one for the first two places."""
    whole = {p.doc: p.span for p in found}
    one = Near(np.array([0]), np.array([1]), np.array([1.0]))
    checks = Checks(found, repeats(found), lambda doc, span, other: whole[other] if aligned else None)
    near = checks.checked(one)
    return round(float(near.scores[0]) - 1, 4)


BREAD = (
    ("Une odeur de pain flotte sur le quai", "fr"),
    ("Le matin, des mouettes crient devant la digue", "fr"),
)


def test_sentences_of_two_reporters_with_no_word_in_common_lose() -> None:
    """Two scenes told in outlets' own voices are less alike than they seem, unless one copies the other."""
    assert change(places(*BREAD)) == -LOOSE
    assert change(places(*BREAD), aligned=True) == 0
    assert change(places(*BREAD, source="Lise Aubray")) == 0


def test_sentences_of_two_reporters_in_the_same_words_keep_their_likeness() -> None:
    """The same words bind two sentences without any alignment."""
    assert change(places(BREAD[0], ("Une odeur de pain flotte encore sur tout le quai", "fr"))) == 0


def test_concepts_bind_and_part_two_languages() -> None:
    """ "Provocado" and "volontaire" are one concept; how a fire began is not that it was set on purpose."""
    purpose, began = ("Un feu volontaire", "fr"), ("Le feu a pris dans la grange", "fr")
    spanish = ("El fuego fue provocado", "es")
    assert change(places(spanish, purpose, source="Lise Aubray")) == SAME_CONCEPT
    assert change(places(spanish, began, source="Lise Aubray")) == -OTHER_CONCEPT
