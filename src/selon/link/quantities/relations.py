"""How two figures stand to each other: in one text or sentence, of one source, place and day or of two."""

from __future__ import annotations

from selon.link.quantities.reading import Reading
from selon.link.quantities.tallies import running

CLOSE = 400
"""Code points between figures that a text sets side by side."""


def attributed_apart(one: Reading, other: Reading) -> bool:
    """Tell whether two figures are given by two sources that have nothing to do with each other, in one text,
    of one day, or of known days for a count that only grows and is told lower later."""
    if not one.origins or not other.origins or one.origins & other.origins:
        return False
    if one.quantity.doc == other.quantity.doc:
        return True
    grows = running(one.tally, other.tally, one.lang)
    return not _outgrown(one, other) if grows else one.date == other.date


def _outgrown(one: Reading, other: Reading) -> bool:
    """Whether the later of two texts gives the higher figure, or nobody knows which is the later."""
    if one.date is None or other.date is None:
        return True
    low, high = sorted((one, other), key=lambda r: r.quantity.value)
    return (low.date or "") < (high.date or "")


def in_one_sentence(one: Reading, other: Reading) -> bool:
    """Tell whether two figures stand in one sentence."""
    return one.quantity.doc == other.quantity.doc and one.sentence == other.sentence


def set_against(one: Reading, other: Reading) -> bool:
    """Tell whether one text sets figures of two sources against each other: an hour explains nothing then."""
    close = one.quantity.doc == other.quantity.doc and gap(one, other) <= CLOSE
    return close and attributed_apart(one, other)


def other_place(one: Reading, other: Reading) -> bool:
    """Tell whether two figures stand beside names of different places."""
    return bool(one.places and other.places) and one.places.isdisjoint(other.places)


def gap(one: Reading, other: Reading) -> int:
    """Return the code points between two figures of one text."""
    a, b = one.quantity.span, other.quantity.span
    return max(a.start - b.end, b.start - a.end)


def apart(one: Reading, other: Reading) -> bool:
    """Whether the texts are two, and of two days or of days that nobody knows."""
    if one.quantity.doc == other.quantity.doc:
        return False
    return one.date is None or other.date is None or one.date != other.date
