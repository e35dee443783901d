"""Which places are worth asking whether they contest a claim: near it, with what a contest needs.

Every test of `selon.link.disputes` asks for one of these; to put all places to all claims would be quadratic.
Denials and what they may deny are many: only those that are new since an earlier run are held against the
rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from selon.link.kept import Kept
from selon.link.propositions.alike import Alike
from selon.model.identity import digest

_NAME = "opponents"
_LETTERS = 16
"""Hex digits of a digest that a wording goes by."""
_Pairs = Iterable[tuple[int, int]]


class Opponents:
    """For each claim the places that may contest it.

    `digests` are those of the wordings of `raw`, `weights` that of the weights of words; `kept` is what an
    earlier run found out.
    """

    def __init__(self, raw: Alike, digests: Sequence[str], weights: str, kept: Kept) -> None:
        self._raw, self._weights, self._kept = raw, weights, kept
        self._ids = [int(one[:_LETTERS], 16) for one in digests]
        self._near: dict[int, set[int]] = defaultdict(set)

    def meet(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> None:
        """Let places of both kinds contest each other where their likeness, no check applied, is `least`."""
        self._note(self._raw.meeting(self._raw.wordings(ours), self._raw.wordings(theirs), least))

    def meet_again(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> None:
        """`meet`, for kinds that have many places; `least` tells one such two kinds from another."""
        mine, yours = self._raw.wordings(ours), self._raw.wordings(theirs)
        key = digest((self._weights, least))
        known = _unpacked(self._kept.found(_NAME, [key]).get(key))
        old, new = self._parted(mine, known[0])
        fresh = [*self._raw.meeting(new, yours, least)]
        fresh += self._raw.meeting(old, self._parted(yours, known[1])[1], least)
        here = {self._ids[w]: w for w in mine}, {self._ids[w]: w for w in yours}
        kept = ((here[0].get(i), here[1].get(j)) for i, j in known[2])
        every = sorted({*fresh, *((i, j) for i, j in kept if i is not None and j is not None)})
        self._kept.keep(_NAME, key, self._packed(mine, yours, every))
        self._note(every)

    def of(self, group: Sequence[int]) -> list[int]:
        """Return the places that may contest the claim of `group`, in order."""
        near = {w for one in self._raw.wordings(group) for w in self._near.get(one, ())}
        return self._raw.places(near)

    def _note(self, pairs: _Pairs) -> None:
        for one, other in pairs:
            self._near[one].add(other)
            self._near[other].add(one)

    def _parted(self, wordings: Sequence[int], known: Collection[int]) -> tuple[list[int], list[int]]:
        """Return which of some wordings an earlier run knew, and which not."""
        marks = [self._ids[w] in known for w in wordings]
        both = list(zip(wordings, marks, strict=True))
        return [w for w, mark in both if mark], [w for w, mark in both if not mark]

    def _packed(self, ours: Sequence[int], theirs: Sequence[int], pairs: Sequence[tuple[int, int]]) -> bytes:
        wordings = [*ours, *theirs, *(i for i, _ in pairs), *(j for _, j in pairs)]
        return np.array([len(ours), len(theirs), *(self._ids[w] for w in wordings)], dtype="<u8").tobytes()


def _unpacked(packed: bytes | None) -> tuple[frozenset[int], frozenset[int], list[tuple[int, int]]]:
    """The wordings of both kinds of an earlier run, and the pairs that met, by their ids."""
    if packed is None:
        return frozenset(), frozenset(), []
    ours, theirs, *ids = np.frombuffer(packed, "<u8").tolist()
    pairs = ids[ours + theirs :]
    half = len(pairs) // 2
    both = zip(pairs[:half], pairs[half:], strict=True)
    return frozenset(ids[:ours]), frozenset(ids[ours : ours + theirs]), list(both)
