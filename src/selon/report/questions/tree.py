"""The provenance of a claim as rows: origins left, whose word in between, articles right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.model.actor import OF_SOURCE, ActorKind
from selon.model.claim import ChainLink, LinkHow, Origin
from selon.model.span import Span, hull
from selon.model.statement import SourceKind, Statement
from selon.report.questions import otherwise
from selon.report.questions.case import Case, Listed, anchor
from selon.report.questions.derivation import Derivation, derivation
from selon.report.questions.forest import Forest
from selon.report.questions.layout import GAP, NODE, ROW, Plan, laid
from selon.report.questions.looks import AUTO, Look
from selon.report.questions.paths import Path, circle, paths
from selon.report.questions.rows import Node, Row, Tree


def tree(case: Case, item: Listed, look: Look = AUTO) -> Tree:
    """Return the provenance tree of a claim as it is looked at."""
    return laid(case, plan(case, item), look)


def plan(case: Case, item: Listed) -> Plan:
    """Return everything that the tree of a claim holds, not laid out yet."""
    return _Builder(case, item).build()


class _Builder:
    def __init__(self, case: Case, item: Listed) -> None:
        self.case, self.item, self.claim = case, item, item.claim
        self.nodes: list[Node] = []
        self.rows: list[Row] = []
        self.steps: list[tuple[str, int]] = []
        self.placed: dict[str, int] = {}

    def build(self) -> Plan:
        found: dict[str | None, list[Path]] = defaultdict(list)
        for path in paths(self.case, self.claim):
            found[path.origin].append(path)
        for origin in self._origins(found):
            self._origin(origin, found.pop(origin.id, []))
        rest = [path for left in found.values() for path in left]
        loop = self._circle(rest) if rest else ()
        return Plan(tuple(self.nodes), tuple(self.rows), tuple(self.steps), loop, self._undecided())

    def _origins(self, found: Mapping[str | None, Sequence[Path]]) -> list[Origin]:
        def rank(origin: Origin) -> tuple[int, tuple[str, str], str]:
            docs = {p.doc for p in found.get(origin.id, ())}
            return -len(docs), min(map(self.case.order, docs), default=("", "")), origin.id

        return sorted(self.claim.origins, key=rank)

    # an origin, then the actors below it, then the texts that hang on each

    def _origin(self, origin: Origin, found: list[Path]) -> None:
        forest = Forest(self.case, found)
        links = tuple(dict.fromkeys(p.last for p in found if p.last))
        copied = any(p.last and p.last.how is LinkHow.copies and not p.between for p in found)
        here = self._node(origin.name, origin.kind, 0, None, links, origin=origin, copied=copied)
        self._branch(here, (), forest)
        self._gap()

    def _branch(self, node: int, prefix: tuple[str, ...], forest: Forest) -> None:
        """Add what hangs on an actor in the order of time; a gap parts an actor from what is beside it."""
        apart = False
        for place, branch in enumerate(forest.branches(prefix)):
            actor = None if isinstance(branch, str) else branch
            if place and (apart or actor):
                self._gap()
            apart = actor is not None
            if isinstance(branch, str):
                self._text(branch, None, node, 0, forest)
            else:
                self._actor(branch, node, prefix, forest)

    def _actor(self, link: ChainLink, node: int, prefix: tuple[str, ...], forest: Forest) -> None:
        column, name = self.nodes[node].column + 1, (*prefix, link.name)
        copied = link.how is LinkHow.copies
        here = self._node(link.name, link.kind, column, node, forest.links(name), copied=copied)
        self._branch(here, name, forest)

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
        key = f"n{len(self.nodes) + 1}"
        self.steps.append((NODE, len(self.nodes)))
        self.nodes.append(Node(key, name, kind, column, 0, parent, links, origin, foreign, copied))
        return len(self.nodes) - 1

    def _gap(self) -> None:
        self.steps.append((GAP, 0))

    # texts

    def _text(self, doc: str, parent: int | None, node: int | None, depth: int, forest: Forest) -> int:
        above = self.rows[parent].doc if parent is not None else None
        path = forest.path(doc)
        how = (
            derivation(self.case, doc, above, forest.hows(doc), self._places(doc))
            if above
            else self._born(doc, path)
        )
        here = self._row(doc, depth, parent, node, how, doc in self.item.articles, path)
        for child in forest.children(doc):
            self._text(child, here, None, depth + 1, forest)
        self._others(doc, here, depth)
        return here

    def _places(self, doc: str) -> list[Span]:
        return [a.content for a in self.item.said_in.get(doc, ())]

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
        seen = self.placed[doc] = self.placed.get(doc, 0) + 1
        key = anchor("t", doc) + (f"_{seen}" if seen > 1 else "")
        folded = node is not None and _folded(self.nodes[node], path)
        self.steps.append((ROW, len(self.rows)))
        self.rows.append(Row(key, doc, depth, 0, parent, node, how, asserts, path, other, folded=folded))
        return len(self.rows) - 1

    def _others(self, doc: str, here: int, depth: int) -> None:
        """Add texts that copy this one but assert something else: hollow, not counted."""
        for other in otherwise.others(self.case, self.item, doc):
            if other.doc in self.placed:
                continue
            if other.statement and other.statement.source:
                self._foreign(other, other.statement)
            how = derivation(self.case, other.doc, doc, (), [c.here for c in other.changes if c.here])
            row = self._row(other.doc, depth + 1, here, None, how, False, None, other)
            self._followers(row, other)

    def _followers(self, row: int, other: otherwise.Other) -> None:
        """Add what copies or translates a text that says something else, and says it too."""
        for edge in self.case.children.get(other.doc, ()):
            same = edge.derived in self.case.docs and otherwise.repeats(self.case, edge.derived, other)
            if same and edge.derived not in self.placed and edge.derived not in self.item.articles:
                how = derivation(self.case, edge.derived, other.doc)
                self._row(edge.derived, self.rows[row].depth + 1, row, None, how, False, None, other)

    def _foreign(self, other: otherwise.Other, statement: Statement) -> None:
        name = statement.holder or otherwise.source_words(self.case, statement)
        kind = (
            ActorKind.anonymous
            if statement.source_kind is SourceKind.anonymous
            else OF_SOURCE[statement.source_kind]
        )
        span = hull(statement.source)
        words = otherwise.source_words(self.case, statement)
        link = ChainLink(name, kind, LinkHow.says, statement.doc, span, words)
        self._node(name, kind, max(1, self._widest()), None, (link,), foreign=True)

    def _widest(self) -> int:
        return max((n.column for n in self.nodes), default=0)

    # circles and open questions

    def _circle(self, found: list[Path]) -> tuple[int, ...]:
        round_ = circle(tuple(found))
        forest = Forest(self.case, found, roots=round_)
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


def _folded(node: Node, path: Path | None) -> bool:
    voice = node.origin is None or (node.kind is ActorKind.media and not node.origin.on_record)
    return path is not None and path.named is None and not voice
