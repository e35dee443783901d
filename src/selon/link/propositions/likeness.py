"""How alike two propositions are, and which may never merge; computed where it is asked for, never for all.

The score rises with the cosine of the centred sentence vectors; small shares are added for common rare words
(containment and Jaccard, weighted by inverse document frequency) and for one and the same figure. Every score
is a whole number of ten-thousandths, and every sum behind it is exact: blocks of any shape give the same
digits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.link.bags import LEAST, Bags, Block, Rows, pairs_of_tiles, tiles, tiles_of, weights
from selon.link.propositions.agreement import main_concepts
from selon.link.propositions.centring import centred
from selon.link.propositions.propositions import Proposition
from selon.link.quantities.magnitudes import Figures, concept, relation
from selon.link.quantities.tallies import MEASURES
from selon.model.quantity import Quantity

Marks = npt.NDArray[np.bool_]
Scores = Callable[[Rows, Rows], Block]
"""The score of each of some rows and each of some columns."""

APART, SPREAD = 0.79, 0.3
"""The score of two wordings whose centred vectors have nothing in common, and what a cosine of one adds."""
CONTAINED, JACCARD = 0.1, 0.2
FOREIGN = 0.08
"""What common words would bring on average: given to pairs in two languages, which share none."""
SAME_COUNT, SAME_FIGURE, LONE_FIGURE, OTHER_UNIT = 0.2, 0.1, 0.04, 0.05
OTHER_NAMES = 0.03
NEVER = -9.0
SAME_SOURCE, SAME_WORDS = 0.06, 0.3
"""What two wordings of one named source gain when so much of the smaller one is common: who is quoted in
many texts says one thing in many words, and many things in one text."""
DECIMALS = 4
_WHOLE = 10.0**DECIMALS
_TELLING = 3.0
"""Figures below this are too common to bind two contents."""
_LARGE = 20.0
"""From here on a figure for one kind of things is hardly met twice by chance."""
TERM = "year"
"""What ages and terms are counted in: such figures only describe."""
_STEP = 2.0**24
"""Vectors are cut to whole parts of it, so that the sum of 384 products is exact."""


class Near(NamedTuple):
    """Pairs of rows and their scores: three columns of one length, the first row below the second."""

    first: Rows
    second: Rows
    scores: Block


class Likeness:
    """The likeness of propositions by number; symmetric, computed from content alone."""

    def __init__(
        self,
        found: Sequence[Proposition],
        rarity: Mapping[str, float] | None = None,
        among: Sequence[str] | None = None,
    ) -> None:
        """Take the propositions; `rarity` weighs their stems (by their frequency in `found` if not given).

        The middle of vectors is that of the wordings `among` (of `found` if not given).
        """
        self._found = found
        self._vectors = _cut(centred([p.text for p in found], among))
        self._rarity = weights([p.stems for p in found]) if rarity is None else rarity
        self._stems = Bags([p.stems for p in found], self._rarity)
        self._names = _unweighted([p.names for p in found])
        self._sources = _unweighted([frozenset({p.source} - {""}) for p in found])
        langs = {lang: n for n, lang in enumerate(sorted({p.lang for p in found}))}
        self._langs = np.array([langs[p.lang] for p in found], dtype=np.intp)
        self._concepts = _unweighted([main_concepts(p) for p in found])
        self._positive = np.array([p.positive for p in found], dtype=bool)
        self._figures = _Figured(found)

    def __len__(self) -> int:
        return len(self._langs)

    def raw(self, rows: Rows, columns: Rows) -> Block:
        """Return the likeness of each of `rows` and each of `columns`, no check applied."""
        return self._worded(rows, columns)[0]

    def _worded(self, rows: Rows, columns: Rows) -> tuple[Block, Block]:
        """`raw`, and the weighted share of the smaller wording that is common."""
        cosines = self._vectors[rows].astype(np.float64) @ self._vectors[columns].astype(np.float64).T
        contained, jaccard = self._stems.overlap(rows, columns)
        lexical = self._lexical(rows, columns, contained, jaccard)
        return _rounded(APART + SPREAD * cosines + lexical), contained

    def one(self, row: int, column: int) -> float:
        """Return `raw` of one pair: the same digits, many times faster than a block of one."""
        ours, yours = (self._vectors[k].astype(np.float64) for k in (row, column))
        one, other = self._found[row], self._found[column]
        shared = sum(self._rarity[s] for s in one.stems & other.stems)
        mine, theirs = float(self._stems.own[row]), float(self._stems.own[column])
        scored = CONTAINED * (shared / max(min(mine, theirs), LEAST)) + JACCARD * (
            shared / max(mine + theirs - shared, LEAST)
        )
        if one.lang != other.lang:
            scored = max(scored, FOREIGN)
        whole = round((APART + SPREAD * float(ours @ yours) + scored) * _WHOLE)  # as numpy rounds a block
        return whole / _WHOLE

    def _lexical(self, rows: Rows, columns: Rows, contained: Block, jaccard: Block) -> Block:
        scored: Block = CONTAINED * contained + JACCARD * jaccard
        foreign = self._langs[rows][:, None] != self._langs[columns][None, :]
        scored[foreign] = np.maximum(scored[foreign], FOREIGN)
        return scored

    def scores(self, rows: Rows, columns: Rows) -> Block:
        """Return `raw` with what speaks for and against each pair, NEVER where a check forbids it."""
        scores = self._without_figures(rows, columns)
        i, j = np.nonzero(self._figures.both(rows, columns))
        scores[i, j] = _added(scores[i, j], self._figures.shares(rows[i], columns[j]))
        return scores

    def near(self, least: float, across: float | None = None, of: Rows | None = None) -> Near:
        """Return the pairs of different rows whose score is at least `least`, in order.

        `across` is the least score of pairs in two languages that may speak of one concept (`least` if not
        given): only these can gain by the checks. With `of` only pairs with one of these rows are looked for.
        """
        asked = np.ones(len(self), dtype=bool)
        if of is not None:
            asked[:] = False
            asked[of] = True
        leasts = least, least if across is None else across
        pairs = pairs_of_tiles(len(self)) if of is None else product(tiles_of(of), tiles(len(self)))
        return ordered(joined([self._near(*tile, *leasts, asked) for tile in pairs]))

    def _near(self, rows: Rows, columns: Rows, least: float, across: float, asked: Marks) -> Near:
        scores = self._without_figures(rows, columns)
        gain = np.where(self._figures.telling(rows, columns), SAME_COUNT, 0.0)
        foreign = self._langs[rows][:, None] != self._langs[columns][None, :]
        needed = np.where(foreign & (self._concepts.shared(rows, columns) > 0), across, least)
        once = (rows[:, None] < columns[None, :]) | ~asked[columns][None, :]
        at = np.nonzero((scores + gain >= needed) & once)
        first, second, kept = rows[at[0]], columns[at[1]], scores[at]
        figured = np.flatnonzero(self._figures.both(rows, columns)[at])
        kept[figured] = _added(kept[figured], self._figures.shares(first[figured], second[figured]))
        enough = kept >= needed[at]
        first, second = first[enough], second[enough]
        return Near(np.minimum(first, second), np.maximum(first, second), kept[enough])

    def _without_figures(self, rows: Rows, columns: Rows) -> Block:
        """The score but for what the figures on both sides add or take."""
        scores, contained = self._worded(rows, columns)
        scores[self._figures.one(rows, columns)] -= LONE_FIGURE
        named = self._names.own > 0
        both = named[rows][:, None] & named[columns][None, :]
        scores[both & (self._names.shared(rows, columns) == 0)] -= OTHER_NAMES
        scores[(self._sources.shared(rows, columns) > 0) & (contained >= SAME_WORDS)] += SAME_SOURCE
        scores[self._positive[rows][:, None] != self._positive[columns][None, :]] = NEVER
        return _rounded(scores)


class _Figured:
    """Which propositions hold figures, and what two sets of figures say of each other; each pair once."""

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
        self._have = np.array([bool(p.figures) for p in found], dtype=bool)
        self._telling = _unweighted([_telling(p) for p in found])
        self._shares: dict[tuple[int, int], float] = {}

    def both(self, rows: Rows, columns: Rows) -> Marks:
        found: Marks = self._have[rows][:, None] & self._have[columns][None, :]
        return found

    def one(self, rows: Rows, columns: Rows) -> Marks:
        found: Marks = self._have[rows][:, None] != self._have[columns][None, :]
        return found

    def telling(self, rows: Rows, columns: Rows) -> Marks:
        """Which pairs share a figure that is not too common to bind two contents."""
        found: Marks = self._telling.shared(rows, columns) > 0
        return found

    def shares(self, first: Rows, second: Rows) -> Block:
        """What the figures of each two rows add to their score; NEVER where they differ."""
        kinds = np.sort(np.stack([self._kind[first], self._kind[second]], axis=1), axis=1)
        pairs, at = np.unique(kinds, axis=0, return_inverse=True)
        found = np.array([self._share(i, j) for i, j in pairs.tolist()], dtype=np.float64)
        return found[at.reshape(-1)] if len(found) else np.zeros(0)

    def _share(self, first: int, second: int) -> float:
        if (first, second) not in self._shares:
            self._shares[first, second] = _share(self._examples[first], self._examples[second])
        return self._shares[first, second]


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
    telling = (q for q in one.figures if q.value > _TELLING and concept(q.unit, one.lang) != TERM)
    return frozenset(repr(q.value) for q in telling)


def _added(scores: Block, shares: Block) -> Block:
    never = (scores == NEVER) | (shares == NEVER)
    return np.where(never, NEVER, _rounded(scores + shares))


def _rounded(scores: Block) -> Block:
    return np.round(scores, DECIMALS)


def _cut(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return (np.rint(vectors.astype(np.float64) * _STEP) / _STEP).astype(np.float32)


def _unweighted(bags: Sequence[frozenset[str]]) -> Bags:
    return Bags(bags, dict.fromkeys((w for b in bags for w in b), 1.0))


def some(near: Near, at: Rows | Marks) -> Near:
    """Return the pairs at some places, or of some marks."""
    return Near(near.first[at], near.second[at], near.scores[at])


def ordered(near: Near) -> Near:
    """Return the pairs by their rows."""
    order = np.lexsort((near.second, near.first))
    return Near(near.first[order], near.second[order], near.scores[order])


def joined(parts: Sequence[Near]) -> Near:
    """Return several lots of pairs as one."""
    if not parts:
        none = np.zeros(0, dtype=np.intp)
        return Near(none, none, np.zeros(0))
    rows = np.concatenate([p.first for p in parts])
    return Near(rows, np.concatenate([p.second for p in parts]), np.concatenate([p.scores for p in parts]))


def forbidden(near: Near, pairs: Collection[tuple[int, int]]) -> Near:
    """Return `near` with NEVER for each of `pairs` (first below second), whether it held them or not."""
    if not pairs:
        return near
    left = np.array([n for n, (i, j, _) in enumerate(cells(near)) if (i, j) not in pairs], dtype=np.intp)
    columns = np.array(sorted(pairs), dtype=np.intp).T
    barred = Near(columns[0], columns[1], np.full(len(pairs), NEVER))
    return ordered(joined([some(near, left), barred]))


def cells(near: Near) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs one by one."""
    yield from zip(near.first.tolist(), near.second.tolist(), near.scores.tolist(), strict=True)
