"""The lines of a provenance drawing: each is a link to the words that found it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from selon.report.drawing import loop, signs, svg
from selon.report.drawing.frame import TRUNK, Frame, y
from selon.report.questions.case import Case
from selon.report.questions.pilewords import edge_name, undecided_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.wording import Words

_LINES = {"copies": "e cp", "edits": "e ed", "translates": "e tr", "cites": "e"}
_HIT = 24
"""Height in pixels of the invisible area that answers a pointer (WCAG 2.2, 2.5.8)."""

Target = Callable[[str], str]
"""Gives the address of the words behind a key."""


@dataclass(frozen=True)
class Line:
    """A stroke to the tick or sign at `(x, level)`; `key` names the words behind it."""

    css: str
    path: str
    key: str
    end: str
    x: float
    level: float
    reach: float = 26.0


def draw(case: Case, tree: Tree, at: Frame, words: Words, to: Target) -> Iterator[Markup]:
    """Yield the strokes first, then the paper-coloured cores that make them double, then the dotted sides."""
    lines = [*_actor_lines(tree, at), *_root_lines(tree, at), *_text_lines(tree, at)]
    things: dict[str, Node | Row] = {n.key: n for n in tree.nodes} | {r.key: r for r in tree.rows}
    lines.sort(key=lambda line: line.css != "e ed")  # a shared trunk keeps the colour of plain copies
    for line in lines:
        label = edge_name(case, tree, things[line.end], words)
        yield _link(line, label, to(line.key))
    for line in lines:
        if line.css in ("e cp", "e ed"):
            yield svg.tag("path", class_="e in", d=line.path)
    for first, second in tree.undecided:
        label = undecided_name(tree.rows[first], tree.rows[second], words)
        side = svg.tag("path", class_="e un", d=_side(tree.rows[first], tree.rows[second], at))
        hit = svg.tag("path", class_="hitline", d=_side(tree.rows[first], tree.rows[second], at))
        yield svg.link(to(f"{tree.rows[second].key}-u"), label, side, hit)
    levels = [y(tree.rows[i].slot) for i in tree.loop]
    names = [edge_name(case, tree, tree.rows[i], words) for i in tree.loop]
    targets = [to(f"{tree.rows[i].key}-e") for i in tree.loop]
    yield from loop.draw(levels, at.texts, list(zip(targets, names, strict=True)))


def _link(line: Line, label: str, target: str) -> Markup:
    hit = svg.tag(
        "rect",
        class_="hit",
        x=line.x - line.reach,
        y=line.level - _HIT / 2,
        width=line.reach,
        height=_HIT,
    )
    return svg.link(target, label, svg.tag("path", class_=line.css, d=line.path), hit, data_edge=line.end)


def _actor_lines(tree: Tree, at: Frame) -> Iterator[Line]:
    for node in tree.nodes:
        if node.parent is None or node.foreign:
            continue
        above = tree.nodes[node.parent]
        css = "e an" if signs.of_kind(above.kind).css == "anon" else "e"
        end, level = at.actors[node.column] - 1, y(node.slot)
        path = _elbow(at.actors[above.column] + 21, y(above.slot), end + 1 - TRUNK, level, end)
        yield Line(css, path, f"{node.key}-e", node.key, end, level)


def _root_lines(tree: Tree, at: Frame) -> Iterator[Line]:
    slots = {row.slot: row for row in tree.rows}
    leading = {node.parent for node in tree.nodes}
    for row in tree.rows:
        if row.node is None or tree.nodes[row.node].circular:
            continue
        node = tree.nodes[row.node]
        end, level = at.tick(row) - 2, y(row.slot)
        bend = at.actors[node.column + 1] - TRUNK if row.node in leading else end - 18
        path = _elbow(at.actors[node.column] + 17, y(node.slot), bend, level, end)
        yield Line(_css(node), path, f"{row.key}-e", row.key, end, level)
    for node in tree.nodes:
        if node.foreign:
            end, level = at.tick(slots[node.slot]) - 2, y(node.slot)
            path = f"M{at.actors[node.column] + 17:.0f} {level:.0f}H{end:.0f}"
            yield Line(_css(node), path, f"{node.key}-e", node.key, end - 26, level)


def _css(node: Node) -> str:
    if signs.of_kind(node.kind).css == "anon":
        return "e an"
    return "e cp" if node.copied and not node.foreign else "e"


def _text_lines(tree: Tree, at: Frame) -> Iterator[Line]:
    for row in tree.rows:
        if row.parent is not None:
            above = tree.rows[row.parent]
            x, end, level = at.tick(above) + 3, at.tick(row) - 1, y(row.slot)
            path = f"M{x:.0f} {y(above.slot) + 8:.0f}V{level - 6:.0f}q0 6 6 6H{end:.0f}"
            yield Line(_LINES[row.derivation.via], path, f"{row.key}-e", row.key, end, level)


def _elbow(x1: float, y1: float, bend: float, y2: float, x2: float) -> str:
    if y1 == y2:
        return f"M{x1:.0f} {y1:.0f}H{x2:.0f}"
    return f"M{x1:.0f} {y1:.0f}H{bend - 6:.0f}q6 0 6 6V{y2 - 6:.0f}q0 6 6 6H{x2:.0f}"


def _side(first: Row, second: Row, at: Frame) -> str:
    x = max(at.tick(first), at.tick(second)) + 8
    top, end = y(first.slot) + 3, y(second.slot) - 3
    return f"M{x:.0f} {top:.0f}h8q5 0 5 5V{end - 5:.0f}q0 5 -5 5h-8"
