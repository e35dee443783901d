"""Which places are worth asking whether they contest a claim: near it, with a figure or a denial.

Every test of `selon.link.disputes` asks for one of these; to put all places to all claims would be quadratic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selon.link.propositions.agreement import Agreement
from selon.link.propositions.alike import Alike
from selon.link.propositions.propositions import Proposition


class Opponents:
    """For each claim the places that may contest it; leasts are of likeness with no check applied."""

    def __init__(
        self, found: Sequence[Proposition], raw: Alike, about: Agreement, figured: float, conceived: float,
        denied: float,
    ) -> None:  # fmt: skip
        """Look for places near each other: two with figures from `figured`, a denial and an affirmation from
        `denied`, or from `conceived` when both speak of concepts."""
        self._raw = raw
        self._near: dict[int, set[int]] = defaultdict(set)
        count = range(len(found))
        with_figures = [k for k in count if found[k].figures]
        denials = [k for k in count if not found[k].positive]
        others = [k for k in count if found[k].positive]
        spoken = [k for k in count if about.concepts[k]]
        self._add(with_figures, with_figures, figured)
        self._add(denials, others, denied)
        self._add(_both(denials, spoken), _both(others, spoken), conceived)

    def _add(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> None:
        for one, other in self._raw.meeting(ours, theirs, least):
            self._near[one].add(other)
            self._near[other].add(one)

    def also(self, places: Sequence[int], least: float) -> None:
        """Let some places contest each other that are near each other from `least`."""
        self._add(places, places, least)

    def of(self, group: Sequence[int]) -> list[int]:
        """Return the places that may contest the claim of `group`, in order."""
        near = {w for one in self._raw.wordings(group) for w in self._near.get(one, ())}
        return self._raw.places(near)


def _both(one: Sequence[int], other: Sequence[int]) -> list[int]:
    return sorted({*one} & {*other})
