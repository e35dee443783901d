"""Groups as an earlier run merged them, and anew only where something has changed.

Merging goes from the nearest two groups to the farthest. As long as two groups hold what they held then, they
merge when they merged then; a group that holds something new, or whose partner of then is another, has its
means with all its neighbours computed. The order is that of `grouping`, so the groups are too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from selon.link.kept import Kept
from selon.link.propositions.grouping import THRESHOLD, Merging, Table
from selon.link.propositions.scored import Near, Scores

_LETTERS = 16
"""Hex digits of a digest that a wording goes by."""
_NAME = "merged"

Merge = tuple[float, int, int]
"""The mean likeness of two groups that became one, and both, by their first wordings; -1 for one that is
not there."""


def grouped(
    sizes: Sequence[int], known: Near, scores: Scores, told: Sequence[str], weights: str, kept: Kept
) -> list[tuple[int, ...]]:
    """Return what `groups` returns.

    `told` are digests of all that the scores of each wording depend on but for `weights`, the digest of the
    weights of words.
    """
    ids = [int(one[:_LETTERS], 16) for one in told]
    wordings, before = _unpacked(kept.found(_NAME, [weights]).get(weights))
    clean = [k for k, one in enumerate(ids) if one in wordings]
    merging = Replaying(sizes, known, Table(sizes, known, scores), THRESHOLD, clean)
    place = {one: k for k, one in enumerate(ids)}
    made = merging.replayed((mean, place.get(i, -1), place.get(j, -1)) for mean, i, j in before)
    kept.keep(_NAME, weights, _packed(ids, [(mean, ids[i], ids[j]) for mean, i, j in merging.merges]))
    return sorted(made)


def _packed(ids: Sequence[int], merges: Sequence[Merge]) -> bytes:
    means, first, second = ([m[n] for m in merges] for n in range(3))
    numbers = np.array([len(ids), *ids, *first, *second], dtype="<u8")
    return numbers.tobytes() + np.array(means, dtype="<f8").tobytes()


def _unpacked(packed: bytes | None) -> tuple[frozenset[int], list[Merge]]:
    """The wordings of an earlier run, and its merges by the ids of both groups, in order."""
    if packed is None:
        return frozenset(), []
    numbers = np.frombuffer(packed, "<u8")
    count = int(numbers[0])
    pairs = (len(numbers) - 1 - count) // 3
    first, second = (numbers[1 + count + n * pairs : 1 + count + (n + 1) * pairs].tolist() for n in (0, 1))
    means = np.frombuffer(packed, "<f8")[len(numbers) - pairs :].tolist()
    return frozenset(numbers[1 : 1 + count].tolist()), list(zip(means, first, second, strict=True))


class Replaying(Merging):
    """Groups of which some are `clean`: all that their wordings' scores depend on is as it was.

    `merges` are those that were made, in order.
    """

    def __init__(
        self, sizes: Sequence[int], known: Near, table: Table, threshold: float, clean: Collection[int]
    ) -> None:
        self.merges: list[Merge] = []
        self._clean = set(clean)
        anew = np.array([k for k in range(len(sizes)) if k not in self._clean], dtype=np.intp)
        super().__init__(sizes, known, table, threshold, anew)

    def replayed(self, before: Iterable[Merge]) -> list[tuple[int, ...]]:
        """Return the groups; `before` are the merges of the earlier run, in order."""
        for mean, i, j in before:
            self._until((-mean, i, j))
            if i in self._clean and j in self._clean:
                self._join(mean, i, j)
            else:
                self._expose(i)
                self._expose(j)
        self._until(None)
        return self.done()

    def _until(self, bound: Merge | None) -> None:
        """Merge what is nearer than the next merge of the earlier run."""
        while (best := self._nearest()) and (bound is None or best[:3] < bound):
            self._expose(best.first)
            self._expose(best.second)
            self._join(-best.apart, best.first, best.second)

    def _join(self, mean: float, i: int, j: int) -> None:
        """Merge two groups by their first wordings, both of them clean or none."""
        self._clean.discard(j)
        self._merge(int(self._of[i]), int(self._of[j]))
        self.merges.append((mean, i, j))

    def _expose(self, name: int) -> None:
        """Compute the means of a group that was clean with all its neighbours that still are."""
        if name not in self._clean:
            return
        group = int(self._of[name])
        self._clean.discard(name)
        self._link(group, [k for k in self._near(group) if self._name[k] in self._clean])
