"""What a provenance drawing is made of: actors, texts, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.actor import ActorKind
from selon.model.claim import ChainLink, Origin
from selon.report.questions.derivation import Derivation
from selon.report.questions.otherwise import Other
from selon.report.questions.paths import Path


@dataclass(frozen=True)
class Node:
    """An actor of the drawing: the origin in column 0, those who report it in the columns after it.

    `slot` counts rows from 0. `links` are the places that name the actor. A `foreign` node is the source of
    a text that says something else.
    """

    key: str
    name: str
    kind: ActorKind
    column: int
    slot: int
    parent: int | None
    links: tuple[ChainLink, ...] = ()
    origin: Origin | None = None
    foreign: bool = False
    copied: bool = False
    """Whether the texts after it copy it: an agency whose own text is not in the dossier."""

    @property
    def circular(self) -> bool:
        """Whether it stands for no origin: what hangs on it comes back to itself."""
        return self.column == 0 and self.origin is None


@dataclass(frozen=True)
class Row:
    """A text of the drawing; `parent` is a row, `node` the actor that a text with no parent hangs on."""

    key: str
    doc: str
    depth: int
    slot: int
    parent: int | None
    node: int | None
    derivation: Derivation
    asserts: bool = True
    path: Path | None = None
    other: Other | None = None
    stack: tuple[str, ...] = ()
    """Further documents drawn in the same place: same parent, same kind of link, same evidence."""
    folded: bool = False
    """Whether the outlet names no source, and says what the origin says elsewhere."""


@dataclass(frozen=True)
class Tree:
    """Everything that the drawing of a claim shows; `loop` holds the rows that form a circle."""

    nodes: tuple[Node, ...]
    rows: tuple[Row, ...]
    loop: tuple[int, ...] = ()
    undecided: tuple[tuple[int, int], ...] = ()

    @property
    def columns(self) -> int:
        """Number of columns of actors."""
        return 1 + max((n.column for n in self.nodes), default=0)

    @property
    def slots(self) -> int:
        """Height in rows."""
        return 1 + max([n.slot for n in self.nodes] + [r.slot for r in self.rows], default=0)
