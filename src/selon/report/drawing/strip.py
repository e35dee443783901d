"""The strip of dates beside the rows of a drawing: a tick for an hour, a bar under the ticks for a day."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from selon.model.moment import Moment, moment
from selon.report.drawing import svg
from selon.report.drawing.clock import Scale, scale_of, strokes
from selon.report.drawing.frame import Frame, y
from selon.report.questions.case import Case
from selon.report.questions.rows import Row, Tree
from selon.report.wording import Words

_NAME = 66
"""Room in pixels that the name of a day takes."""


def draw(case: Case, tree: Tree, at: Frame, words: Words) -> Iterator[Markup]:
    """Yield the rules of the days with their names, and for each row the dates of all its texts."""
    if at.strip is None:
        return
    dated = {doc: m for row in tree.rows for doc in (row.doc, *row.stack) if (m := _moment(case, doc))}
    if not dated:
        yield svg.text(words.plain("date.none"), at.strip, 14, "s")
        return
    scale = scale_of(dated, words, at.strip, at.width - 4)
    yield from _rules(scale, at, y(tree.slots - 1) + 18)
    for row in tree.rows:
        yield from _dates(row, dated, scale)


def _moment(case: Case, doc: str) -> Moment | None:
    found = case.docs.get(doc)
    return moment(found.published) if found else None


def _rules(scale: Scale, at: Frame, height: float) -> Iterator[Markup]:
    free = at.strip or 0.0
    for when, name in scale.marks:
        x = scale.x(when)
        yield svg.line("rule", x, 24, x, height)
        if x >= free and x + _NAME <= at.width:
            yield svg.text(name, x + 2, 14, "s")
            free = x + max(_NAME, svg.width(name, 12) + 8)


def _dates(row: Row, dated: dict[str, Moment], scale: Scale) -> Iterator[Markup]:
    found = [dated[doc] for doc in (row.doc, *row.stack) if doc in dated]
    return strokes(scale, found, y(row.slot), "" if row.asserts else " o")
