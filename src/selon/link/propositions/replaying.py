"""Groups as an earlier run merged them, and anew only where something has changed.

Merging goes from the nearest two groups to the farthest. As long as two groups hold what they held then, they
merge when they merged then; a group that holds something new, or whose partner of then is another, has its
means with all its neighbours computed. The order is that of `grouping`, so the groups are too.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from selon.link.propositions.grouping import WHOLE, Merging, Table
from selon.link.propositions.likeness import Near, cells

Merge = tuple[float, int, int]
"""The mean likeness of two groups that became one, and both, by their first wordings; -1 for one that is
not there."""


class Replaying(Merging):
    """Groups of which some are `clean`: all that their wordings' scores depend on is as it was.

    `merges` are those that were made, in order.
    """

    def __init__(
        self, sizes: Sequence[int], table: Table, least: float, near: Near, clean: Collection[int]
    ) -> None:
        super().__init__(dict(enumerate(sizes)), table, least * WHOLE)
        self.merges: list[Merge] = []
        self._clean, self._group = set(clean), list(range(len(sizes)))
        self._beside: dict[int, list[int]] = defaultdict(list)
        for i, j, score in cells(near):
            if score >= least:
                self._beside[i].append(j)
                self._beside[j].append(i)
                if not (i in self._clean and j in self._clean):
                    self.link(i, j, round(score * WHOLE) * sizes[i] * sizes[j])

    def replayed(self, before: Iterable[Merge]) -> tuple[tuple[int, ...], ...]:
        """Return the groups; `before` are the merges of the earlier run, in order."""
        for mean, i, j in before:
            self._until((-mean, i, j))
            if i in self._clean and j in self._clean:
                self._join(i, j, mean)
            else:
                self._expose(i)
                self._expose(j)
        self._until(None)
        return tuple(self.done())

    def _until(self, bound: Merge | None) -> None:
        """Merge what is nearer than the next merge of the earlier run."""
        while self._heap and (bound is None or self._heap[0] < bound):
            mean, i, j = heapq.heappop(self._heap)
            if j in self._totals.get(i, ()) and -mean == self._mean(i, j):
                self._expose(i)
                self._expose(j)
                self._join(i, j, -mean)

    def _join(self, i: int, j: int, mean: float) -> None:
        for k in (i, j):
            self._totals.setdefault(k, {})
        for k in self._members[j]:
            self._group[k] = i
        self._clean.discard(j)
        self._merge(i, j)
        self.merges.append((mean, i, j))

    def _expose(self, group: int) -> None:
        """Compute the means of a group that was clean with all its neighbours."""
        if group not in self._clean:
            return
        self._clean.discard(group)
        near = {self._group[n] for k in self._members[group] for n in self._beside.get(k, ())} - {group}
        missing = sorted(near - self._totals.get(group, {}).keys())
        sums = self._table.sums(self._members[group], [self._members[n] for n in missing]) if missing else ()
        for other, total in zip(missing, sums, strict=True):
            self.link(group, other, total)
