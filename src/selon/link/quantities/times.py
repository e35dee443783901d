"""Which figures are of one time: those of two rival sources, and those of days near each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import product

from selon.link.quantities.comparing import Figure, Values
from selon.link.quantities.pairs import Pair
from selon.link.quantities.reading import Reading
from selon.link.quantities.reasons import opposed, told_apart
from selon.link.quantities.tallies import running
from selon.model.quantity import ConflictReason

_FAR, _SOON, _YEAR = 28, 8, 366
"""Days between two counts of one event that comes back, between two tolls of one event, and in a year."""


def of_one_time(pairs: Mapping[Values, list[Pair]]) -> dict[Values, list[Pair]]:
    """Leave out figures of two times by two sources that count against each other: both have one of each, and
    a figure of a third source goes with those that it is nearer to."""
    against = {key: [p[1:] for p in many if opposed(*p[1:])] for key, many in pairs.items()}
    ends = {both for many in against.values() for pair in many for both in _rivals(*pair)}
    rivals: dict[Figure, set[float]] = defaultdict(set)
    for (kind, low, high), many in against.items():
        if many:
            rivals[kind, low].add(high)
            rivals[kind, high].add(low)

    def nearer(kind: str, one: float, other: float) -> bool:
        return any(_ratio(other, rival) < _ratio(other, one) for rival in rivals[kind, one])

    def crossed(key: Values, one: Reading, other: Reading) -> bool:
        kind, low, high = key
        if not _two_times(one, other) or one.origins & other.origins:
            return False
        return not ends.isdisjoint(_rivals(one, other)) or nearer(kind, low, high) or nearer(kind, high, low)

    return {key: many for key, many in pairs.items() if not all(crossed(key, *pair[1:]) for pair in many)}


def of_one_event(pairs: Mapping[Values, list[Pair]], found: Sequence[Reading]) -> dict[Values, list[Pair]]:
    """Leave out counts of days far from each other that no text gives both: marches of winter and of spring.

    What adds up from a start on is one count whatever its days are, and so is a toll told as a new one.
    """
    days: dict[Figure, set[int]] = defaultdict(set)
    for one in found:
        days[one.tally.kind, one.quantity.value] |= one.days

    def left(key: Values, many: Sequence[Pair]) -> list[Pair]:
        kind, low, high = key
        if any(_one_count(*pair[1:]) for pair in many) or not _far(days[kind, low], days[kind, high], many):
            return [pair for pair in many if _one_count(*pair[1:]) or not _far(*_days(pair), [pair])]
        return []

    kept = {key: left(key, many) for key, many in pairs.items()}
    return {key: many for key, many in kept.items() if many}


def _days(pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
    return pair[1].days, pair[2].days


def _far(ours: Collection[int], theirs: Collection[int], many: Sequence[Pair]) -> bool:
    """Whether the days of two figures, where both are known, are those of two events."""
    toll = running(many[0][1].tally, many[0][2].tally, many[0][1].lang)
    apart = min((_between_days(a, b) for a, b in product(ours, theirs)), default=0)
    return apart >= (_SOON if toll else _FAR)


def _one_count(one: Reading, other: Reading) -> bool:
    grown = running(one.tally, other.tally, one.lang) and (one.revised or other.revised)
    return grown or one.tally.since or other.tally.since or one.quantity.doc == other.quantity.doc


def _between_days(one: int, other: int) -> int:
    """The days between two days of any years."""
    gap = abs(one - other)
    return min(gap, _YEAR - gap)


def _ratio(one: float, other: float) -> float:
    return max(one, other) / min(one, other)


def _rivals(one: Reading, other: Reading) -> list[frozenset[str]]:
    """Each two sources of two figures, where they have none in common."""
    if one.origins & other.origins:
        return []
    return [frozenset(ends) for ends in product(one.origins, other.origins)]


def _two_times(one: Reading, other: Reading) -> bool:
    told = told_apart(one, other)
    return told is not None and told[0] is ConflictReason.period
