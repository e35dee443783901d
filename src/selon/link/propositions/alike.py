"""The likeness of places, no check applied: read like a matrix, computed where it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from selon.link.bags import TILE, Block, Rows
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.scored import DECIMALS

_WHOLE = 10**DECIMALS
_FEW = 16


class Alike:
    """`alike[i, j]` is the likeness of places i and j; `of` gives the wording of each place."""

    def __init__(self, wordings: Likeness, of: Sequence[int]) -> None:
        self._wordings = wordings
        self._of: Rows = np.array(of, dtype=np.intp)
        self._places: dict[int, list[int]] = defaultdict(list)
        for place, wording in enumerate(of):
            self._places[wording].append(place)

    def __getitem__(self, pair: tuple[int, int]) -> float:
        return self._wordings.one(int(self._of[pair[0]]), int(self._of[pair[1]]))

    def row(self, at: int, places: Sequence[int]) -> Block:
        """Return the likeness of a place to each of some places."""
        return self._block(self._of[[at]], self._of[np.array(places, dtype=np.intp)]).reshape(-1)

    def nearest(self, at: int, places: Sequence[int]) -> tuple[int, float]:
        """Return the first of some places that are most like one, and how like it is."""
        alike = self.row(at, places)
        best = int(alike.argmax())
        return places[best], float(alike[best])

    def most_alike(self, at: int, places: Sequence[int]) -> int:
        """Return which of some places, by number, is the first of those most like one."""
        return int(self.row(at, places).argmax()) if len(places) > 1 else 0

    def against(self, group: Sequence[int], rows: Sequence[int]) -> tuple[Block, Block]:
        """Return the likeness of each of `rows` to the nearest place of `group`, and to all in the mean."""
        columns, count = np.unique(self._of[np.array(group)], return_counts=True)
        asked, back = np.unique(self._of[np.array(rows, dtype=np.intp)], return_inverse=True)
        nearest, mean = np.empty(len(asked)), np.empty(len(asked))
        for at in range(0, len(asked), TILE):
            block = self._block(asked[at : at + TILE], columns)
            nearest[at : at + TILE] = block.max(axis=1)
            mean[at : at + TILE] = np.rint(block * _WHOLE) @ count / count.sum() / _WHOLE
        return nearest[back], mean[back]

    def _block(self, rows: Rows, columns: Rows) -> Block:
        """The likeness of wordings: of a few, pair by pair is faster."""
        if len(rows) * len(columns) >= _FEW:
            return self._wordings.raw(rows, columns)
        return np.array([[self._wordings.one(i, j) for j in columns.tolist()] for i in rows.tolist()])

    def agreeing(self, group: Sequence[int], rows: Sequence[int]) -> Block:
        """Return the score of each of `rows` with all places of `group` in the mean, what figures, names and
        moments say counted in; a pair that a check forbids counts 0."""
        columns, count = np.unique(self._of[np.array(group)], return_counts=True)
        asked, back = np.unique(self._of[np.array(rows, dtype=np.intp)], return_inverse=True)
        mean = np.empty(len(asked))
        for at in range(0, len(asked), TILE):
            block = np.maximum(self._wordings.scores(asked[at : at + TILE], columns), 0.0)
            mean[at : at + TILE] = np.rint(block * _WHOLE) @ count / count.sum() / _WHOLE
        return mean[back]

    def wording(self, place: int) -> int:
        """Return the wording of a place."""
        return int(self._of[place])

    def wordings(self, places: Iterable[int]) -> list[int]:
        """Return the wordings of some places, each once, in order."""
        return sorted({int(self._of[k]) for k in places})

    def places(self, wordings: Iterable[int]) -> list[int]:
        """Return all places of some wordings, in order."""
        return sorted(k for w in wordings for k in self._places[w])

    def meeting(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs of a wording of `ours` and one of `theirs` whose likeness is at least `least`."""
        left, right = np.array(ours, dtype=np.intp), np.array(theirs, dtype=np.intp)
        yield from self._wordings.meeting(left, right, least)
