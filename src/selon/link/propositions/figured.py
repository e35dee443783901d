"""What the figures of two propositions add to their score, or take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from selon.link.bags import Bags, Block, Rows, unweighted
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.scored import NEVER, Marks
from selon.link.quantities.magnitudes import Figures, concept, relation
from selon.link.quantities.tallies import MEASURES
from selon.model.quantity import Quantity

SAME_COUNT, SAME_FIGURE, OTHER_UNIT = 0.2, 0.1, 0.05
_SMALL = 3.0
"""Figures below this are too common to bind two contents."""
_LARGE = 20.0
"""From here on a figure for one kind of things is hardly met twice by chance."""
TERM = "year"
"""What ages and terms are counted in: such figures only describe."""


class Figured:
    """Which propositions `have` figures, which of these are `telling`, and what two sets of figures say of
    each other; each two sets once."""

    def __init__(self, found: Sequence[Proposition]) -> None:
        kinds: dict[tuple[object, ...], int] = {}
        self._examples: list[Proposition] = []
        of: list[int] = []
        for one in found:
            key = (one.lang, one.sites, *figures_key(one.figures))
            if key not in kinds:
                kinds[key] = len(kinds)
                self._examples.append(one)
            of.append(kinds[key])
        self._kind = np.array(of, dtype=np.intp)
        self.have: Marks = np.array([bool(p.figures) for p in found], dtype=bool)
        self.telling: Bags = unweighted([_telling(p) for p in found])
        self._shares: dict[int, float] = {}

    def shares(self, first: Rows, second: Rows) -> Block:
        """Return what the figures of each of `first` and the one of `second` in its place add to their score:
        NEVER where they differ, nothing where either has none."""
        out, both = np.zeros(len(first)), np.flatnonzero(self.have[first] & self.have[second])
        ours, theirs, count = self._kind[first[both]], self._kind[second[both]], len(self._examples)
        codes = (np.minimum(ours, theirs) * count + np.maximum(ours, theirs)).tolist()
        for code in codes:
            if code not in self._shares:
                self._shares[code] = _share(*(self._examples[n] for n in divmod(code, count)))
        out[both] = [self._shares[code] for code in codes]
        return out


def figures_key(figures: Iterable[Quantity]) -> tuple[tuple[object, ...], ...]:
    """Return all of some figures that comparing them looks at."""
    return tuple((q.value, q.upper, q.bound, q.unit) for q in figures)


def _share(one: Proposition, other: Proposition) -> float:
    found_out = relation(one.figures, other.figures, (one.lang, other.lang))
    elsewhere = bool(one.sites and other.sites) and one.sites.isdisjoint(other.sites)
    if found_out is Figures.differ or (elsewhere and found_out is Figures.same):
        return NEVER
    if found_out is Figures.none:
        return -OTHER_UNIT
    if not _telling(one) & _telling(other):
        return 0.0
    return SAME_COUNT if _counts(one) & _counts(other) else SAME_FIGURE


def _counts(one: Proposition) -> frozenset[tuple[float, str]]:
    """What is counted, and how many: figures too large to be met by chance, of one kind of things."""
    kinds = ((q.value, concept(q.unit, one.lang)) for q in one.figures if q.value >= _LARGE)
    return frozenset((value, kind) for value, kind in kinds if kind and kind not in MEASURES)


def _telling(one: Proposition) -> frozenset[str]:
    """The figures that bind two contents: not too common, and no ages or terms, which only describe."""
    found = (q for q in one.figures if q.value > _SMALL and concept(q.unit, one.lang) != TERM)
    return frozenset(repr(q.value) for q in found)
