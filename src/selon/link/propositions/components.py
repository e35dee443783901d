"""Groups of wordings, one set of wordings at a time that a line of near pairs connects: no group goes beyond.

What an earlier run merged is taken over (`replaying`) for wordings of which nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows
from selon.link.kept import Kept
from selon.link.propositions.grouping import THRESHOLD, Table
from selon.link.propositions.likeness import Near, Scores
from selon.link.propositions.replaying import Merge, Replaying
from selon.link.reuse.joining import parts

_LETTERS = 16
"""Hex digits of a digest that a wording goes by."""
_NAME = "merges"

Ids = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class _Set:
    """Wordings by number, in order, and what is known of their pairs, by their places in that order."""

    rows: Rows
    near: Near

    def scores(self, scores: Scores) -> Scores:
        """Return the same scores by places in the set."""

        def inside(rows: Rows, columns: Rows) -> Block:
            return scores(self.rows[rows], self.rows[columns])

        return inside


@dataclass(frozen=True)
class _Before:
    """What an earlier run left: its wordings, and its merges by the ids of both groups, in order."""

    wordings: frozenset[int]
    merges: Sequence[tuple[float, int, int]]

    def by_set(self, owner: Mapping[int, int]) -> dict[int, list[tuple[float, int, int]]]:
        """Return the merges by the set that a wording is in now; one whose groups are in two goes to both."""
        out: dict[int, list[tuple[float, int, int]]] = {}
        for merge in self.merges:
            for n in sorted({owner[one] for one in merge[1:] if one in owner}):
                out.setdefault(n, []).append(merge)
        return out


def grouped(
    sizes: Sequence[int], known: Near, scores: Scores, told: Sequence[str], weights: str, kept: Kept
) -> list[tuple[int, ...]]:
    """Return what `groups` returns for all wordings.

    `told` are digests of all that the scores of each wording depend on but for `weights`, the digest of the
    weights of words.
    """
    ids = [int(one[:_LETTERS], 16) for one in told]
    before = _unpacked(kept.found(_NAME, [weights]).get(weights))
    sets = list(_sets(len(sizes), known))
    owner = {ids[k]: n for n, one in enumerate(sets) for k in one.rows.tolist()}
    former = before.by_set(owner)
    alone = set(range(len(sizes)))
    out: list[tuple[int, ...]] = []
    made: list[tuple[float, int, int]] = []
    for n, one in enumerate(sets):
        rows = one.rows.tolist()
        place = {ids[k]: at for at, k in enumerate(rows)}
        clean = [at for name, at in place.items() if name in before.wordings]
        held = [sizes[k] for k in rows]
        table = Table(held, one.near, one.scores(scores))
        merging = Replaying(held, table, THRESHOLD, one.near, clean)
        old: list[Merge] = [(mean, place.get(i, -1), place.get(j, -1)) for mean, i, j in former.get(n, ())]
        alone.difference_update(rows)
        out.extend(tuple(rows[at] for at in group) for group in merging.replayed(old))
        made.extend((mean, ids[rows[i]], ids[rows[j]]) for mean, i, j in merging.merges)
    kept.keep(_NAME, weights, _packed(ids, made))
    return sorted([*out, *((k,) for k in alone)])


def _packed(ids: Sequence[int], merges: Sequence[tuple[float, int, int]]) -> bytes:
    means, first, second = ([m[n] for m in merges] for n in range(3))
    numbers = np.array([len(ids), *ids, *first, *second], dtype="<u8")
    return numbers.tobytes() + np.array(means, dtype="<f8").tobytes()


def _unpacked(packed: bytes | None) -> _Before:
    if packed is None:
        return _Before(frozenset(), ())
    numbers = np.frombuffer(packed, "<u8")
    count = int(numbers[0])
    pairs = (len(numbers) - 1 - count) // 3
    first, second = (numbers[1 + count + n * pairs : 1 + count + (n + 1) * pairs].tolist() for n in (0, 1))
    means = np.frombuffer(packed, "<f8")[len(numbers) - pairs :].tolist()
    return _Before(frozenset(numbers[1 : 1 + count].tolist()), list(zip(means, first, second, strict=True)))


def _sets(count: int, known: Near) -> Iterator[_Set]:
    """Yield the sets of two wordings and more, by their first one."""
    near = known.scores >= THRESHOLD
    label = parts(count, known.first[near], known.second[near])
    rows = np.argsort(label, kind="stable")
    inside = np.flatnonzero(label[known.first] == label[known.second])
    inside = inside[np.argsort(label[known.first[inside]], kind="stable")]
    owner = label[known.first[inside]]
    starts, sizes = np.unique(label[rows], return_index=True, return_counts=True)[1:]
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        held = rows[start : start + size]
        at = inside[slice(*np.searchsorted(owner, [label[held[0]], label[held[0]] + 1]))]
        first, second = (np.searchsorted(held, ends[at]) for ends in (known.first, known.second))
        yield _Set(held, Near(first, second, known.scores[at]))
