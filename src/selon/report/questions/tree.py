"""The provenance of a claim as rows: origins left, whose word in between, articles right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from selon.model.actor import ActorKind
from selon.model.claim import ChainLink, LinkHow, Origin
from selon.model.statement import SourceKind, Statement
from selon.report.questions import otherwise
from selon.report.questions.case import Case, Listed
from selon.report.questions.derivation import Derivation, derivation
from selon.report.questions.paths import Path, circle, paths

STACK_ABOVE = 40
"""Rows: a longer tree has its like copies stacked."""


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
    other: otherwise.Other | None = None
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


def tree(case: Case, item: Listed) -> Tree:
    """Return the provenance tree of a claim."""
    return _Builder(case, item).build()


class _Builder:
    def __init__(self, case: Case, item: Listed) -> None:
        self.case, self.item, self.claim = case, item, item.claim
        self.nodes: list[Node] = []
        self.rows: list[Row] = []
        self.slot = 0
        self.busy: dict[int, int] = {}
        self.placed: set[str] = set()

    def build(self) -> Tree:
        found = paths(self.case, self.claim)
        for origin in self._origins(found):
            self._origin(origin, [p for p in found if p.origin == origin.id])
        known = {o.id for o in self.claim.origins}
        rest = [p for p in found if p.origin not in known]
        loop = self._circle(rest) if rest else ()
        return Tree(tuple(self.nodes), tuple(self.rows), loop, self._undecided())

    def _origins(self, found: tuple[Path, ...]) -> list[Origin]:
        def rank(origin: Origin) -> tuple[int, tuple[str, str], str]:
            docs = {p.doc for p in found if p.origin == origin.id}
            return -len(docs), min(map(self.case.order, docs), default=("", "")), origin.id

        return sorted(self.claim.origins, key=rank)

    # an origin, then the actors below it, then the texts that hang on each

    def _origin(self, origin: Origin, found: list[Path]) -> None:
        forest = _Forest(self.case, found)
        links = tuple(dict.fromkeys(p.last for p in found if p.last))
        copied = any(p.last and p.last.how is LinkHow.copies and not p.between for p in found)
        here = self._node(origin.name, origin.kind, 0, None, links, origin=origin, copied=copied)
        self._branch(here, (), forest)
        self._gap()

    def _branch(self, node: int, prefix: tuple[str, ...], forest: _Forest) -> None:
        first = True
        for root in forest.roots(prefix):
            self._text(root, None, node, 0, forest)
            first = False
        for link in forest.actors(prefix):
            if not first:
                self._gap()
            column = self.nodes[node].column + 1
            name = (*prefix, link.name)
            copied = link.how is LinkHow.copies
            child = self._node(link.name, link.kind, column, node, forest.links(name), copied=copied)
            self._branch(child, name, forest)
            first = False

    def _node(
        self,
        name: str,
        kind: ActorKind,
        column: int,
        parent: int | None,
        links: tuple[ChainLink, ...],
        origin: Origin | None = None,
        foreign: bool = False,
        copied: bool = False,
    ) -> int:
        if column in self.busy and self.busy[column] >= self.slot - 1:
            self.slot = self.busy[column] + 2
        self.busy[column] = self.slot
        key = f"n{len(self.nodes) + 1}"
        self.nodes.append(Node(key, name, kind, column, self.slot, parent, links, origin, foreign, copied))
        return len(self.nodes) - 1

    def _gap(self) -> None:
        self.slot += 1

    # texts

    def _text(self, doc: str, parent: int | None, node: int | None, depth: int, forest: _Forest) -> int:
        above = self.rows[parent].doc if parent is not None else None
        path = forest.path(doc)
        how = derivation(self.case, doc, above, forest.hows(doc)) if above else self._born(doc, path)
        here = self._row(doc, depth, parent, node, how, doc in self.claim.articles, path)
        children = forest.children(doc)
        for stack in _stacks(self.case, children, doc, forest, len(self.claim.articles) > STACK_ABOVE):
            child = self._text(stack[0], here, None, depth + 1, forest)
            self.rows[child] = replace(self.rows[child], stack=stack[1:])
        self._others(doc, here, depth)
        return here

    def _born(self, doc: str, path: Path | None) -> Derivation:
        """Return the changed copy that a claim was born of, when its origin is the altering document."""
        origin = next((o for o in self.claim.origins if path and o.id == path.origin), None)
        for edge in self.case.parents.get(doc, ()) if origin and origin.altered else ():
            how = derivation(self.case, doc, edge.source)
            if how.via == "edits":
                return how
        return Derivation("cites", None)

    def _row(
        self,
        doc: str,
        depth: int,
        parent: int | None,
        node: int | None,
        how: Derivation,
        asserts: bool,
        path: Path | None,
        other: otherwise.Other | None = None,
    ) -> int:
        key = f"t{len(self.rows) + 1}"
        folded = node is not None and _folded(self.nodes[node], path)
        row = Row(key, doc, depth, self.slot, parent, node, how, asserts, path, other, folded=folded)
        self.rows.append(row)
        self.placed.add(doc)
        self.slot += 1
        return len(self.rows) - 1

    def _others(self, doc: str, here: int, depth: int) -> None:
        """Add texts that copy this one but assert something else: hollow, not counted."""
        for other in otherwise.others(self.case, self.claim, doc):
            if other.doc in self.placed:
                continue
            if other.statement and other.statement.source:
                self._foreign(other, other.statement)
            how = derivation(self.case, other.doc, doc)
            row = self._row(other.doc, depth + 1, here, None, how, False, None, other)
            self._followers(row, other)

    def _followers(self, row: int, other: otherwise.Other) -> None:
        """Add what copies or translates a text that says something else, and says it too."""
        for edge in self.case.children.get(other.doc, ()):
            same = edge.derived in self.case.docs and otherwise.repeats(self.case, edge.derived, other)
            if same and edge.derived not in self.placed and edge.derived not in self.claim.articles:
                how = derivation(self.case, edge.derived, other.doc)
                self._row(edge.derived, self.rows[row].depth + 1, row, None, how, False, None, other)

    def _foreign(self, other: otherwise.Other, statement: Statement) -> None:
        name = statement.holder or otherwise.source_words(self.case, statement)
        kind = (
            ActorKind.anonymous
            if statement.source_kind is SourceKind.anonymous
            else _KINDS.get(statement.source_kind, ActorKind.unknown)
        )
        self._node(name, kind, max(1, self._widest()), None, (), foreign=True)

    def _widest(self) -> int:
        return max((n.column for n in self.nodes), default=0)

    # circles and open questions

    def _circle(self, found: list[Path]) -> tuple[int, ...]:
        round_ = circle(tuple(found))
        forest = _Forest(self.case, found, roots=round_)
        node = self._node("", ActorKind.unknown, 0, None, ())
        loop: list[int] = []
        for doc in sorted(round_, key=self.case.order):
            loop.append(len(self.rows))
            self._text(doc, None, node, 0, forest)
        return tuple(loop)

    def _undecided(self) -> tuple[tuple[int, int], ...]:
        at = {row.doc: place for place, row in enumerate(self.rows)}
        pairs = ((at.get(e.source), at.get(e.derived)) for e in self.case.undecided)
        return tuple((min(a, b), max(a, b)) for a, b in pairs if a is not None and b is not None)


_KINDS = {
    SourceKind.named_person: ActorKind.person,
    SourceKind.office: ActorKind.office,
    SourceKind.organisation: ActorKind.organisation,
    SourceKind.media: ActorKind.media,
    SourceKind.anonymous: ActorKind.anonymous,
}


def _folded(node: Node, path: Path | None) -> bool:
    voice = node.origin is None or (node.kind is ActorKind.media and not node.origin.on_record)
    return path is not None and path.named is None and not voice


class _Forest:
    """The texts below one origin: who derives from whom, and on whose word the first ones speak."""

    def __init__(self, case: Case, found: list[Path], roots: tuple[str, ...] = ()) -> None:
        self.case = case
        self._own: dict[str, Path] = {}
        self._through: dict[str, Path] = {}
        self._parent: dict[str, str] = {}
        for path in sorted(found, key=lambda p: (len(p.texts), case.order(p.doc))):
            self._own.setdefault(path.doc, path)
            for doc in path.texts:
                self._through.setdefault(doc, path)
        for path in self._own.values():
            for child, parent in zip(path.texts, path.texts[1:], strict=False):
                if child not in roots and not self._above(parent, child):
                    self._parent.setdefault(child, parent)

    def _above(self, doc: str, wanted: str) -> bool:
        at: str | None = doc
        while at is not None and at != wanted:
            at = self._parent.get(at)
        return at == wanted

    def path(self, doc: str) -> Path | None:
        return self._own.get(doc)

    def hows(self, doc: str) -> tuple[LinkHow, ...]:
        return (self._own.get(doc) or self._through[doc]).hows

    def _between(self, root: str) -> tuple[ChainLink, ...]:
        return (self._own.get(root) or self._through[root]).between

    def _all_roots(self) -> list[str]:
        return sorted((d for d in self._through if d not in self._parent), key=self.case.order)

    def roots(self, prefix: tuple[str, ...]) -> list[str]:
        return [r for r in self._all_roots() if tuple(a.name for a in self._between(r)) == prefix]

    def actors(self, prefix: tuple[str, ...]) -> list[ChainLink]:
        """Return the next actors below `prefix`, one a name, those behind most texts first."""
        found: dict[str, list[ChainLink]] = {}
        for link in self._next(prefix):
            found.setdefault(link.name, []).append(link)
        return [links[0] for links in sorted(found.values(), key=lambda links: -len(links))]

    def _next(self, prefix: tuple[str, ...]) -> Iterable[ChainLink]:
        for path in self._own.values():
            names = tuple(a.name for a in path.between)
            if names[: len(prefix)] == prefix and len(names) > len(prefix):
                yield path.between[len(prefix)]

    def links(self, name: tuple[str, ...]) -> tuple[ChainLink, ...]:
        """Return the places that name the actor at the end of `name`."""
        at = len(name) - 1
        return tuple(dict.fromkeys(link for link in self._next(name[:-1]) if link.name == name[at]))

    def children(self, doc: str) -> list[str]:
        return sorted((c for c, p in self._parent.items() if p == doc), key=self.case.order)

    def leaf(self, doc: str) -> bool:
        return doc not in self._parent.values()


def _stacks(case: Case, children: list[str], parent: str, forest: _Forest, on: bool) -> list[tuple[str, ...]]:
    """Group like copies of one text: same kind of link, same level, unchanged, nothing derived from them."""
    if not on:
        return [(c,) for c in children]
    groups: dict[tuple[object, ...], list[str]] = {}
    for child in children:
        how = derivation(case, child, parent, forest.hows(child))
        credit = (how.edge.credited, how.edge.trimmed) if how.edge else ()
        alike = forest.leaf(child) and not how.changes and child not in case.open_ended
        groups.setdefault((how.via, how.level, credit) if alike else (child,), []).append(child)
    return [tuple(group) for group in groups.values()]
