"""Groups of propositions by average link, so that no chain of small steps joins what is far apart.

Pairs that a check forbids never share a group (Sokal & Michener 1958 with cannot-link pairs). Two groups can
only be near enough in the mean when two of their members are: near pairs are held as arrays, and the means of
a group with what is near it are computed when it is made. Each group waits in the heap with its nearest
neighbour alone (Müllner 2011, Modern hierarchical, agglomerative clustering algorithms), so that memory grows
with the near pairs by a few bytes each. Scores are added as whole ten-thousandths: sums are exact, and the
order of merging depends on the scores alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

import numpy as np

from selon.link.bags import TILE, Block, Rows
from selon.link.propositions.nearest import WHOLE, Beside, Candidate, Pairs, Waiting
from selon.link.propositions.scored import NEVER, Near, Numbers, Scores, some

THRESHOLD = 0.94
_FORBIDDEN = NEVER / 2


def groups(
    sizes: Sequence[int], known: Near, scores: Scores, threshold: float = THRESHOLD
) -> tuple[tuple[int, ...], ...]:
    """Return groups of wordings whose mean likeness is at least `threshold`, each sorted, in order.

    `sizes` are the places of each wording; `known` holds every pair that reaches the threshold, with the
    score that `scores` gives, and every pair that is forbidden whatever `scores` says.
    """
    merging = Merging(sizes, known, Table(sizes, known, scores), threshold)
    return tuple(sorted(merging.done()))


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
        """Take the places of wordings, pairs of which some are forbidden, and what gives all other scores."""
        self._weight = np.array(sizes, dtype=np.float64)
        self._scores, self._count = scores, len(sizes)
        barred = some(known, known.scores < _FORBIDDEN)
        self._barred = np.sort(barred.first.astype(np.int64) * self._count + barred.second)

    def sums(self, group: Sequence[int], others: Sequence[Sequence[int]]) -> Block:
        """Sum the scores of a group and each of the others; minus infinity where one is forbidden."""
        columns = np.array([k for other in others for k in other], dtype=np.intp)
        starts = np.cumsum([0, *map(len, others[:-1])])
        total = np.zeros(len(columns))
        for at in range(0, len(group), TILE):
            rows = np.array(group[at : at + TILE])
            block = self._block(rows, columns)
            weighed = np.rint(block * WHOLE) * self._weight[rows][:, None] * self._weight[columns][None, :]
            weighed[block < _FORBIDDEN] = -np.inf
            total += weighed.sum(axis=0)
        found: Block = np.add.reduceat(total, starts)
        return found

    def _block(self, rows: Rows, columns: Rows) -> Block:
        block = self._scores(rows, columns)
        if not len(self._barred):
            return block
        codes = np.minimum.outer(rows, columns) * self._count + np.maximum.outer(rows, columns)
        at = np.minimum(np.searchsorted(self._barred, codes), len(self._barred) - 1)
        block[self._barred[at] == codes] = NEVER
        return block


class Merging:
    """Groups by number, and the pairs near enough to merge.

    A wording alone has its own number; each merge makes the next one. Of pairs equally near, that of the
    first wordings is merged first.
    """

    def __init__(
        self, sizes: Sequence[int], known: Near, table: Table, threshold: float, anew: Rows | None = None
    ) -> None:
        """Begin with every wording alone; `sizes` are their places.

        With `anew` only pairs with one of these wordings may merge before anything is linked.
        """
        near = some(known, known.scores >= threshold)
        self._table, self._least = table, threshold * WHOLE
        self._beside = Beside(len(sizes), near, anew)
        self._pairs = Pairs(len(sizes), near, anew)
        self._of: Numbers = np.arange(len(sizes), dtype=np.int32)
        self._made = len(sizes)
        self._members: dict[int, list[int]] = {k: [k] for k in range(len(sizes))}
        self._name = list(range(len(sizes)))
        self._weight = {k: float(size) for k, size in enumerate(sizes)}
        self._waiting: dict[int, Waiting] = {}
        self._linked: dict[int, list[int]] = {}
        self._heap: list[Candidate] = []

    def done(self) -> list[tuple[int, ...]]:
        """Merge while any two groups are near enough, and return all groups."""
        while best := self._nearest():
            self._merge(best.ours, best.theirs)
        return [tuple(sorted(many)) for many in self._members.values()]

    def _nearest(self) -> Candidate | None:
        """The two groups that merge next."""
        while self._heap and not self._stands(self._heap[0]):
            self._wait(heapq.heappop(self._heap).ours)
        alone = self._pairs.next(self._of)
        ready = [c for c in (alone, *self._heap[:1]) if c is not None]
        return min(ready, default=None)

    def _stands(self, one: Candidate) -> bool:
        return one.ours in self._members and one.theirs in self._members

    def _merge(self, ours: int, theirs: int) -> int:
        """Make one group of two, and return it."""
        made, self._made = self._made, self._made + 1
        beside = (self._candidates(ours) | self._candidates(theirs)) - {ours, theirs}
        self._members[made] = [*self._members.pop(ours), *self._members.pop(theirs)]
        self._weight[made] = self._weight.pop(ours) + self._weight.pop(theirs)
        self._name.append(min(self._name[ours], self._name[theirs]))
        self._of[self._members[made]] = made
        for gone in (ours, theirs):
            self._waiting.pop(gone, None)
            self._linked.pop(gone, None)
        self._link(made, sorted(beside))
        return made

    def _candidates(self, group: int) -> set[int]:
        """The groups that one may merge with: those it waits for, those that wait for it, and of a single
        wording the single ones near to it."""
        found = set(self._linked.get(group, ()))
        if group in self._waiting:
            found.update(self._waiting[group].others.tolist())
        if group < len(self._of):
            found.update(self._beside.alone(group, self._of).tolist())
        return {k for k in found if k in self._members}

    def _near(self, group: int) -> list[int]:
        """The groups that hold a wording near to one of this group."""
        found = np.unique(self._of[self._beside.of(self._members[group])])
        return [k for k in found.tolist() if k != group]

    def _link(self, group: int, others: Sequence[int]) -> None:
        """Keep which of some groups are near enough to a group in the mean.

        Those that are not need no sum: what comes of two groups that are both too far from a third is too far
        from it. What is forbidden to one is so to what it becomes: its sum is minus infinity.
        """
        if not others:
            return
        many = [self._members[k] for k in others]
        weights = np.array([self._weight[k] for k in others])
        means = self._table.sums(self._members[group], many) / (self._weight[group] * weights)
        near = np.flatnonzero(means >= self._least)
        names, name = np.array([self._name[k] for k in others])[near], self._name[group]
        low, high = np.minimum(names, name), np.maximum(names, name)
        order = np.lexsort((high, low, -means[near]))
        near = near[order]
        self._waiting[group] = Waiting(means[near], low[order], high[order], np.array(others)[near])
        for other in self._waiting[group].others.tolist():
            self._linked.setdefault(other, []).append(group)
        self._wait(group)

    def _wait(self, group: int) -> None:
        """Put a group into the heap with the nearest of its neighbours that are still there."""
        waiting = self._waiting.get(group)
        while waiting is not None and waiting.at < len(waiting.others):
            one = waiting.candidate(group)
            if one.theirs in self._members:
                heapq.heappush(self._heap, one)
                return
            waiting.at += 1
