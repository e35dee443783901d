"""The provenance drawing of a claim: origins left, whose word in between, articles right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from selon.report.drawing import edges, strip, svg
from selon.report.drawing.frame import ROW, TOP, Frame, date_phrase, frame, node_sign, y
from selon.report.questions.case import Case
from selon.report.questions.looks import AUTO, TEN, Look
from selon.report.questions.phrases import how_phrase, kind_phrase, node_name
from selon.report.questions.pilewords import pile_how, row_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.wording import Words

Address = Callable[[Look], str]
"""Gives the address of the same page, looked at in another way."""


@dataclass(frozen=True)
class Face:
    """What every piece of one drawing is made with; without `address` nothing can be opened or closed."""

    case: Case
    tree: Tree
    at: Frame
    prefix: str
    words: Words
    look: Look
    address: Address | None
    near: Collection[str] | None

    def to(self, key: str) -> str:
        """Return the address of the words behind a key (`-e` and `-u` are places inside a panel)."""
        panel = key.removesuffix("-e").removesuffix("-u")
        page = ""
        if self.near is not None and self.address is not None and panel not in self.near:
            page = self.address(replace(self.look, words=panel))
        return f"{page}#{self.prefix}-{key}"


def draw(
    case: Case,
    tree: Tree,
    prefix: str,
    words: Words,
    look: Look = AUTO,
    address: Address | None = None,
    near: Collection[str] | None = None,
) -> Markup:
    """Return the drawing; every node, text and line is a link to `#<prefix>-<key>`, its exact words.

    `address` gives other looks; `near` are the keys whose words are on this page, None for all.
    """
    at = frame(case, tree, words)
    face = Face(case, tree, at, prefix, words, look, address, near)
    height = TOP + ROW * (tree.slots - 1) + 34
    title, said = words("tree.title"), words("tree.desc", origins=_origins(tree), texts=tree.texts)
    inside = [
        svg.tag("title", title, id=f"{prefix}-title"),
        svg.tag("desc", said, id=f"{prefix}-desc"),
        *_heads(tree, at, words),
        *edges.draw(case, tree, at, words, face.to),
        *strip.draw(case, tree, at, words),
        *(piece for n in tree.nodes for piece in _node(face, n)),
        *(piece for r in tree.rows for piece in _row(face, r)),
    ]
    return svg.tag(
        "svg",
        *inside,
        class_="d",
        viewBox=f"0 0 {at.width:.0f} {height}",
        width=f"{at.width:.0f}",
        height=height,
        role="group",
        aria_labelledby=f"{prefix}-title",
        aria_describedby=f"{prefix}-desc",
    )


def _origins(tree: Tree) -> int:
    return sum(n.column == 0 and n.origin is not None for n in tree.nodes)


def _heads(tree: Tree, at: Frame, words: Words) -> Iterator[Markup]:
    yield svg.text(words.plain("tree.origins"), 0, 14, "s")
    if tree.columns > 1:
        yield svg.text(words.plain("tree.word_of"), at.actors[1], 14, "s")
    yield svg.text(words.plain("tree.texts"), at.texts, 14, "s")
    yield svg.text(
        words.plain("tree.outlet" if at.strip is None else "tree.outlet_or_stack"), at.names, 14, "s"
    )
    if at.strip is None:
        yield svg.text(words.plain("tree.date"), at.dates, 14, "s")
    yield svg.text(words.plain("tree.how"), at.hows, 14, "s")
    yield svg.text(words.plain("tree.evidence"), at.levels, 14, "s", end=True)
    yield svg.line("axis", 0, 24, at.width, 24)


# actors


def _node(face: Face, node: Node) -> Iterator[Markup]:
    case, at, words = face.case, face.at, face.words
    sign = node_sign(node)
    x, level = at.actors[node.column], y(node.slot)
    end = at.actors[node.column + 1] if node.column + 1 < len(at.actors) else at.texts
    room = (at.texts + 24 if node.foreign else end) - x - 34
    name, kind = node_name(case, node, words), kind_phrase(node, sign, words)
    css = "b fanon halo" if sign.css == "anon" else "b falt halo" if sign.css == "alt" else "b halo"
    shown = svg.fit(name, room if node.foreign else _free(face, node) - x - 34)
    pieces = [
        svg.tag("rect", class_="hit", x=x, y=level - 22, width=26 + svg.width(shown), height=24),
        svg.use(sign.symbol, sign.css, x + 12, level),
        svg.text(shown, x + 26, level - 8, css),
    ]
    label = words.plain("tree.node", name=name, kind=kind)
    yield svg.link(face.to(node.key), label, *pieces, data_key=node.key, data_parent=face.tree.above(node))
    yield svg.text(svg.fit(kind, room, 12), x + 26, level + 16, "s halo" if node.foreign else "s")


def _free(face: Face, node: Node) -> float:
    """Return up to where the name of an actor can run: the next actor at its height, or the texts."""
    at, columns = face.at, range(node.column + 1, len(face.at.actors))
    near = (node.slot - 1, node.slot, node.slot + 1)
    taken = {n.column for n in face.tree.nodes if n.slot in near}
    return next((at.actors[c] for c in columns if c in taken), at.texts)


# texts


def _row(face: Face, row: Row) -> Iterator[Markup]:
    at, words = face.at, face.words
    level, tick = y(row.slot), at.tick(row)
    yield svg.line("lead", tick + 14, level, at.turns - 8, level)
    yield from _ticks(row, tick, level)
    yield _words_link(face, row)
    yield from _turn(face, row)
    lang = face.case.lang(row.doc)
    if lang and lang != words.lang and not row.stack:
        yield svg.text(lang, (at.dates if at.strip is None else at.hows) - 20, level + 4.5, "s")
    if at.strip is None:
        yield svg.text(date_phrase(face.case, row.doc, words), at.dates, level + 4.5, "s nn")
    said = pile_how(face.case, row, words) if row.stack else how_phrase(face.case, row, words)
    room = at.levels - at.hows - 22
    yield svg.text(svg.fit(said, room, 12), at.hows, level + 4.5, "s falt" if _changed(row) else "s")
    if row.derivation.level:
        yield svg.text(str(row.derivation.level), at.levels, level + 4.5, "s nn b", end=True)


def _changed(row: Row) -> bool:
    return row.derivation.via == "edits"


def _words_link(face: Face, row: Row) -> Markup:
    """Return the siglum and name of a text, or the name of a stack, as a link to the exact words."""
    at, level, words = face.at, y(row.slot), face.words
    name = row_name(face.case, row, words)
    siglum = "" if row.stack or row.doc == name else row.doc
    end = at.dates if at.strip is None else at.hows
    lang = face.case.lang(row.doc)
    room = end - at.names - (26 if lang not in ("", words.lang) and not row.stack else 6)
    css = ("" if row.stack else "i") + ("" if row.asserts else " f2")
    pieces = [
        svg.tag("rect", class_="hit", x=at.sigla - 4, y=level - 13, width=end - at.sigla, height=26),
        svg.text(svg.fit(siglum, at.names - at.sigla - 4, 12), at.sigla, level + 4.5, "s nn flink"),
        svg.text(svg.fit(name, room), at.names, level + 5, css.strip()),
    ]
    tip = words.plain("tree.stack", docs=_listed(row)) if row.stack else None
    label = words.plain("tree.row", doc=row.doc, outlet=name)
    chosen = "on" if face.look.path and row.doc == face.look.path else None
    return svg.link(
        face.to(row.key),
        name if row.stack else label,
        *pieces,
        tip=tip,
        class_=chosen,
        id=f"{face.prefix}-r-{row.key}" if row.key == row.pile else None,
        data_key=row.key,
        data_parent=face.tree.above(row),
        data_doc=row.doc,
        data_pile=row.pile or None,
    )


def _listed(row: Row, most: int = 40) -> str:
    docs = (row.doc, *row.stack)
    return ", ".join(docs[:most]) + (" …" if len(docs) > most else "")


def _turn(face: Face, row: Row) -> Iterator[Markup]:
    """Yield what opens ten more texts of a stack in place, or closes one from its first row."""
    if face.address is None or not row.pile:
        return
    if row.stack:
        left, words = 1 + len(row.stack), face.words
        label = words.plain("tree.open", n=min(TEN, left), left=left)
        look = face.look.opened(row.pile, row.shown + TEN)
        yield _turner(face, row, look, label, "M-4 -5L4 0L-4 5z", "open")
    elif row.key == row.pile:
        look = face.look.opened(row.pile, 0)
        yield _turner(face, row, look, face.words.plain("tree.close"), "M-5 -4H5L0 4z", "close")


def _turner(face: Face, row: Row, look: Look, label: str, shape: str, what: str) -> Markup:
    x, level = face.at.turns + 4, y(row.slot)
    assert face.address is not None
    return svg.link(
        f"{face.address(look)}#{face.prefix}-r-{row.pile}",
        label,
        svg.tag("rect", class_="hit", x=x - 12, y=level - 12, width=24, height=24),
        svg.tag("path", class_="turn", d=shape, transform=f"translate({x:.0f} {level:.0f})"),
        data_turn=row.pile,
        data_what=what,
    )


def _ticks(row: Row, x: float, level: float) -> Iterator[Markup]:
    css = "tick" if row.asserts else "tick o" if row.other else "tick v"
    for shift in (6, 3) if row.stack else ():
        yield svg.tag("rect", class_=css + " stk", x=x + shift, y=level - 8, width=6, height=16)
    yield svg.tag("rect", class_=css + (" stk" if row.stack else ""), x=x, y=level - 8, width=6, height=16)
