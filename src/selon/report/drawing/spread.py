"""A claim in time beside those that stand against it: one line a claim, one tick an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from selon.model.moment import moment
from selon.report.drawing import svg
from selon.report.drawing.clock import (
    HEAD,
    WIDTH,
    Place,
    Scale,
    documents,
    grid,
    scale_of,
    strokes,
)
from selon.report.drawing.face import middle
from selon.report.links import Links
from selon.report.questions import overview
from selon.report.questions.case import Case, Listed
from selon.report.wording import Words

MOST_ROWS = 8
_MANY = 80
"""Articles of a row beyond which they are drawn in one stroke: no pointer would meet one of so many."""

_LEFT, _ROW = 380.0, 36.0
"""Room for the words of the claims, and height of a row with two lines of them; in pixels."""


def draw(case: Case, item: Listed, words: Words, links: Links) -> Markup | None:
    """Return the drawing, or None when fewer than three of the articles are dated."""
    rows = [item, *overview.against(case, item)][:MOST_ROWS]
    found = [(doc, n) for n, row in enumerate(rows) for doc in row.claim.articles if doc in case.docs]
    places = [Place(doc, m, n) for doc, n in found if (m := moment(case.docs[doc].published))]
    if len({p.doc for p in places}) < 3:
        return None
    scale = scale_of({p.doc: p.moment for p in places}, words, _LEFT, row=_ROW)
    height = HEAD + round(_ROW) * len(rows) + 12
    inside = [*grid(scale, height), *_lines(rows, places, scale, words)]
    counts = Counter(place.row for place in places)
    inside += documents(case, scale, [p for p in places if counts[p.row] <= _MANY], words, links, rise=8)
    for row in (n for n, count in counts.items() if count > _MANY):
        inside += strokes(scale, [p.moment for p in places if p.row == row], scale.level(row))
    return svg.tag(
        "svg",
        *inside,
        class_="d",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        role="group",
        aria_label=words("time.claim", claims=words.count("claims", len(rows))),
    )


def _lines(rows: list[Listed], places: list[Place], scale: Scale, words: Words) -> Iterator[Markup]:
    for number, row in enumerate(rows):
        level = scale.level(number)
        face = [svg.text(row.siglum, 0, level + 4, "s nn")]
        face += middle(row.title, _LEFT - 64, 44, level, "b" if number == 0 else "")
        yield svg.tag("g", svg.tag("title", Markup.escape(row.claim.text)), *face)
        moments = [p.moment for p in places if p.row == number]
        ends = [scale.x(at) for m in moments for at in (m.start, m.end)]
        if ends and max(ends) > min(ends):
            yield svg.line("e", min(ends), level, max(ends), level)
        if not moments:
            yield svg.text(words.plain("date.none"), _LEFT + 6, level + 4, "s")
