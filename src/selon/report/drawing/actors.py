"""The actors of a provenance drawing: their signs, names above the line, kinds below it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from selon.report.drawing import svg
from selon.report.drawing.face import Face
from selon.report.drawing.frame import TRUNK, actor_name, beside, bounded, node_sign, y
from selon.report.questions.phrases import kind_phrase
from selon.report.questions.rows import Node

_COLOURS = {"anon": "b fanon halo", "alt": "b falt halo"}
_LINE = 15
"""Pixels between two lines of a name."""


def draw(face: Face, node: Node) -> Iterator[Markup]:
    """Yield the link of an actor, and what kind of source it is."""
    sign, words = node_sign(node), face.words
    x, level = face.at.actors[node.column], y(node.slot)
    name, kind = actor_name(face.case, node, words), kind_phrase(node, sign, words)
    lines = svg.wrap(name, _free(face, node) - x - 34)
    over = _LINE * (len(lines) - 1)
    wide = 26 + max(map(svg.width, lines))
    css = _COLOURS.get(sign.css, "b halo")
    pieces = [
        svg.tag("rect", class_="hit", x=x, y=level - 22 - over, width=wide, height=24 + over),
        svg.use(sign.symbol, sign.css, x + 12, level),
        *(svg.text(line, x + 26, level - 8 - over + _LINE * n, css) for n, line in enumerate(lines)),
    ]
    label = words.plain("tree.node", name=name, kind=kind)
    yield svg.link(face.to(node.key), label, *pieces, data_key=node.key, data_parent=face.tree.above(node))
    under = svg.wrap(kind, _under(face, node) - x - 26, 12, 2 if _apart(face, node) else 1)
    yield from (svg.text(line, x + 26, level + 16 + 13 * n, "s halo") for n, line in enumerate(under))


def _free(face: Face, node: Node) -> float:
    """Return up to where the name of an actor can run: the next actor at its height, or the texts."""
    column = beside(face.tree, node)
    return face.at.texts if column is None else face.at.actors[column]


def _under(face: Face, node: Node) -> float:
    """Return up to where the words below the line of an actor can run: the lines that go down from it."""
    after = face.at.texts
    if bounded(face.tree, node) and node.column + 1 < len(face.at.actors):
        after = face.at.actors[node.column + 1]
    return after - TRUNK - 4


def _apart(face: Face, node: Node) -> bool:
    """Tell whether there is room for a second line below an actor."""
    return not any(n.column == node.column and 0 < n.slot - node.slot < 3 for n in face.tree.nodes)
