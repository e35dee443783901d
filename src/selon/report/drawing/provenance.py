"""The provenance drawing of a claim: origins left, whose word in between, articles right."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from markupsafe import Markup

from selon.report.drawing import actors, edges, strip, svg, texts
from selon.report.drawing.face import Address, Face
from selon.report.drawing.frame import ROW, TOP, Frame, frame
from selon.report.questions.case import Case
from selon.report.questions.looks import AUTO, Look
from selon.report.questions.rows import Tree
from selon.report.wording import Words


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
        *(piece for n in tree.nodes for piece in actors.draw(face, n)),
        *(piece for r in tree.rows for piece in texts.draw(face, r)),
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
