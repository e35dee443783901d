"""The likeness of places is one number, however many are asked for at once."""

from __future__ import annotations

from selon.link.propositions.alike import Alike
from selon.link.propositions.assertions import propositions
from selon.link.propositions.likeness import Likeness
from tests.link.story import Story

WORDS = "Le pont de Brindelle a cédé dans la nuit, selon le maire. La digue {n} tient, selon le préfet."


def alike() -> tuple[Alike, int]:
    """Forty places, in which each second wording is of its own."""
    story = Story()
    for n in range(20):
        story.doc(f"d{n:02}", WORDS.format(n=n), f"Le Quai {n}")
        for sentence in WORDS.format(n=n).split(". "):
            content, source = sentence.rstrip(".").split(", selon ")
            story.said(f"d{n:02}", content, source)
    found = propositions(list(story.docs.values()), story.statements, story.quantities())
    return Alike(Likeness(found), list(range(len(found)))), len(found)


def test_a_row_is_what_each_pair_is() -> None:
    """Of a few places, which are asked pair by pair, and of many, which are asked at once."""
    raw, count = alike()
    for many in (3, count):
        assert raw.row(1, range(many)).tolist() == [raw[1, k] for k in range(many)]


def test_of_places_equally_alike_the_first_is_the_nearest() -> None:
    """Whatever else is asked beside it."""
    raw, count = alike()
    places = [k for k in range(count) if k != 2]
    best, how = raw.nearest(2, places)
    assert (how, best) == max(((raw[2, k], k) for k in places), key=lambda one: (one[0], -one[1]))
