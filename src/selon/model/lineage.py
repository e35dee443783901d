"""Directed derivation between documents, with the evidence ladder of five levels."""

from __future__ import annotations

from enum import IntEnum, StrEnum

import msgspec

from selon.model.identity import Made
from selon.model.passage import ReuseKind
from selon.model.span import Span


class Level(IntEnum):
    """Strength of the evidence that B derives from A."""

    affinity = 1
    timing = 2
    extent = 3
    idiosyncratic = 4
    stated = 5


class Direction(StrEnum):
    """Whether the evidence says which text came first."""

    certain = "certain"
    undecided = "undecided"


class Evidence(msgspec.Struct, frozen=True):
    """One reason for an edge, with the words that show it."""

    level: Level
    why: str
    words: str
    doc: str | None = None
    span: Span | None = None


class Edge(msgspec.Struct, frozen=True):
    """`derived` comes from `source` (a document id, or `agency:NAME` when the original is not in the set).

    With direction undecided the two ids are in alphabetical order and neither is called the original.
    """

    derived: str
    source: str
    kind: ReuseKind
    direction: Direction
    level: Level
    evidence: tuple[Evidence, ...]
    made: Made
    credited: bool = False
    trimmed: bool = False
