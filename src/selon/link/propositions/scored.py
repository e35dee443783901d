"""Pairs of wordings with their scores, held as columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows

Marks = npt.NDArray[np.bool_]
Scores = Callable[[Rows, Rows], Block]
"""The score of each of some rows and each of some columns."""

NEVER = -9.0
"""The score of a pair that must not meet."""
DECIMALS = 4


class Near(NamedTuple):
    """Pairs of rows and their scores: three columns of one length, the first row below the second."""

    first: Rows
    second: Rows
    scores: Block


def rounded(scores: Block) -> Block:
    """Return scores as whole ten-thousandths."""
    return np.round(scores, DECIMALS)


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
