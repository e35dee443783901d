"""Groups of propositions by average link, so that no chain of small steps joins what is far apart.

Pairs that a check forbids never share a group (Sokal & Michener 1958 with cannot-link pairs). Scores are
added as whole ten-thousandths: sums are exact, and the order of merging depends on the scores alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows, pairs_of_tiles
from selon.link.likeness import DECIMALS, NEVER, Near, cells

THRESHOLD = 0.95
_FORBIDDEN = NEVER / 2
_WHOLE = 10**DECIMALS

Scores = Callable[[Rows, Rows], Block]
"""The score of each of some rows and each of some columns."""


def groups(
    sizes: Sequence[int], known: Near, scores: Scores, threshold: float = THRESHOLD
) -> tuple[tuple[int, ...], ...]:
    """Return groups of wordings whose mean likeness is at least `threshold`, each sorted, in order.

    `sizes` are the places of each wording; `known` holds every pair that may reach the threshold, with its
    final score, and whatever else overrules `scores`.
    """
    close = known.scores >= threshold
    links = zip(known.first[close].tolist(), known.second[close].tolist(), strict=True)
    out: list[tuple[int, ...]] = []
    for part in components(len(sizes), links):
        if len(part) == 1:
            out.append(part)
        else:
            weight = np.array([sizes[k] for k in part], dtype=np.float64)
            found = _average_link(_totals(part, known, scores, weight), weight, threshold)
            out.extend(tuple(part[k] for k in group) for group in found)
    return tuple(sorted(out))


def united(found: Iterable[tuple[int, ...]], joined: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Put the groups together that hold rows of one set of `joined`, whatever their likeness."""
    left = list(found)
    for many in joined:
        held = [g for g in left if not set(g).isdisjoint(many)]
        left = [g for g in left if set(g).isdisjoint(many)]
        left.append(tuple(sorted(k for g in held for k in g)))
    return tuple(sorted(left))


def components(count: int, links: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the connected components of the numbers below `count`, each sorted, in order."""
    parent = list(range(count))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for a, b in links:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    members: dict[int, list[int]] = {}
    for k in range(count):
        members.setdefault(root(k), []).append(k)
    return tuple(tuple(many) for many in members.values())


def _totals(part: Sequence[int], known: Near, scores: Scores, weight: Block) -> Block:
    """Summed scores of each two wordings of a component, in ten-thousandths; minus infinity for NEVER."""
    at = np.array(part)
    out: Block = np.empty((len(part), len(part)))
    for rows, columns in pairs_of_tiles(len(part)):
        out[np.ix_(rows, columns)] = scores(at[rows], at[columns])
        out[np.ix_(columns, rows)] = out[np.ix_(rows, columns)].T
    place = {k: n for n, k in enumerate(part)}
    for i, j, score in _inside(known, at, place):
        out[i, j] = out[j, i] = score
    forbidden = out < _FORBIDDEN
    out = np.rint(out * _WHOLE) * weight[:, None] * weight[None, :]
    out[forbidden] = -np.inf
    np.fill_diagonal(out, -np.inf)
    return out


def _inside(known: Near, at: Rows, place: dict[int, int]) -> Iterable[tuple[int, int, float]]:
    """The known pairs inside a component, by their places in it; `known` is sorted by its first rows."""
    for row in at.tolist():
        first, last = np.searchsorted(known.first, [row, row + 1])
        slice_ = Near(known.first[first:last], known.second[first:last], known.scores[first:last])
        for i, j, score in cells(slice_):
            if j in place:
                yield place[i], place[j], score


def _average_link(totals: Block, weight: Block, threshold: float) -> list[tuple[int, ...]]:
    members: list[list[int]] = [[k] for k in range(len(totals))]
    best = _Best(totals, weight)
    while True:
        i, j, mean = best.pair()
        if mean < threshold * _WHOLE:
            break
        best.merge(i, j)
        members[i] += members[j]
        members[j] = []
    return [tuple(sorted(m)) for m in members if m]


class _Best:
    """The nearest other group of every group, kept up to date while groups merge (Anderberg 1973)."""

    def __init__(self, totals: Block, weight: Block) -> None:
        self._totals, self._weight = totals, weight.copy()
        self._mean = np.empty(len(totals))
        self._with: npt.NDArray[np.intp] = np.zeros(len(totals), dtype=np.intp)
        for k in range(len(totals)):
            self._look(k)

    def _look(self, k: int) -> None:
        means = self._means(k)
        self._with[k] = int(np.argmax(means))
        self._mean[k] = means[self._with[k]]

    def _means(self, k: int) -> Block:
        means: Block = self._totals[k] / (self._weight[k] * self._weight)
        return means

    def pair(self) -> tuple[int, int, float]:
        """Return the two nearest groups and their mean score; of equals the first."""
        i = int(np.argmax(self._mean))
        first, second = sorted((i, int(self._with[i])))
        return first, second, float(self._mean[i])

    def merge(self, i: int, j: int) -> None:
        """Join group j to group i; a pair forbidden to either stays forbidden to both."""
        self._totals[i] += self._totals[j]
        self._totals[i, i] = -np.inf
        self._totals[:, i] = self._totals[i]
        self._totals[j] = self._totals[:, j] = -np.inf
        self._weight[i] += self._weight[j]
        self._mean[j] = -np.inf
        stale = (self._with == i) | (self._with == j)
        stale[i], stale[j] = True, False
        stale &= self._mean > -np.inf
        for k in np.flatnonzero(stale):
            self._look(int(k))
        self._nearer(i, ~stale)

    def _nearer(self, i: int, others: npt.NDArray[np.bool_]) -> None:
        """Point the other groups to group i where it is now their nearest, or as near and before it."""
        means = self._means(i)
        nearer = (means > self._mean) | ((means == self._mean) & (self._with > i))
        moved = others & nearer & (means > -np.inf)
        self._mean[moved] = means[moved]
        self._with[moved] = i
