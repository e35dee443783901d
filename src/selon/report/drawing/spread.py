"""A claim in time beside those that stand against it: one line a claim, one tick an article."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from selon.model.moment import moment
from selon.report.drawing import svg
from selon.report.drawing.clock import (
    HEAD,
    LEFT,
    ROW,
    WIDTH,
    Place,
    Scale,
    documents,
    grid,
    level_of,
    scale_of,
)
from selon.report.links import Links
from selon.report.questions import overview
from selon.report.questions.case import Case, Listed
from selon.report.wording import Words

MOST_ROWS = 8


def draw(case: Case, item: Listed, words: Words, links: Links) -> Markup | None:
    """Return the drawing, or None when fewer than three of the articles are dated."""
    rows = [item, *overview.against(case, item)][:MOST_ROWS]
    found = [(doc, n) for n, row in enumerate(rows) for doc in row.claim.articles if doc in case.docs]
    places = [Place(doc, m, n) for doc, n in found if (m := moment(case.docs[doc].published))]
    if len({p.doc for p in places}) < 3:
        return None
    scale = scale_of({p.doc: p.moment for p in places}, words)
    height = HEAD + ROW * len(rows) + 12
    inside = [*grid(scale, height), *_lines(rows, places, scale)]
    inside += documents(case, scale, places, words, links, rise=7)
    return svg.tag(
        "svg",
        *inside,
        class_="d",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        role="group",
        aria_label=words("time.claim", claims=words.count("claims", len(rows))),
    )


def _lines(rows: list[Listed], places: list[Place], scale: Scale) -> Iterator[Markup]:
    for number, row in enumerate(rows):
        title = svg.tag("title", Markup.escape(row.claim.text))
        name = svg.fit(row.claim.text, LEFT - 50)
        face = [svg.text(row.siglum, 0, HEAD + ROW * number + 25, "s nn")]
        face.append(svg.text(name, 38, HEAD + ROW * number + 25, "b" if number == 0 else ""))
        yield svg.tag("g", title, *face)
        moments = [p.moment for p in places if p.row == number]
        ends = [scale.x(at) for m in moments for at in (m.start, m.end)]
        if ends and max(ends) > min(ends):
            yield svg.line("e", min(ends), level_of(number), max(ends), level_of(number))
