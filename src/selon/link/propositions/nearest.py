"""Which two groups are nearest: pairs of single wordings in order, and what each made group waits for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows
from selon.link.propositions.scored import DECIMALS, Near, Numbers, some

WHOLE = 10**DECIMALS
_LOOK = 64
"""Pairs of single wordings that are looked at together for the next two that are both still alone."""


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
    """The wordings near to each wording: those after it, as the pairs have them, and those before it."""

    def __init__(self, count: int, near: Near, anew: Rows | None = None) -> None:
        """Take the near pairs, in order; with `anew` only pairs with one of these wordings may merge."""
        self._anew = marked(count, anew)
        self._after, self._before = near.second, near.first[np.argsort(near.second, kind="stable")]
        self._starts = tuple(_starts(ends, count) for ends in (near.first, near.second))

    def of(self, wordings: Iterable[int]) -> Numbers:
        """Return all that are near to some wordings."""
        after, before = self._starts
        runs = [
            run
            for k in wordings
            for run in (self._after[after[k] : after[k + 1]], self._before[before[k] : before[k + 1]])
        ]
        return np.concatenate(runs)

    def alone(self, wording: int, of: Numbers) -> Numbers:
        """Return those that may merge with a wording as both are; `of` is the group of each wording."""
        near = self.of([wording])
        single: Numbers = near[(of[near] == near) & (self._anew[near] | self._anew[wording])]
        return single


def _starts(ends: Numbers, count: int) -> Rows:
    """Return where the pairs of each wording begin, sorted by these ends, and where the last ones end."""
    starts: Rows = np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=count))])
    return starts


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
        near = near if anew is None else some(near, asked[near.first] | asked[near.second])
        whole = np.rint(near.scores * WHOLE).astype(np.int32)
        order = np.argsort(-whole, kind="stable")  # pairs of one score stay in their order
        self._whole, self._first, self._second = whole[order], near.first[order], near.second[order]
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
