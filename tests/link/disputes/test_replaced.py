"""Who puts one thing in the place of another contests who says the other."""

from __future__ import annotations

import pytest

from selon.model.claim import DisputeLevel
from selon.model.statement import Form, SourceKind
from tests.link.story import Story


def answered(claim: str, answer: str, lang: str) -> Story:
    """A claim of one source, and the answer of another in a second text."""
    says = {"fr": "{}, selon Lise Aubray.", "en": "{}, according to Lise Aubray."}
    story = Story().doc("x1", says[lang].format(claim), "Le Fanal", lang=lang)
    story.said("x1", claim, "Lise Aubray", SourceKind.named_person)
    story.doc("y1", f"« {answer} », Aubin Trellec.", "La Balise", lang=lang)
    story.said("y1", answer, "Aubin Trellec", SourceKind.named_person, form=Form.direct)
    return story


BARGE = {
    "fr": "La digue a été percée par une barge et non par un bac",
    "en": "The pier was breached by a barge, not by a ferry",
}
FLOOD = {
    "fr": "Ce n'est pas le pilote qui a percé la digue, c'est la crue",
    "en": "It is not the pilot who breached the pier, it is the flood",
}


@pytest.mark.parametrize(
    ("claim", "answer", "lang"),
    [
        ("La digue de Morvagne a été percée par un bac", BARGE, "fr"),
        ("C'est le pilote qui a percé la digue", FLOOD, "fr"),
        ("The pier of Morvagne was breached by a ferry", BARGE, "en"),
        ("It is the pilot who breached the pier", FLOOD, "en"),
    ],
)
def test_what_is_rejected_for_another_thing_is_contested(
    claim: str, answer: dict[str, str], lang: str
) -> None:
    """ "By a barge, not by a ferry" stands against "by a ferry"."""
    found = answered(claim, answer[lang], lang).claim("x1", claim).disputed_by
    assert [(d.doc, d.level) for d in found] == [("y1", DisputeLevel.polarity)]


@pytest.mark.parametrize(
    ("claim", "answer", "lang"),
    [
        ("La digue de Morvagne a été percée par une barge", BARGE, "fr"),
        ("Un bac de Morvagne partira lundi du port", BARGE, "fr"),
        ("Ce n'est pas le pilote, c'est la crue qui a percé", FLOOD, "fr"),
        ("The pier of Morvagne was breached by a barge", BARGE, "en"),
        ("A ferry to Morvagne leaves the harbour on Monday", BARGE, "en"),
    ],
)
def test_what_holds_and_what_else_is_told_of_it_is_not_contested(
    claim: str, answer: dict[str, str], lang: str
) -> None:
    """Neither who says what is given instead, nor who tells another thing of what is rejected."""
    assert answered(claim, answer[lang], lang).claim("x1", claim[:20]).disputed_by == ()
