"""Every stage of a run: its name, version and shape, what it reads and what it writes."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Shape(StrEnum):
    """How a stage goes over the data."""

    each = "each"
    """One document at a time; may run in any process."""
    whole = "whole"
    """The full table at once."""


class Stage(msgspec.Struct, frozen=True):
    """One entry: a change of `version` makes every dossier do the stage again."""

    name: str
    version: int
    shape: Shape
    reads: tuple[str, ...]
    writes: tuple[str, ...]


EXAMINE = Stage("examine", 1, Shape.each, ("documents",), ("statements", "quantities"))
REUSE = Stage("reuse", 1, Shape.whole, ("documents", "statements"), ("passages",))
LINEAGE = Stage("lineage", 1, Shape.whole, ("documents", "passages"), ("edges",))
CLAIMS = Stage(
    "claims", 1, Shape.whole, ("documents", "statements", "quantities", "passages", "edges"), ("claims",)
)
CONFLICTS = Stage("conflicts", 1, Shape.whole, ("documents", "claims", "quantities"), ("conflicts",))

STAGES = (EXAMINE, REUSE, LINEAGE, CLAIMS, CONFLICTS)
"""In the order in which they run: a stage reads only what those before it wrote."""


def version_of(*stages: Stage) -> str:
    """Return one word for the versions of `stages`, as the ledger keeps it."""
    return " ".join(f"{s.name}.{s.version}" for s in stages)
