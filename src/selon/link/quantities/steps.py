"""Which pairs of figures are told: steps of a growing count, else each against the best supported one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise, product

from selon.link.quantities.comparing import Figure, Values, may_differ
from selon.link.quantities.contrasts import contrasted, recounted
from selon.link.quantities.magnitudes import ORDER, agree, figure_of
from selon.link.quantities.magnitudes import Figure as Said
from selon.link.quantities.pairs import Pair
from selon.link.quantities.reading import Reading
from selon.link.quantities.reasons import opposed, replaces
from selon.link.quantities.tallies import running
from selon.model.quantity import Quantity
from selon.model.span import Span

Contested = frozenset[tuple[str, str]]
"""Claims of which one contests the other's figure."""


def with_steps(pairs: dict[Values, list[Pair]], apart: Collection[Values]) -> dict[Values, list[Pair]]:
    """Add the steps of a toll that the words alone do not show: 224 and 263 that both differ from 287."""
    out = dict(pairs)
    ends: dict[Figure, list[tuple[float, Pair]]] = defaultdict(list)
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
    ranked = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
    sides = [sorted((r.quantity for r in many[0][1:]), key=lambda q: q.value) for _, many in ranked]
    agreeing = _agreeing((key[0], q) for (key, _), side in zip(ranked, sides, strict=True) for q in side)
    firsts: dict[tuple[str, Said, Said], tuple[int, Values]] = {}
    for rank, ((key, many), side) in enumerate(zip(ranked, sides, strict=True)):
        low, high = map(figure_of, side)
        near = ((key[0], *both) for both in product(agreeing[key[0], low], agreeing[key[0], high]))
        same = min((firsts[one] for one in near if one in firsts), default=None)
        if same is None:
            firsts[key[0], low, high] = rank, key
        out.setdefault(same[1] if same else key, []).extend(many)
    return out


def _agreeing(found: Iterable[tuple[str, Quantity]]) -> dict[tuple[str, Said], list[Said]]:
    """Return for each figure of a kind those that it agrees with, itself among them."""
    kinds: dict[str, dict[Said, Quantity]] = defaultdict(dict)
    for kind, quantity in found:
        kinds[kind].setdefault(figure_of(quantity), quantity)
    out: dict[tuple[str, Said], list[Said]] = {}
    for kind, figures in kinds.items():
        ordered = sorted(figures, key=lambda figure: figure.value)
        values = [figure.value for figure in ordered]
        for one in ordered:
            first, last = bisect_left(values, one.value / ORDER), bisect_right(values, one.value * ORDER)
            near = ordered[max(0, first - 1) : last + 1]
            out[kind, one] = [other for other in near if agree(figures[other], figures[one])]
    return out


def steps_of(
    pairs: Mapping[Values, Sequence[Pair]],
    contested: Contested,
    apart: Collection[Values],
    support: Mapping[Figure, int],
    given: Mapping[Figure, int],
) -> frozenset[Values]:
    """The pairs of figures that no third one stands between.

    Of a toll, and of a part and its whole ("32, of which 18" here, 16 there), it is one that lies between
    both; of other counts one that more texts tell (`support`): each figure is held against the one best
    supported, not all against all. What one text compares in itself is told where texts that give one of both
    are two at least (`given`). Of two claims of which one contests the other's figure, as a changed copy
    does, and of two figures of which one text sets one against the other, or in its place, nothing does.
    """
    beside: dict[Figure, set[float]] = defaultdict(set)
    for kind, low, high in (*pairs, *apart):
        beside[kind, low].add(high)
        beside[kind, high].add(low)

    def between(key: Values, many: Sequence[Pair]) -> bool:
        kind, low, high = key
        grows = running(many[0][1].tally, many[0][2].tally, many[0][1].lang)
        best = max((support[kind, v], v) for v in (low, high))
        return any(
            low < third < high
            if grows or _values(kind, third, low) in apart or _values(kind, third, high) in apart
            else (support[kind, third], third) > best
            for third in sorted(beside[kind, low] & beside[kind, high])
        )

    def alone(key: Values, many: Sequence[Pair]) -> bool:
        """What one text compares in itself is no difference between texts, unless it counts again."""
        kind, *values = key
        compared = all(contrasted(*pair[1:]) and not recounted(*pair[1:]) for pair in many)
        return compared and max(given[kind, v] for v in values) < 2

    def told(key: Values, many: Sequence[Pair]) -> bool:
        if alone(key, many):
            return False
        beside_another = any(opposed(*p[1:]) or replaces(*p[1:]) for p in many)
        return beside_another or contesting(many, contested) or not between(key, many)

    return frozenset(key for key, many in pairs.items() if told(key, many))


def supported(found: Iterable[Reading]) -> Counter[Figure]:
    """Return how many texts tell each figure of a kind, otherwise than to compare another with it."""
    return printed(r for r in found if not r.backdrop)


def printed(found: Iterable[Reading]) -> Counter[Figure]:
    """Return how many texts give each figure of a kind, for comparison or not."""
    told = {(r.tally.kind, r.quantity.value, r.quantity.doc) for r in found}
    return Counter((kind, value) for kind, value, _ in told)


def _values(kind: str, one: float, other: float) -> Values:
    return kind, min(one, other), max(one, other)


def contesting(many: Sequence[Pair], contested: Contested) -> bool:
    """Whether a claim of one figure contests that of the other."""
    return any(pair in contested for _, one, other in many for pair in product(one.claims, other.claims))
