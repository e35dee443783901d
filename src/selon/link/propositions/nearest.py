"""Which two groups are nearest: pairs of single wordings in order, and what each made group waits for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows
from selon.link.propositions.scored import DECIMALS, Near, some

WHOLE = 10**DECIMALS
_LOOK = 64
"""Pairs of single wordings that are looked at together for the next two that are both still alone."""

Numbers = npt.NDArray[np.int32]


class Candidate(NamedTuple):
    """Two groups that may merge, the nearest first: minus their mean, the first wording of each, and both."""

    apart: float
    first: int
    second: int
    ours: int
    theirs: int


class Waiting:
    """The neighbours that a group may merge with, nearest first; those before `at` are gone."""

    def __init__(self, means: Block, low: Rows, high: Rows, others: Rows) -> None:
        self._means, self.at = means, 0
        self._low, self._high, self.others = (ends.astype(np.int32) for ends in (low, high, others))

    def candidate(self, group: int) -> Candidate:
        """Return the group with the first of its neighbours."""
        at = self.at
        ends = int(self._low[at]), int(self._high[at])
        return Candidate(-float(self._means[at]), *ends, group, int(self.others[at]))


class Beside:
    """The wordings that are near to each wording."""

    def __init__(self, count: int, near: Near, anew: Rows | None = None) -> None:
        """Take the near pairs; with `anew` only pairs with one of these wordings may merge."""
        self._anew = marked(count, anew)
        ends = np.concatenate([near.first, near.second]).astype(np.int32)
        order = np.argsort(ends, kind="stable")
        self._others: Numbers = np.concatenate([near.second, near.first]).astype(np.int32)[order]
        self._starts = np.searchsorted(ends[order], np.arange(count + 1))

    def of(self, wordings: Iterable[int]) -> Numbers:
        """Return all that are near to some wordings."""
        runs = [self._others[self._starts[k] : self._starts[k + 1]] for k in wordings]
        return np.concatenate(runs)

    def alone(self, wording: int, of: Numbers) -> Numbers:
        """Return those that may merge with a wording as both are; `of` is the group of each wording."""
        near = self.of([wording])
        single: Numbers = near[(of[near] == near) & (self._anew[near] | self._anew[wording])]
        return single


def marked(count: int, rows: Rows | None) -> npt.NDArray[np.bool_]:
    """Return which of `count` wordings are among some rows; all without these."""
    marks = np.full(count, rows is None)
    if rows is not None:
        marks[rows] = True
    return marks


class Pairs:
    """Pairs of wordings, nearest first; those of which one has merged are passed over."""

    def __init__(self, count: int, near: Near, anew: Rows | None) -> None:
        asked = marked(count, anew)
        near = some(near, asked[near.first] | asked[near.second])
        whole = np.rint(near.scores * WHOLE).astype(np.int32)
        order = np.lexsort((near.second, near.first, -whole))
        self._whole = whole[order]
        self._first, self._second = (ends[order].astype(np.int32) for ends in (near.first, near.second))
        self._at = 0

    def next(self, of: Numbers) -> Candidate | None:
        """Return the nearest two wordings that are still alone; `of` is the group of each wording."""
        look = _LOOK
        while self._at < len(self._whole):
            part = slice(self._at, self._at + look)
            first, second = self._first[part], self._second[part]
            alone = np.flatnonzero((of[first] == first) & (of[second] == second))
            if len(alone):
                self._at += int(alone[0])
                i, j = int(self._first[self._at]), int(self._second[self._at])
                return Candidate(-float(self._whole[self._at]), i, j, i, j)
            self._at += len(first)
            look *= 2
        return None
