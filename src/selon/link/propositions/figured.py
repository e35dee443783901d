"""What the figures of two propositions add to their score, or take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from selon.link.bags import Bags, Block, Rows, unweighted
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.scored import NEVER, Marks
from selon.link.quantities.magnitudes import ORDER, Figures, concept, plain, relation
from selon.link.quantities.tallies import MEASURES
from selon.model.quantity import Quantity

SAME_COUNT, SAME_FIGURE, OTHER_UNIT = 0.2, 0.1, 0.05
_SMALL = 3.0
"""Figures below this are too common to bind two contents."""
_LARGE = 20.0
"""From here on a figure for one kind of things is hardly met twice by chance."""
_HELD = 1 << 20
"""Pairs of sets of figures of which is held what they say of each other (some 100 MB)."""
TERM = "year"
"""What ages and terms are counted in: such figures only describe."""


class Figured:
    """Which propositions `have` figures, which of these are `telling`, and what two sets of figures say of
    each other.

    Most pairs hold one figure each, and these are far apart or plain and not the same: what they say hangs on
    their units alone. The others are looked at two by two, and what was found of the last ones is held.
    """

    def __init__(self, found: Sequence[Proposition]) -> None:
        kinds: dict[tuple[object, ...], int] = {}
        self._examples: list[Proposition] = []
        of: list[int] = []
        for one in found:
            key = (one.lang, *figures_key(one.figures))
            if key not in kinds:
                kinds[key] = len(kinds)
                self._examples.append(one)
            of.append(kinds[key])
        self._kind = np.array(of, dtype=np.intp)
        self.have: Marks = np.array([bool(p.figures) for p in found], dtype=bool)
        self.telling: Bags = unweighted([_telling(p) for p in found])
        self._sites: Bags = unweighted([p.sites for p in found])
        self._lone: Marks = np.array([len(p.figures) == 1 for p in self._examples], dtype=bool)
        self._value = np.array([p.figures[0].value if p.figures else 0.0 for p in self._examples])
        self._plain: Marks = np.array([all(map(plain, p.figures)) for p in self._examples], dtype=bool)
        units = [(p.figures[0].unit if p.figures else "", p.lang) for p in self._examples]
        numbers = {unit: n for n, unit in enumerate(dict.fromkeys(units))}
        self._unit = np.array([numbers[unit] for unit in units], dtype=np.intp)
        self._shares: dict[int, float] = {}
        self._units: dict[int, float] = {}

    def shares(self, first: Rows, second: Rows) -> Block:
        """Return what the figures of each of `first` and the one of `second` in its place add to their score:
        NEVER where they differ or are of two places, nothing where either has none."""
        out, both = np.zeros(len(first)), np.flatnonzero(self.have[first] & self.have[second])
        one, other = first[both], second[both]
        shares = self._of_kinds(self._kind[one], self._kind[other])
        shares[(shares >= 0) & self._elsewhere(one, other)] = NEVER
        out[both] = shares
        return out

    def _of_kinds(self, ours: Rows, theirs: Rows) -> Block:
        """What the figures alone say, wherever they were counted."""
        if len(self._shares) > _HELD:
            self._shares.clear()
        one, other, out = np.minimum(ours, theirs), np.maximum(ours, theirs), np.empty(len(ours))
        far = self._apart(one, other)
        of_units = self._unit[one] * len(self._unit) + self._unit[other]
        for at, codes, known in (
            (far, of_units, self._units),
            (~far, one * len(self._examples) + other, self._shares),
        ):
            out[at] = self._each(codes[at], one[at], other[at], known)
        return out

    def _apart(self, one: Rows, other: Rows) -> Marks:
        """Which pairs have one figure each, and these so far apart, or so plain, that they never agree."""
        ours, theirs = self._value[one], self._value[other]
        apart: Marks = self._lone[one] & self._lone[other]
        apart &= (
            (ours > ORDER * theirs)
            | (theirs > ORDER * ours)
            | (self._plain[one] & self._plain[other] & (ours != theirs))
        )
        return apart

    def _each(self, codes: Rows, one: Rows, other: Rows, known: dict[int, float]) -> Block:
        """Return what is `known` of each code, after a look at the first pair of each that is not."""
        distinct, first, back = np.unique(codes, return_index=True, return_inverse=True)
        for at, code in zip(first.tolist(), distinct.tolist(), strict=True):
            if code not in known:
                known[code] = _share(self._examples[one[at]], self._examples[other[at]])
        found = np.array([known[code] for code in distinct.tolist()], dtype=np.float64)
        return found[back]

    def _elsewhere(self, one: Rows, other: Rows) -> Marks:
        """Which pairs are each of places of their own."""
        apart: Marks = (self._sites.own[one] > 0) & (self._sites.own[other] > 0)
        apart[apart] = self._sites.shared_by_each(one[apart], other[apart]) == 0
        return apart


def figures_key(figures: Iterable[Quantity]) -> tuple[tuple[object, ...], ...]:
    """Return all of some figures that comparing them looks at."""
    return tuple((q.value, q.upper, q.bound, q.unit) for q in figures)


def _share(one: Proposition, other: Proposition) -> float:
    found_out = relation(one.figures, other.figures, (one.lang, other.lang))
    if found_out is Figures.differ:
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
