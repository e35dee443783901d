"""Bags of words compared block by block: what any two share, by weight, in memory that does not grow.

Weights are multiples of 2^-20, so that their sums are exact and no order of adding, no cut into blocks and no
machine changes a digit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.intp]
Block = npt.NDArray[np.float64]

TILE = 512
"""Rows and columns looked at together: a block of so many takes two megabytes."""
LEAST = 1e-6
"""Bags of no weight share nothing, and are divided by this."""
_STEP = 2.0**20
_FEW = 1 << 15
"""Pairs of words up to which holding each against each is faster than sorting."""


def weights(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return the inverse document frequency of every word in `bags`, in steps of 2^-20."""
    count = Counter(word for bag in bags for word in bag)
    return {word: weight(n, len(bags)) for word, n in count.items()}


def weight(holding: int, bags: int) -> float:
    """Return the inverse document frequency of a word that so many of so many bags hold."""
    return round(math.log(1 + bags / holding) * _STEP) / _STEP


def tiles(count: int) -> list[Rows]:
    """Return the numbers below `count` in runs of at most TILE."""
    return tiles_of(np.arange(count))


def tiles_of(rows: Rows) -> list[Rows]:
    """Return some numbers in runs of at most TILE."""
    return [rows[at : at + TILE] for at in range(0, len(rows), TILE)]


class Bags:
    """Weighted bags by number; `own[k]` is the whole weight of bag k."""

    def __init__(self, bags: Sequence[frozenset[str]], weight: Mapping[str, float] | None = None) -> None:
        given = weights(bags) if weight is None else weight
        words = {word: n for n, word in enumerate(sorted({w for bag in bags for w in bag}))}
        self._weight = np.array([given[w] for w in words], dtype=np.float64)
        sizes = np.array([len(bag) for bag in bags], dtype=np.intp)
        self._starts = np.concatenate([np.zeros(1, dtype=np.intp), np.cumsum(sizes)])
        self._words = np.array([words[w] for bag in bags for w in sorted(bag)], dtype=np.intp)
        owner = np.repeat(np.arange(len(bags)), sizes)
        self._cells = owner * len(words) + self._words
        self.own: Block = np.bincount(owner, self._weight[self._words], len(bags)).astype(np.float64)

    def __len__(self) -> int:
        return len(self.own)

    def shared(self, rows: Rows, columns: Rows) -> Block:
        """Return the weight that each of `rows` shares with each of `columns`."""
        cells, words = self._meeting(rows, columns)
        flat: Block = np.bincount(cells, self._weight[words], len(rows) * len(columns)).astype(
            np.float64, copy=False
        )
        return flat.reshape(len(rows), len(columns))

    def common(self, rows: Rows, columns: Rows) -> Rows:
        """Return the cells of the block of `rows` and `columns`, row after row, that share a word."""
        return self._meeting(rows, columns)[0]

    def _meeting(self, rows: Rows, columns: Rows) -> tuple[Rows, Rows]:
        """Return a cell for each word that a row and a column share, and the word."""
        words, at = self._entries(rows)
        others, there = self._entries(columns)
        if len(words) * len(others) <= _FEW:
            mine, theirs = np.nonzero(words[:, None] == others[None, :])
        else:
            mine, theirs = _equal(words, others)
        return at[mine] * len(columns) + there[theirs], words[mine]

    def shared_by_each(self, first: Rows, second: Rows) -> Block:
        """Return the weight that each of `first` shares with the one of `second` in its place."""
        words, at = self._entries(first)
        cells = second[at] * len(self._weight) + words
        place = np.searchsorted(self._cells[:-1], cells)
        both = np.flatnonzero(self._cells[place] == cells) if len(cells) else place
        found: Block = np.bincount(at[both], self._weight[words[both]], len(first)).astype(
            np.float64, copy=False
        )
        return found

    def _entries(self, rows: Rows) -> tuple[Rows, Rows]:
        """Return every word of every row with the place of the row."""
        sizes = self._starts[rows + 1] - self._starts[rows]
        ends = np.cumsum(sizes)
        at = np.arange(sizes.sum()) + np.repeat(self._starts[rows] - (ends - sizes), sizes)
        return self._words[at], np.repeat(np.arange(len(rows)), sizes)

    def overlap(self, rows: Rows, columns: Rows) -> tuple[Block, Block]:
        """Return containment in the smaller bag and Jaccard of every pair, both weighted, 0 to 1."""
        mine, theirs = self.own[rows][:, None], self.own[columns][None, :]
        return _overlap(self.shared(rows, columns), mine, theirs)

    def overlap_of_each(self, first: Rows, second: Rows) -> tuple[Block, Block]:
        """Return `overlap` of each of `first` and the one of `second` in its place."""
        return _overlap(self.shared_by_each(first, second), self.own[first], self.own[second])


def _equal(words: Rows, others: Rows) -> tuple[Rows, Rows]:
    """Return the places of all pairs of one word of both lists."""
    order = np.argsort(others, kind="stable")
    first = np.searchsorted(others[order], words, "left")
    count = np.searchsorted(others[order], words, "right") - first
    within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(np.arange(len(words)), count), order[np.repeat(first, count) + within]


def _overlap(shared: Block, mine: Block, theirs: Block) -> tuple[Block, Block]:
    least = np.maximum(np.minimum(mine, theirs), LEAST)
    union = np.maximum(mine + theirs - shared, LEAST)
    return shared / least, shared / union


def unweighted(bags: Sequence[frozenset[str]]) -> Bags:
    """Return bags in which all words weigh one."""
    return Bags(bags, dict.fromkeys((w for b in bags for w in b), 1.0))


def pairs_of_tiles(count: int) -> Iterator[tuple[Rows, Rows]]:
    """Yield rows and columns that together meet every pair below `count` once or twice."""
    runs = tiles(count)
    for n, rows in enumerate(runs):
        for columns in runs[n:]:
            yield rows, columns
