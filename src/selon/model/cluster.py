"""Documents that derive from each other, the earliest copy known, and what could overturn that."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.identity import Made
from selon.model.lineage import Level


class CaveatKind(StrEnum):
    """What could show that another copy is earlier."""

    undated = "undated"
    """Members without a date that no strong evidence puts after the earliest."""
    overlapping = "overlapping"
    """Members whose date may lie before or after that of the earliest."""
    unreliable = "unreliable"
    """The date of the earliest is read from an address or from running words, or has no hour."""
    outside = "outside"
    """Agencies that members credit and whose own text is not in the set."""
    undecided = "undecided"
    """Members tied to others with no direction."""
    thin = "thin"
    """No evidence above extent (level 3) says that the others derive from the earliest."""


class Caveat(msgspec.Struct, frozen=True):
    """One reason for doubt, with the documents (or agencies) that it rests on."""

    kind: CaveatKind
    about: tuple[str, ...]


class Cluster(msgspec.Struct, frozen=True):
    """Documents tied by derivation, by id; `earliest` is None when nothing singles one out.

    `level` is the strongest evidence that a member derives from the earliest, None when none does.
    """

    id: str
    docs: tuple[str, ...]
    earliest: str | None
    level: Level | None
    caveats: tuple[Caveat, ...]
    made: Made
