"""The likeness of places, no check applied: read like a matrix, computed where it is read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from selon.link.bags import TILE, Block, Rows
from selon.link.likeness import DECIMALS, Likeness

_WHOLE = 10**DECIMALS


class Alike:
    """`alike[i, j]` is the likeness of places i and j; `of` gives the wording of each place."""

    def __init__(self, wordings: Likeness, of: Sequence[int]) -> None:
        self._wordings = wordings
        self._of: Rows = np.array(of, dtype=np.intp)

    def __getitem__(self, pair: tuple[int, int]) -> float:
        return self._wordings.one(int(self._of[pair[0]]), int(self._of[pair[1]]))

    def against(self, group: Sequence[int], rows: Sequence[int]) -> tuple[Block, Block]:
        """Return the likeness of each of `rows` to the nearest place of `group`, and to all in the mean."""
        columns, count = np.unique(self._of[np.array(group)], return_counts=True)
        asked, back = np.unique(self._of[np.array(rows, dtype=np.intp)], return_inverse=True)
        nearest, mean = np.empty(len(asked)), np.empty(len(asked))
        for at in range(0, len(asked), TILE):
            block = self._wordings.raw(asked[at : at + TILE], columns)
            nearest[at : at + TILE] = block.max(axis=1)
            mean[at : at + TILE] = np.rint(block * _WHOLE) @ count / count.sum() / _WHOLE
        return nearest[back], mean[back]
