"""Two figures of one thing that one text gives for two times: what it compares, and what it counts again."""

from __future__ import annotations

import re

from selon.link.quantities.reading import Reading
from selon.link.quantities.relations import attributed_apart, gap, in_one_sentence

_YEAR = re.compile(r"\W*(?:\w{1,3} )?(?:19|20)\d\d(?!\w)")
"""A year, behind a short word if any."""
_COMPARED, _AGAIN = 160, 90
"""Code points between a figure and one that it is compared with, and between two counts of one sentence."""


def contrasted(one: Reading, other: Reading) -> bool:
    """Tell whether one text gives two figures as those of two times, whatever their wordings are."""
    same = one.quantity.doc == other.quantity.doc and one.tally.kind == other.tally.kind
    return same and one.extent == other.extent and (_compared(one, other) or _again(one, other))


def _compared(one: Reading, other: Reading) -> bool:
    """Whether words of comparison lead from the first figure to the second ("32,000, against 50,000 last
    week"); two sources that count against each other are compared too, but not in time."""
    last = max(one, other, key=lambda r: r.quantity.span)
    in_time = last.backdrop or _two_times(one, other) or _of_a_year(last)
    rivals = attributed_apart(one, other) and not in_time
    return last.compared and gap(one, other) <= _COMPARED and not rivals


def _of_a_year(one: Reading) -> bool:
    """Whether the year of a figure stands right behind it ("against 311 in 2017")."""
    return bool(_YEAR.match(one.text.partition("…")[2]))


def _again(one: Reading, other: Reading) -> bool:
    """Whether a sentence counts at two times ("7,000 at 8 am, 7,500 at 11 am")."""
    near = in_one_sentence(one, other) and gap(one, other) <= _AGAIN
    return near and _two_times(one, other) and one.site == other.site


def recounted(one: Reading, other: Reading) -> bool:
    """Tell whether a sentence gives two counts of two hours, neither of which is only compared with."""
    hours = all(any(m.endswith("h") for m in r.moments) for r in (one, other))
    return hours and _again(one, other) and not (one.compared or other.compared)


def _two_times(one: Reading, other: Reading) -> bool:
    return bool(one.moments and other.moments) and one.moments.isdisjoint(other.moments)
