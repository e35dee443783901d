"""Which places are worth asking whether they contest a claim: near it, with what a contest needs.

Every test of `selon.link.disputes` asks for one of these; to put all places to all claims would be quadratic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selon.link.propositions.alike import Alike


class Opponents:
    """For each claim the places that may contest it."""

    def __init__(self, raw: Alike) -> None:
        self._raw = raw
        self._near: dict[int, set[int]] = defaultdict(set)

    def meet(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> None:
        """Let places of both kinds contest each other where their likeness, no check applied, is `least`."""
        for one, other in self._raw.meeting(ours, theirs, least):
            self._near[one].add(other)
            self._near[other].add(one)

    def of(self, group: Sequence[int]) -> list[int]:
        """Return the places that may contest the claim of `group`, in order."""
        near = {w for one in self._raw.wordings(group) for w in self._near.get(one, ())}
        return self._raw.places(near)
