"""Pairs of wordings with their scores, held as columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows

Marks = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]
Scores = Callable[[Rows, Rows], Block]
"""The score of each of some rows and each of some columns."""

NEVER = -9.0
"""The score of a pair that must not meet."""
DECIMALS = 4


class Near(NamedTuple):
    """Pairs of rows and their scores: three columns of one length, the first row below the second.

    Rows take 32 bits: of ten thousand articles there are some twenty million pairs.
    """

    first: Numbers
    second: Numbers
    scores: Block


def pairs(first: Rows, second: Rows, scores: Block) -> Near:
    """Return pairs of two rows each, in whatever order of the two, with their scores."""
    low, high = np.minimum(first, second), np.maximum(first, second)
    return Near(low.astype(np.int32), high.astype(np.int32), scores)


def rounded(scores: Block) -> Block:
    """Return scores as whole ten-thousandths."""
    return np.round(scores, DECIMALS)


def some(near: Near, at: Rows | Marks) -> Near:
    """Return the pairs at some places, or of some marks."""
    return Near(near.first[at], near.second[at], near.scores[at])


def ordered(near: Near) -> Near:
    """Return the pairs by their rows."""
    return some(near, np.argsort(codes(near)))


def codes(near: Near) -> npt.NDArray[np.int64]:
    """Return one number for each pair: sorted, they are in the order of the pairs."""
    made = near.first.astype(np.int64)
    made <<= 32
    made |= near.second
    return made


def joined(parts: Sequence[Near]) -> Near:
    """Return several lots of pairs as one."""
    if not parts:
        none = np.zeros(0, dtype=np.int32)
        return Near(none, none, np.zeros(0))
    return Near(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def forbidden(near: Near, apart: Collection[tuple[int, int]]) -> Near:
    """Return `near` with NEVER for each pair of `apart` (first below second), whether it held them or not."""
    if not apart:
        return near
    left = np.array([n for n, (i, j, _) in enumerate(cells(near)) if (i, j) not in apart], dtype=np.intp)
    columns = np.array(sorted(apart), dtype=np.int32).T
    barred = Near(columns[0], columns[1], np.full(len(apart), NEVER))
    return ordered(joined([some(near, left), barred]))


def cells(near: Near) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs one by one."""
    yield from zip(near.first.tolist(), near.second.tolist(), near.scores.tolist(), strict=True)
