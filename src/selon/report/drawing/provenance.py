"""The provenance drawing of a claim: origins left, whose word in between, articles right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from selon.report.drawing import loop, signs, svg
from selon.report.drawing.signs import Sign
from selon.report.questions.case import Case
from selon.report.questions.phrases import how_phrase, kind_phrase, node_name
from selon.report.questions.rows import Node, Row, Tree
from selon.report.wording import Words

ROW = 30
TOP = 64
INDENT = 30
_WIDEST = {1: 280.0, 2: 200.0, 3: 176.0}
"""Width of a column of actors at most, in pixels, by the number of such columns."""
_LINES = {"copies": "e cp", "edits": "e ed", "translates": "e tr", "cites": "e"}


@dataclass(frozen=True)
class Frame:
    """Where the columns of one drawing stand, in pixels."""

    actors: tuple[float, ...]
    texts: float
    sigla: float
    outlets: float
    dates: float
    hows: float
    width: float

    def tick(self, row: Row) -> float:
        """Return the left end of the tick of a text."""
        return self.texts + 3 + INDENT * row.depth


def y(slot: int) -> float:
    """Return the middle line of a row."""
    return float(TOP + ROW * slot)


def frame(case: Case, tree: Tree, words: Words) -> Frame:
    """Measure the columns; labels longer than a column are cut when they are drawn."""
    actors, at = [0.0], 0.0
    most = _WIDEST.get(tree.columns, 160.0)
    for column in range(tree.columns):
        labels = [_wide(case, n, words) for n in tree.nodes if n.column == column]
        at += min(most, max([112.0, *(wide + 48 for wide in labels)]))
        if any(n.circular for n in tree.nodes):
            at = max(at, 250.0)
        actors.append(at)
    depth = max((r.depth for r in tree.rows), default=0)
    sigla = actors[-1] + INDENT * depth + 62
    siglum = min(96.0, max((svg.width(r.doc, 12) for r in tree.rows), default=20.0) + 10)
    outlets = sigla + siglum
    shown = [svg.width(case.outlet(r.doc)) + 34 for r in tree.rows]
    dates = outlets + min(230.0 if tree.columns < 3 else 190.0, max([110.0, *shown]))
    hows = dates + 16 + max([70.0, *(svg.width(_date(case, r.doc, words), 12) for r in tree.rows)])
    longest = max([120.0, *(svg.width(how_phrase(case, r, words), 12) + 34 for r in tree.rows)])
    width = max(976.0, hows + min(longest, 230.0))
    return Frame(tuple(actors[:-1]), actors[-1], sigla, outlets, dates, hows, width)


def _wide(case: Case, node: Node, words: Words) -> float:
    kind = kind_phrase(node, node_sign(node), words)
    return max(svg.width(node_name(case, node, words)), svg.width(kind, 12))


def draw(case: Case, tree: Tree, prefix: str, words: Words) -> Markup:
    """Return the drawing; every node and text is a link to `#<prefix>-<key>`, its exact words."""
    at = frame(case, tree, words)
    height = TOP + ROW * (tree.slots - 1) + 34
    title, said = words("tree.title"), words("tree.desc", origins=_origins(tree), texts=len(tree.rows))
    inside = [
        svg.tag("title", title, id=f"{prefix}-title"),
        svg.tag("desc", said, id=f"{prefix}-desc"),
        *_heads(tree, at, words),
        *_edges(tree, at),
        *loop.draw([y(tree.rows[i].slot) for i in tree.loop], at.texts),
        *(piece for n in tree.nodes for piece in _node(case, n, at, prefix, words)),
        *(piece for r in tree.rows for piece in _row(case, r, at, prefix, words)),
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
    yield svg.text(words.plain("tree.outlet"), at.outlets, 14, "s")
    yield svg.text(words.plain("tree.date"), at.dates, 14, "s")
    yield svg.text(words.plain("tree.how"), at.hows, 14, "s")
    yield svg.text(words.plain("tree.evidence"), at.width, 14, "s", end=True)
    yield svg.line("axis", 0, 24, at.width, 24)


# lines: the strokes below first, then the paper-coloured cores that make them double


def _edges(tree: Tree, at: Frame) -> Iterator[Markup]:
    strokes = [*_actor_edges(tree, at), *_root_edges(tree, at), *_text_edges(tree, at)]
    strokes.sort(key=lambda stroke: stroke[0] != "e ed")  # a shared trunk keeps the colour of plain copies
    for css, path in strokes:
        yield svg.tag("path", class_=css, d=path)
    for css, path in strokes:
        if css in ("e cp", "e ed"):
            yield svg.tag("path", class_="e in", d=path)
    for first, second in tree.undecided:
        yield svg.tag("path", class_="e un", d=_side(tree.rows[first], tree.rows[second], at))


def _actor_edges(tree: Tree, at: Frame) -> Iterator[tuple[str, str]]:
    for node in tree.nodes:
        if node.parent is None or node.foreign:
            continue
        above = tree.nodes[node.parent]
        css = "e an" if signs.of_kind(above.kind).css == "anon" else "e"
        end = at.actors[node.column] - 1
        yield css, _elbow(at.actors[above.column] + 21, y(above.slot), end - 21, y(node.slot), end)


def _root_edges(tree: Tree, at: Frame) -> Iterator[tuple[str, str]]:
    for row in tree.rows:
        if row.node is None or tree.nodes[row.node].circular:
            continue
        node = tree.nodes[row.node]
        css = "e an" if signs.of_kind(node.kind).css == "anon" else "e cp" if node.copied else "e"
        start = at.actors[node.column] + 17
        end = at.tick(row) - 2
        yield css, _elbow(start, y(node.slot), end - 18, y(row.slot), end)
    for node in tree.nodes:
        if node.foreign:
            row = next(r for r in tree.rows if r.slot == node.slot)
            css = "e an" if signs.of_kind(node.kind).css == "anon" else "e"
            yield css, f"M{at.actors[node.column] + 17:.0f} {y(node.slot):.0f}H{at.tick(row) - 2:.0f}"


def _text_edges(tree: Tree, at: Frame) -> Iterator[tuple[str, str]]:
    for row in tree.rows:
        if row.parent is not None:
            above = tree.rows[row.parent]
            x = at.tick(above) + 3
            path = f"M{x:.0f} {y(above.slot) + 8:.0f}V{y(row.slot) - 6:.0f}q0 6 6 6H{at.tick(row) - 1:.0f}"
            yield _LINES[row.derivation.via], path


def _elbow(x1: float, y1: float, bend: float, y2: float, x2: float) -> str:
    if y1 == y2:
        return f"M{x1:.0f} {y1:.0f}H{x2:.0f}"
    return f"M{x1:.0f} {y1:.0f}H{bend - 6:.0f}q6 0 6 6V{y2 - 6:.0f}q0 6 6 6H{x2:.0f}"


def _side(first: Row, second: Row, at: Frame) -> str:
    x = max(at.tick(first), at.tick(second)) + 8
    top, end = y(first.slot) + 3, y(second.slot) - 3
    return f"M{x:.0f} {top:.0f}h8q5 0 5 5V{end - 5:.0f}q0 5 -5 5h-8"


# nodes and rows


def _node(case: Case, node: Node, at: Frame, prefix: str, words: Words) -> Iterator[Markup]:
    sign = node_sign(node)
    x, level = at.actors[node.column], y(node.slot)
    end = at.actors[node.column + 1] if node.column + 1 < len(at.actors) else at.texts
    room = (at.sigla if node.foreign else end) - x - 34
    name, kind = node_name(case, node, words), kind_phrase(node, sign, words)
    css = "b fanon" if sign.css == "anon" else "b falt" if sign.css == "alt" else "b"
    css += " halo" if node.foreign else ""
    face = [
        svg.use(sign.symbol, sign.css, x + 12, level),
        svg.text(svg.fit(name, room), x + 26, level - 8, css),
    ]
    yield svg.link(f"#{prefix}-{node.key}", words.plain("tree.node", name=name, kind=kind), *face)
    yield svg.text(svg.fit(kind, room, 12), x + 26, level + 16, "s")


def node_sign(node: Node) -> Sign:
    """Return the sign of a node; a circle has its own."""
    if node.origin is not None:
        return signs.of_origin(node.origin)
    return signs.LOOP if node.circular else signs.of_kind(node.kind)


def _row(case: Case, row: Row, at: Frame, prefix: str, words: Words) -> Iterator[Markup]:
    level, tick = y(row.slot), at.tick(row)
    yield svg.line("lead", tick + 12, level, at.sigla - 8, level)
    yield from _ticks(row, tick, level)
    outlet, doc = case.outlet(row.doc), case.docs.get(row.doc)
    lang = doc.lang if doc else ""
    name = words.count("texts", len(row.stack) + 1) if row.stack else outlet
    siglum = row.doc if row.doc != name else ""
    css = "i" if row.asserts else "i f2"
    face = [
        svg.text(svg.fit(siglum, at.outlets - at.sigla - 4, 12), at.sigla, level + 4.5, "s nn flink"),
        svg.text(svg.fit(name, at.dates - at.outlets - 26), at.outlets, level + 5, css),
    ]
    tip = words.plain("tree.stack", docs=", ".join((row.doc, *row.stack))) if row.stack else None
    label = words.plain("tree.row", doc=row.doc, outlet=name if row.stack else outlet)
    yield svg.link(f"#{prefix}-{row.key}", label, *face, tip=tip)
    if lang and lang != words.lang:
        yield svg.text(lang, at.dates - 20, level + 4.5, "s")
    yield svg.text(_date(case, row.doc, words), at.dates, level + 4.5, "s nn")
    how = svg.fit(how_phrase(case, row, words), at.width - at.hows - 22, 12)
    yield svg.text(how, at.hows, level + 4.5, "s falt" if row.derivation.via == "edits" else "s")
    if row.derivation.level:
        yield svg.text(str(row.derivation.level), at.width, level + 4.5, "s nn b", end=True)


def _date(case: Case, doc: str, words: Words) -> str:
    found = case.docs.get(doc)
    return words.date(found.published if found else None, case.several_years, not case.several_years)


def _ticks(row: Row, x: float, level: float) -> Iterator[Markup]:
    css = "tick" if row.asserts else "tick o" if row.other else "tick v"
    for shift in (6, 3) if row.stack else ():
        yield svg.tag("rect", class_="tick stk", x=x + shift, y=level - 8, width=6, height=16)
    yield svg.tag("rect", class_=css + (" stk" if row.stack else ""), x=x, y=level - 8, width=6, height=16)
