"""The stems of the sentences of a text as flat arrays, and what the sentences of two texts share by weight.

Weights are added in the order in which a sentence prints its words, so that every sum has the same digits
whatever else is compared beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

TABLE = 1 << 16
"""Pairs of pieces up to which all are weighed at once."""
Weigh = Callable[[int], float]
Numbers = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float64]


class Postings:
    """Each stem of each piece once, in order of place, with how often the piece has it."""

    def __init__(self, stems: Sequence[int], pieces: Sequence[tuple[int, int]]) -> None:
        bags = [Counter(stems[first:last]) for first, last in pieces]
        self._printed = [stem for bag in bags for stem in bag]
        self.sizes: Numbers = np.array([len(bag) for bag in bags], dtype=np.intp)
        self.piece: Numbers = np.repeat(np.arange(len(bags)), self.sizes)
        self.count: Numbers = np.array([n for bag in bags for n in bag.values()], dtype=np.intp)
        self.stems = np.array(self._printed, dtype=np.uint64)
        self.order: Numbers = np.argsort(self.stems, kind="stable")
        self._known: tuple[Weigh, Weights] | None = None

    @cached_property
    def _rising(self) -> npt.NDArray[np.uint64]:
        return self.stems[self.order]

    def weights(self, weigh: Weigh) -> Weights:
        """Return the weight of each entry, computed once for one measure of weight."""
        if self._known is None or self._known[0] is not weigh:
            self._known = weigh, np.array([weigh(s) for s in self._printed], dtype=np.float64)
        return self._known[1]

    def whole(self, weigh: Weigh) -> Weights:
        """Return the weight of each piece."""
        weights = self.weights(weigh) * self.count
        return np.bincount(self.piece, weights, len(self.sizes)).astype(np.float64)

    def met(self, stems: npt.NDArray[np.uint64], most: int | None = None) -> tuple[Numbers, Numbers]:
        """Return all pairs of some stems (by number) and entries that have them; none for a stem of more than
        `most` entries."""
        first = np.searchsorted(self._rising, stems, "left")
        times = np.searchsorted(self._rising, stems, "right") - first
        if most is not None:
            times[times > most] = 0
        ends = np.cumsum(times)
        number = np.repeat(np.arange(len(stems)), times)
        at = np.arange(len(number)) + np.repeat(first - (ends - times), times)
        return number, self.order[at]


def found(
    ours: Postings, theirs: Postings, weigh: Weigh, crowd: int, least: float
) -> tuple[Numbers, Numbers, Weights]:
    """Return the pairs of pieces that share `least` of weight, in order: both pieces and that weight.

    A stem counts once, and not where more than `crowd` pieces of `theirs` hold it.
    """
    number, at = theirs.met(ours.stems[ours.order], crowd)
    entry = ours.order[number]
    codes = ours.piece[entry] * len(theirs.sizes) + theirs.piece[at]
    if len(ours.sizes) * len(theirs.sizes) > TABLE:
        codes, of = np.unique(codes, return_inverse=True)
        total = np.bincount(of.reshape(-1), ours.weights(weigh)[entry], len(codes))
    else:
        total = np.bincount(codes, ours.weights(weigh)[entry])
        codes = np.arange(len(total))
    near = total >= least
    return *divmod(codes[near], max(1, len(theirs.sizes))), total[near]


def shared(ours: Postings, theirs: Postings, weigh: Weigh) -> Weights:
    """Return the weight that each two pieces share, as often as both have a stem, shape (ours, theirs)."""
    number, at = theirs.met(ours.stems)
    weight = ours.weights(weigh)[number] * np.minimum(ours.count[number], theirs.count[at])
    there = _table(ours.piece[number], theirs.piece[at], weight, ours, theirs)
    number, at = ours.met(theirs.stems)
    weight = theirs.weights(weigh)[number] * np.minimum(theirs.count[number], ours.count[at])
    back = _table(ours.piece[at], theirs.piece[number], weight, ours, theirs)
    return np.where(ours.sizes[:, None] <= theirs.sizes[None, :], there, back)


def _table(rows: Numbers, columns: Numbers, weight: Weights, ours: Postings, theirs: Postings) -> Weights:
    shape = len(ours.sizes), len(theirs.sizes)
    flat = np.bincount(rows * shape[1] + columns, weight, shape[0] * shape[1])
    return flat.astype(np.float64).reshape(shape)
