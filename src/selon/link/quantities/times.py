"""Which figures are of one time: those of two rival sources, and those of days near each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from selon.link.quantities.comparing import Figure, Values
from selon.link.quantities.pairs import Pair
from selon.link.quantities.readings import Reading
from selon.link.quantities.reasons import opposed, told_apart
from selon.link.quantities.tallies import running
from selon.model.quantity import ConflictReason

_FAR, _YEAR = 28, 366
"""Days between two counts of one event that comes back, and in a year."""


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


def of_one_month(pairs: Mapping[Values, list[Pair]], found: Sequence[Reading]) -> dict[Values, list[Pair]]:
    """Leave out counts of days far from each other that no text gives both: marches of winter and of spring.

    What adds up from a start on, and a toll beside one name, is one count whatever its days are.
    """
    days: dict[Figure, set[int]] = defaultdict(set)
    for one in found:
        days[one.tally.kind, one.quantity.value] |= one.days

    def far(key: Values, many: Sequence[Pair]) -> bool:
        kind, low, high = key
        apart = [_between_days(a, b) for a, b in product(days[kind, low], days[kind, high])]
        return min(apart, default=0) >= _FAR and not any(_one_count(*pair[1:]) for pair in many)

    return {key: many for key, many in pairs.items() if not far(key, many)}


def _one_count(one: Reading, other: Reading) -> bool:
    toll = running(one.tally, other.tally, one.lang) and bool(one.names & other.names)
    return toll or one.tally.since or other.tally.since or one.quantity.doc == other.quantity.doc


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
