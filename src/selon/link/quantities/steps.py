"""Which pairs of figures are told: steps of a growing count, each difference once, rivals of one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, product
from math import floor, log

from selon.link.quantities.comparing import Values, may_differ
from selon.link.quantities.magnitudes import agree
from selon.link.quantities.pairs import Pair
from selon.link.quantities.readings import Reading
from selon.link.quantities.reasons import set_against, told_apart
from selon.link.quantities.tallies import running
from selon.model.quantity import ConflictReason, Quantity
from selon.model.span import Span

_ORDER = 1.5
"""Figures that agree differ by less than this factor."""
_NEAR = (-1, 0, 1)
Contested = frozenset[tuple[str, str]]
"""Claims of which one contests the other's figure."""


def of_one_time(pairs: dict[Values, list[Pair]]) -> dict[Values, list[Pair]]:
    """Leave out figures of two times by two sources that count against each other: both have one of each."""
    every = [pair[1:] for many in pairs.values() for pair in many]
    rivals = {ends for one, other in every if told_apart(one, other) is None for ends in _rivals(one, other)}

    def crossed(one: Reading, other: Reading) -> bool:
        return _two_times(one, other) and not rivals.isdisjoint(_rivals(one, other))

    return {key: many for key, many in pairs.items() if not all(crossed(*pair[1:]) for pair in many)}


def with_steps(pairs: dict[Values, list[Pair]], apart: Collection[Values]) -> dict[Values, list[Pair]]:
    """Add the steps of a toll that the words alone do not show: 224 and 263 that both differ from 287."""
    out = dict(pairs)
    ends: dict[tuple[str, float], list[tuple[float, Pair]]] = defaultdict(list)
    for (kind, low, high), many in pairs.items():
        if running(many[0][1].tally, many[0][2].tally, many[0][1].lang):
            ends[kind, high].append((low, many[0]))
    for kind, high in sorted(ends):
        for (low, one), (top, other) in pairwise(sorted(ends[kind, high], key=lambda end: end[0])):
            below, above = _lower(one), _lower(other)
            if (kind, low, top) not in out and (kind, low, top) not in apart and may_differ(below, above):
                first, last = sorted((below, above), key=_where)
                out[kind, low, top] = [(min(one[0], other[0]), first, last)]
    return out


def _lower(pair: Pair) -> Reading:
    return min(pair[1:], key=lambda r: r.quantity.value)


def _where(one: Reading) -> tuple[str, Span]:
    return one.quantity.doc, one.quantity.span


def rounded_together(pairs: Mapping[Values, Sequence[Pair]]) -> dict[Values, list[Pair]]:
    """Put the pairs of one kind together whose figures agree ("1,796 and 1,000", "some 1,800 and 1,000"): one
    difference, told under the figures that most places give."""
    out: dict[Values, list[Pair]] = {}
    sides: dict[tuple[str, int, int], list[tuple[int, Values, Quantity, Quantity]]] = defaultdict(list)
    for rank, (key, many) in enumerate(sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))):
        low, high = sorted((r.quantity for r in many[0][1:]), key=lambda q: q.value)
        size = _size(low), _size(high)
        near = (one for m, n in product(_NEAR, _NEAR) for one in sides[key[0], size[0] + m, size[1] + n])
        same = min((o[:2] for o in near if agree(o[2], low) and agree(o[3], high)), default=None)
        if same is None:
            sides[key[0], *size].append((rank, key, low, high))
        out.setdefault(same[1] if same else key, []).extend(many)
    return out


def _size(quantity: Quantity) -> int:
    """The order of a figure: two that agree, however rounded, are at most one apart."""
    return floor(log(max(quantity.value, 1.0), _ORDER))


def _rivals(one: Reading, other: Reading) -> list[frozenset[str]]:
    """Each two sources of two figures, where they have none in common."""
    if one.origins & other.origins:
        return []
    return [frozenset(ends) for ends in product(one.origins, other.origins)]


def _two_times(one: Reading, other: Reading) -> bool:
    told = told_apart(one, other)
    return told is not None and told[0] is ConflictReason.period


def steps_of(
    pairs: Mapping[Values, Sequence[Pair]], contested: Contested, apart: Collection[Values]
) -> frozenset[Values]:
    """The pairs of figures with no third one between them that differs from both, or that differs from one
    and stands beside the other as its part or whole ("32, of which 18" here, 16 there).

    Of two claims of which one contests the other's figure, as a changed copy does, and of the figures of two
    sources that one text sets against each other, nothing lies between.
    """
    known = {*pairs, *apart}
    above: dict[tuple[str, float], list[float]] = defaultdict(list)
    for kind, low, high in known:
        above[kind, low].append(high)
    return frozenset(
        (kind, low, high)
        for (kind, low, high), many in pairs.items()
        if not any((kind, top, high) in known for top in above[kind, low] if top < high)
        or contesting(many, contested)
        or any(opposed(one, other) for _, one, other in many)
    )


def opposed(one: Reading, other: Reading) -> bool:
    """Whether one text sets two figures against each other, and nothing else tells them apart."""
    return set_against(one, other) and told_apart(one, other) is None


def contesting(many: Sequence[Pair], contested: Contested) -> bool:
    """Whether a claim of one figure contests that of the other."""
    return any(pair in contested for _, one, other in many for pair in product(one.claims, other.claims))
