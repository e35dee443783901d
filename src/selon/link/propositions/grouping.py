"""Groups of propositions by average link, so that no chain of small steps joins what is far apart.

Pairs that a check forbids never share a group (Sokal & Michener 1958 with cannot-link pairs). Two groups can
only be near enough in the mean when two of their members are: means are kept for such groups alone, and what
no line of near pairs connects is grouped apart, so that memory grows with the near pairs of one such set and
not with all. Scores are added as whole ten-thousandths: sums are exact, and the order of merging depends on
the scores alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from selon.link.bags import TILE, Block, Rows
from selon.link.propositions.likeness import DECIMALS, NEVER, Near, Scores, cells, some
from selon.link.reuse.joining import parts

THRESHOLD = 0.94
_FORBIDDEN = NEVER / 2
WHOLE = 10**DECIMALS


def groups(
    sizes: Sequence[int], known: Near, scores: Scores, threshold: float = THRESHOLD
) -> tuple[tuple[int, ...], ...]:
    """Return groups of wordings whose mean likeness is at least `threshold`, each sorted, in order.

    `sizes` are the places of each wording; `known` holds every pair that reaches the threshold, with its
    final score, and whatever else overrules `scores`, sorted by its rows.
    """
    table, left = Table(sizes, known, scores), set(range(len(sizes)))
    made: list[tuple[int, ...]] = []
    for rows, near in _connected(len(sizes), known, threshold):
        left.difference_update(rows)
        merging = Merging({k: sizes[k] for k in rows}, table, threshold * WHOLE)
        for i, j, score in cells(near):
            merging.link(i, j, round(score * WHOLE) * sizes[i] * sizes[j])
        made += merging.done()
    return tuple(sorted([*made, *((k,) for k in left)]))


def _connected(count: int, known: Near, threshold: float) -> Iterator[tuple[list[int], Near]]:
    """Yield the rows that near pairs connect, with these pairs; groups never go beyond them."""
    near = some(known, known.scores >= threshold)
    part = parts(count, near.first, near.second)[near.first]
    order = np.argsort(part, kind="stable")
    cuts = np.flatnonzero(np.diff(part[order])) + 1
    for at in np.split(order, cuts) if len(order) else ():
        yield np.union1d(near.first[at], near.second[at]).tolist(), some(near, at)


def united(found: Iterable[tuple[int, ...]], joined: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Put the groups together that hold rows of one set of `joined`, whatever their likeness."""
    left = list(found)
    for many in joined:
        held = [g for g in left if not set(g).isdisjoint(many)]
        left = [g for g in left if set(g).isdisjoint(many)]
        left.append(tuple(sorted(k for g in held for k in g)))
    return tuple(sorted(left))


class Table:
    """Sums of scores between groups of wordings, looked up or computed."""

    def __init__(self, sizes: Sequence[int], known: Near, scores: Scores) -> None:
        self._weight = np.array(sizes, dtype=np.float64)
        self._scores, self._count = scores, len(sizes)
        self._codes = known.first * self._count + known.second
        self._known = known.scores

    def sums(self, group: Sequence[int], others: Sequence[Sequence[int]]) -> list[float]:
        """Sum the scores of a group and each of the others; minus infinity where one is forbidden."""
        columns = np.array([k for other in others for k in other])
        starts = np.cumsum([0, *map(len, others[:-1])])
        total = np.zeros(len(columns))
        for at in range(0, len(group), TILE):
            rows = np.array(group[at : at + TILE])
            block = self._block(rows, columns)
            weighed = np.rint(block * WHOLE) * self._weight[rows][:, None] * self._weight[columns][None, :]
            weighed[block < _FORBIDDEN] = -np.inf
            total += weighed.sum(axis=0)
        return [float(t) for t in np.add.reduceat(total, starts)]

    def _block(self, rows: Rows, columns: Rows) -> Block:
        block = self._scores(rows, columns)
        low, high = np.minimum.outer(rows, columns), np.maximum.outer(rows, columns)
        codes = low * self._count + high
        at = np.minimum(np.searchsorted(self._codes, codes), max(0, len(self._codes) - 1))
        held = self._codes[at] == codes
        block[held] = self._known[at[held]]
        return block


class Merging:
    """Groups, and of the pairs near enough to merge the sums and a heap.

    A group goes by its smallest member; of pairs equally near, the first is merged first.
    """

    def __init__(self, sizes: Mapping[int, int], table: Table, least: float) -> None:
        """Begin with every wording alone; `sizes` are their places."""
        self._members: dict[int, list[int]] = {k: [k] for k in sizes}
        self._weight = {k: float(size) for k, size in sizes.items()}
        self._totals: dict[int, dict[int, float]] = {}
        self._heap: list[tuple[float, int, int]] = []
        self._table, self._least = table, least

    def link(self, i: int, j: int, total: float) -> None:
        """Keep the sum of two groups that are near enough, and the pair.

        Others need none: what comes of two groups that are both too far from a third is too far from it.
        """
        mean = total / (self._weight[i] * self._weight[j])
        if mean >= self._least:
            self._totals.setdefault(i, {})[j] = total
            self._totals.setdefault(j, {})[i] = total
            heapq.heappush(self._heap, (-mean, min(i, j), max(i, j)))

    def _mean(self, i: int, j: int) -> float:
        return self._totals[i][j] / (self._weight[i] * self._weight[j])

    def done(self) -> list[tuple[int, ...]]:
        """Merge while any two groups are near enough, and return all groups."""
        while self._heap:
            mean, i, j = heapq.heappop(self._heap)
            if j in self._totals.get(i, ()) and -mean == self._mean(i, j):
                self._merge(i, j)
        return [tuple(sorted(many)) for many in self._members.values()]

    def _merge(self, i: int, j: int) -> None:
        """Join group j to group i; what is forbidden to either is so to both: sums are minus infinity."""
        beside = sorted((self._totals[i].keys() | self._totals[j].keys()) - {i, j})
        ours, theirs = self._sums(i, beside), self._sums(j, beside)
        self._members[i] += self._members.pop(j)
        self._weight[i] += self._weight[j]
        for one in (i, j):
            for other in self._totals.pop(one):
                self._totals[other].pop(one, None)
        for other in beside:
            self.link(i, other, ours[other] + theirs[other])

    def _sums(self, group: int, beside: Sequence[int]) -> dict[int, float]:
        """The sums of a group with others: those kept, and those of groups that are too far."""
        kept = {k: self._totals[group][k] for k in beside if k in self._totals[group]}
        missing = [k for k in beside if k not in kept]
        if missing:
            others = [self._members[k] for k in missing]
            kept |= zip(missing, self._table.sums(self._members[group], others), strict=True)
        return kept
