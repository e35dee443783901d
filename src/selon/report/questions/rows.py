"""What a provenance drawing is made of: actors, texts, and how they hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

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
    pile: str = ""
    """Key of the stack that it stands for or was taken out of; empty when it belongs to none."""
    shown: int = 0
    """How many texts of its stack have rows of their own, when it stands for the rest; 0 elsewhere."""
    folded: bool = False
    """Whether the outlet names no source, and says what the origin says elsewhere."""


@dataclass(frozen=True)
class Tree:
    """Everything that the drawing of a claim shows; `loop` holds the rows that form a circle."""

    nodes: tuple[Node, ...]
    rows: tuple[Row, ...]
    loop: tuple[int, ...] = ()
    undecided: tuple[tuple[int, int], ...] = ()
    left: tuple[int, int] = (0, 0)
    """Origins and texts that are not drawn, for want of room."""

    @cached_property
    def texts(self) -> int:
        """Number of texts drawn, those of a stack each for itself."""
        return sum(1 + len(row.stack) for row in self.rows)

    @property
    def piled(self) -> bool:
        """Whether some texts share a row."""
        return any(row.stack for row in self.rows)

    @cached_property
    def tops(self) -> tuple[int, ...]:
        """For each row the row that it goes back to, itself for one without parent."""
        found: list[int] = []
        for place, row in enumerate(self.rows):
            found.append(place if row.parent is None else found[row.parent])
        return tuple(found)

    @cached_property
    def held(self) -> tuple[tuple[str, ...], ...]:
        """For each node the documents that stand on its word and assert the claim, in drawing order."""
        found: list[dict[str, None]] = [{} for _ in self.nodes]
        for row, top in zip(self.rows, self.tops, strict=True):
            at = self.rows[top].node if row.asserts else None
            while at is not None:
                found[at].update(dict.fromkeys((row.doc, *row.stack)))
                at = self.nodes[at].parent
        return tuple(tuple(docs) for docs in found)

    @cached_property
    def children(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows right below each row and each node, by key."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.parent is not None:
                found[self.rows[row.parent].key].append(row)
            elif row.node is not None:
                found[self.nodes[row.node].key].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def foreign(self) -> Mapping[int, Node]:
        """The sources of texts that say something else, by the row that they stand beside."""
        return {node.slot: node for node in self.nodes if node.foreign}

    def branches(self, node: Node) -> tuple[Row | Node, ...]:
        """Return the texts and actors right below an actor, from top to bottom."""
        at = self.nodes.index(node)
        actors = (n for n in self.nodes if n.parent == at)
        return tuple(sorted([*self.children.get(node.key, ()), *actors], key=lambda thing: thing.slot))

    def above(self, thing: Row | Node) -> str | None:
        """Return the key of what a row or node hangs on."""
        if isinstance(thing, Node):
            return self.nodes[thing.parent].key if thing.parent is not None else None
        if thing.parent is not None:
            return self.rows[thing.parent].key
        return self.nodes[thing.node].key if thing.node is not None else None

    @property
    def columns(self) -> int:
        """Number of columns of actors."""
        return 1 + max((n.column for n in self.nodes), default=0)

    @property
    def slots(self) -> int:
        """Height in rows."""
        return 1 + max([n.slot for n in self.nodes] + [r.slot for r in self.rows], default=0)
