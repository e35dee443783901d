"""Where the actors and texts of a provenance tree stand: which rows are drawn, stacked or left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from selon.report.questions.case import Case
from selon.report.questions.looks import Look, View
from selon.report.questions.piles import piles
from selon.report.questions.rows import Node, Row, Tree

STACK_ABOVE = 40
"""Rows: a longer tree has its like texts stacked unless all are asked for."""

NODE, ROW, GAP = "node", "row", "gap"


@dataclass(frozen=True)
class Plan:
    """A whole tree before it is laid out: `steps` say in which order nodes, rows and gaps come."""

    nodes: tuple[Node, ...]
    rows: tuple[Row, ...]
    steps: tuple[tuple[str, int], ...]
    loop: tuple[int, ...] = ()
    undecided: tuple[tuple[int, int], ...] = ()


def laid(case: Case, plan: Plan, look: Look) -> Tree:
    """Return the tree as it is looked at; places count rows from 0."""
    return _Layout(case, plan, look).tree()


class _Layout:
    def __init__(self, case: Case, plan: Plan, look: Look) -> None:
        self.plan, self.look = plan, look
        on = look.view in (View.stacks, View.media)
        on = on or (look.view is View.auto and len(plan.rows) > STACK_ABOVE)
        self.piles = piles(case, plan.rows, plan.loop, look) if on else {}
        self.kept = _way(plan, look.path) if look.view is View.path else None
        self.nodes: list[Node] = []
        self.rows: list[Row] = []
        self.node_at: dict[int, int] = {}
        self.row_at: dict[int, int] = {}
        self.busy: dict[int, int] = {}
        self.slot = 0

    def tree(self) -> Tree:
        held = {i for pile in self.piles.values() for i in pile[1:]}
        left = (0, 0)
        for place, (kind, at) in enumerate(_without_empty_gaps(self.plan.steps, self.kept)):
            if self._full(kind, at):
                left = self._left(place)
                break
            if kind == GAP:
                self.slot += 1
            elif kind == NODE:
                self._node(at)
            elif at in self.piles:
                self._pile(self.piles[at])
            elif at not in held:
                self._row(at)
        loop = tuple(self.row_at[i] for i in self.plan.loop if i in self.row_at)
        return Tree(tuple(self.nodes), tuple(self.rows), loop, self._undecided(), left)

    def _full(self, kind: str, at: int) -> bool:
        """Tell whether a step begins an origin for which there is no room."""
        most = self.look.most
        return 0 < most <= len(self.rows) and kind == NODE and self.plan.nodes[at].column == 0

    def _left(self, place: int) -> tuple[int, int]:
        """Return how many origins and texts come from a step on."""
        rest = list(_without_empty_gaps(self.plan.steps, self.kept))[place:]
        origins = sum(kind == NODE and self.plan.nodes[at].column == 0 for kind, at in rest)
        return origins, len({self.plan.rows[at].doc for kind, at in rest if kind == ROW})

    def _node(self, at: int) -> None:
        """Place an actor, clear of the one before it in its column."""
        node = self.plan.nodes[at]
        if self.busy.get(node.column, -2) >= self.slot - 1:
            self.slot = self.busy[node.column] + 2
        self.busy[node.column] = self.slot
        parent = None if node.parent is None else self.node_at[node.parent]
        self.node_at[at] = len(self.nodes)
        self.nodes.append(replace(node, slot=self.slot, parent=parent))

    def _row(self, at: int, pile: str = "", stack: tuple[int, ...] = (), shown: int = 0) -> None:
        row = self.plan.rows[at]
        parent = None if row.parent is None else self.row_at[row.parent]
        node = None if row.node is None else self.node_at[row.node]
        docs = tuple(self.plan.rows[i].doc for i in stack)
        for i in (at, *stack):
            self.row_at[i] = len(self.rows)
        placed = replace(row, slot=self.slot, parent=parent, node=node, stack=docs, pile=pile, shown=shown)
        self.rows.append(placed)
        self.slot += 1

    def _pile(self, pile: tuple[int, ...]) -> None:
        """Place a stack: what is open of it row by row, then the rest in one."""
        key = self.plan.rows[pile[0]].key
        shown = min(self.look.open.get(key, 0), len(pile))
        for at in pile[:shown]:
            self._row(at, key)
        if rest := pile[shown:]:
            self._row(rest[0], key, rest[1:], shown if rest[1:] else 0)

    def _undecided(self) -> tuple[tuple[int, int], ...]:
        """Join each row with the nearest one below it of which nobody knows which came first."""
        nearest: dict[int, int] = {}
        for one, other in self.plan.undecided:
            if one in self.row_at and other in self.row_at:
                first, second = sorted((self.row_at[one], self.row_at[other]))
                if first != second:
                    nearest[first] = min(second, nearest.get(first, second))
        return tuple(sorted(nearest.items()))


def _way(plan: Plan, doc: str) -> Mapping[str, Collection[int]]:
    """Return the nodes and rows that lead to a document."""
    rows, nodes = set[int](), set[int]()
    for place, row in enumerate(plan.rows):
        if row.doc == doc:
            at: int | None = place
            while at is not None:
                rows.add(at)
                top, at = at, plan.rows[at].parent
            node = plan.rows[top].node
            while node is not None:
                nodes.add(node)
                node = plan.nodes[node].parent
    for (kind, at), (after, row_at) in zip(plan.steps, plan.steps[1:], strict=False):
        if kind == NODE and plan.nodes[at].foreign and after == ROW and row_at in rows:
            nodes.add(at)
    return {NODE: nodes, ROW: rows}


def _without_empty_gaps(
    steps: tuple[tuple[str, int], ...], kept: Mapping[str, Collection[int]] | None
) -> Iterator[tuple[str, int]]:
    """Yield what is kept; a gap only after something that it parts from what follows."""
    parted = True
    for kind, at in steps:
        if kept is None or (kind != GAP and at in kept[kind]):
            yield kind, at
            parted = False
        elif kind == GAP and not parted:
            yield kind, at
            parted = True
