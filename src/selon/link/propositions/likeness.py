"""How alike two propositions are, and which may never merge; computed where it is asked for, never for all.

The score rises with the cosine of the centred sentence vectors; small shares are added for common rare words
(containment and Jaccard, weighted by inverse document frequency) and for one and the same figure. Every score
is a whole number of ten-thousandths, and every sum behind it is exact: blocks of any shape give the same
digits. Pairs that are near are looked for in blocks of single precision, and those that may be near enough
are computed exactly, one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.link.bags import LEAST, Bags, Block, Rows, pairs_of_tiles, tiles, tiles_of, unweighted, weights
from selon.link.propositions.centring import centred
from selon.link.propositions.concepts import main_concepts
from selon.link.propositions.figured import SAME_COUNT, Figured
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.scored import DECIMALS, NEVER, Marks, Near, joined, ordered, pairs, rounded
from selon.link.propositions.screening import Screen, both, unlike

APART, SPREAD = 0.79, 0.3
"""The score of two wordings whose centred vectors have nothing in common, and what a cosine of one adds."""
CONTAINED, JACCARD = 0.1, 0.2
FOREIGN = 0.08
"""What common words would bring on average: given to pairs in two languages, which share none."""
LONE_FIGURE = 0.04
OTHER_NAMES = 0.03
SAME_SOURCE, SAME_WORDS = 0.06, 0.3
"""What two wordings of one named source gain when so much of the smaller one is common: who is quoted in
many texts says one thing in many words, and many things in one text."""
_WHOLE = 10.0**DECIMALS
_STEP = 2.0**24
"""Vectors are cut to whole parts of it, so that the sum of 384 products is exact."""


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
        self._names = unweighted([p.names for p in found])
        self._sources = unweighted([frozenset({p.source} - {""}) for p in found])
        langs = {lang: n for n, lang in enumerate(sorted({p.lang for p in found}))}
        self._langs = np.array([langs[p.lang] for p in found], dtype=np.int16)
        self._concepts = unweighted([main_concepts(p) for p in found])
        self._positive = np.array([p.positive for p in found], dtype=bool)
        self._figures = Figured(found)

    def __len__(self) -> int:
        return len(self._langs)

    def raw(self, rows: Rows, columns: Rows) -> Block:
        """Return the likeness of each of `rows` and each of `columns`, no check applied."""
        return self._worded(rows, columns)[0]

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

    def scores(self, rows: Rows, columns: Rows) -> Block:
        """Return `raw` with what speaks for and against each pair, NEVER where a check forbids it."""
        return self._scores(rows, columns)

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
        screen = self._screen(leasts[0] - leasts[1])
        met = pairs_of_tiles(len(self)) if of is None else product(tiles_of(of), tiles(len(self)))
        return ordered(joined([self._near(screen, *tile, *leasts, asked) for tile in met]))

    def meeting(self, ours: Rows, theirs: Rows, least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs of one of `ours` and one of `theirs` of which `raw` is at least `least`."""
        screen = Screen(
            self._vectors, SPREAD, self._stems, (CONTAINED, JACCARD), [unlike(self._langs, FOREIGN)]
        )
        for rows, columns in product(tiles_of(ours), tiles_of(theirs)):
            first, second = screen.reaching(rows, columns, least - APART)
            enough = self._worded(first, second, each=True)[0] >= least
            yield from zip(first[enough].tolist(), second[enough].tolist(), strict=True)

    def _screen(self, across: float) -> Screen:
        """Bounds of scores less APART; pairs that share a concept may gain `across`."""
        terms = (
            unlike(self._langs, FOREIGN),
            unlike(self._positive, NEVER),
            unlike(self._figures.have, -LONE_FIGURE),
            both(self._names.own > 0, -OTHER_NAMES),
        )
        gains = (
            (self._names, OTHER_NAMES),
            (self._sources, SAME_SOURCE),
            (self._figures.telling, SAME_COUNT),
            (self._concepts, across),
        )
        return Screen(self._vectors, SPREAD, self._stems, (CONTAINED, JACCARD), terms, gains)

    def _near(
        self, screen: Screen, rows: Rows, columns: Rows, least: float, across: float, asked: Marks
    ) -> Near:
        first, second = screen.reaching(rows, columns, least - APART)
        differ = self._figures.shares(first, second) == NEVER
        once = np.flatnonzero(~differ & ((first < second) | ~asked[second]))
        first, second = first[once], second[once]
        scores = self._scores(first, second, each=True)
        foreign = self._langs[first] != self._langs[second]
        one_concept = self._concepts.shared_by_each(first, second) > 0
        enough = scores >= np.where(foreign & one_concept, across, least)
        return pairs(first[enough], second[enough], scores[enough])

    def _scores(self, rows: Rows, columns: Rows, each: bool = False) -> Block:
        """The scores of each row and each column, or of the two in `each` place."""
        scores = self._without_figures(rows, columns, each)
        ours, theirs = _ends(self._figures.have, rows, columns, each)
        at = np.nonzero(ours & theirs)
        scores[at] = _added(scores[at], self._figures.shares(rows[at[0]], columns[at[-1]]))
        return scores

    def _worded(self, rows: Rows, columns: Rows, each: bool = False) -> tuple[Block, Block]:
        """`raw`, and the weighted share of the smaller wording that is common."""
        vectors = self._vectors[rows].astype(np.float64), self._vectors[columns].astype(np.float64)
        cosines = np.einsum("ij,ij->i", *vectors) if each else vectors[0] @ vectors[1].T
        overlap = self._stems.overlap_of_each if each else self._stems.overlap
        contained, jaccard = overlap(rows, columns)
        lexical = CONTAINED * contained + JACCARD * jaccard
        ours, theirs = _ends(self._langs, rows, columns, each)
        np.maximum(lexical, FOREIGN, out=lexical, where=ours != theirs)
        return rounded(APART + SPREAD * cosines + lexical), contained

    def _without_figures(self, rows: Rows, columns: Rows, each: bool) -> Block:
        """The score but for what the figures on both sides add or take."""
        scores, contained = self._worded(rows, columns, each)
        have, named, positive = (
            _ends(own, rows, columns, each)
            for own in (self._figures.have, self._names.own > 0, self._positive)
        )
        scores -= LONE_FIGURE * (have[0] != have[1])
        scores -= OTHER_NAMES * (named[0] & named[1] & (_shared(self._names, rows, columns, each) == 0))
        one_source = _shared(self._sources, rows, columns, each) > 0
        scores += SAME_SOURCE * (one_source & (contained >= SAME_WORDS))
        scores[positive[0] != positive[1]] = NEVER
        return rounded(scores)


def _ends(
    own: npt.NDArray[Any], rows: Rows, columns: Rows, each: bool
) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """What is known of rows and columns, in the shapes in which numpy holds them against each other."""
    return (own[rows], own[columns]) if each else (own[rows][:, None], own[columns][None, :])


def _shared(bags: Bags, rows: Rows, columns: Rows, each: bool) -> Block:
    return bags.shared_by_each(rows, columns) if each else bags.shared(rows, columns)


def _added(scores: Block, shares: Block) -> Block:
    never = (scores == NEVER) | (shares == NEVER)
    return np.where(never, NEVER, rounded(scores + shares))


def _cut(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return (np.rint(vectors.astype(np.float64) * _STEP) / _STEP).astype(np.float32)
