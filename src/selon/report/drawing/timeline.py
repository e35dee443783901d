"""Documents in time: one line an outlet, a tick for an hour, a bar for a day, curves for copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from markupsafe import Markup

from selon.model.moment import Moment, moment
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
    scale_of,
)
from selon.report.links import Links
from selon.report.questions.case import Case
from selon.report.questions.derivation import derivation
from selon.report.wording import Words

MOST_ROWS = 60
_LONG, _FIFTH, _EIGHTH = timedelta(days=60), 5, 8
_LINES = {"copies": "e", "edits": "e ealt", "translates": "e tr", "cites": "e"}


def draw(case: Case, words: Words, links: Links) -> Markup | None:
    """Return the drawing, or None when fewer than two documents are dated. Hours are in UTC."""
    dated = _dense(_dated(case))
    if len(dated) < 2:
        return None
    scale = scale_of(dated, words)
    rows = _rows(case, dated)[:MOST_ROWS]
    places = {doc: Place(doc, dated[doc], n) for n, (_, docs) in enumerate(rows) for doc in docs}
    height = HEAD + round(ROW) * len(rows) + 12
    inside = [
        *grid(scale, height),
        *_names(rows),
        *_curves(case, scale, places),
        *documents(case, scale, places.values(), words, links),
    ]
    label = words("time.label", documents=words.count("documents", len(places)))
    return svg.tag(
        "svg",
        *inside,
        class_="d",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        role="group",
        aria_label=label,
    )


def outside(case: Case) -> tuple[str, ...]:
    """Return the dated documents that lie so far from all others that they are not drawn, in order."""
    dated = _dated(case)
    return tuple(sorted(dated.keys() - _dense(dated).keys(), key=case.order))


def _dated(case: Case) -> dict[str, Moment]:
    return {d.id: m for d in case.docs.values() if (m := moment(d.published))}


def _dense(dated: dict[str, Moment]) -> dict[str, Moment]:
    """Return the documents of the time in which most came out, where a few others would crush it.

    That is when the middle three fifths take less than an eighth of a story of more than two months.
    """
    starts, ends = sorted(m.start for m in dated.values()), sorted(m.end for m in dated.values())
    fifth = len(dated) // _FIFTH
    if not fifth:
        return dated
    first, last = starts[fifth], max(ends[-1 - fifth], starts[fifth])
    if ends[-1] - starts[0] < _LONG or (last - first) * _EIGHTH > ends[-1] - starts[0]:
        return dated
    beside = max((last - first) / 2, timedelta(days=2))
    return {doc: m for doc, m in dated.items() if first - beside <= m.start and m.end <= last + beside}


def _rows(case: Case, dated: dict[str, Moment]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(dated, key=case.order):
        found[case.outlet(doc)].append(doc)
    return list(found.items())


def _names(rows: list[tuple[str, list[str]]]) -> Iterator[Markup]:
    for n, (outlet, _) in enumerate(rows):
        face = svg.text(svg.fit(outlet, LEFT - 14), 0, HEAD + ROW * n + 24, "i")
        yield svg.tag("g", svg.tag("title", Markup.escape(outlet)), face)


def _middle(scale: Scale, place: Place) -> float:
    at = place.moment
    return scale.x(at.start) if at.exact else (scale.x(at.start) + scale.x(at.end)) / 2


def _curves(case: Case, scale: Scale, places: dict[str, Place]) -> Iterator[Markup]:
    for edges in case.parents.values():
        for edge in edges[:1]:
            if edge.source in places and edge.derived in places:
                via = derivation(case, edge.derived, edge.source).via
                yield _curve(scale, places[edge.source], places[edge.derived], _LINES[via])


def _curve(scale: Scale, one: Place, two: Place, css: str) -> Markup:
    x1, y1, x2, y2 = _middle(scale, one), scale.level(one.row), _middle(scale, two), scale.level(two.row)
    if abs(x2 - x1) < 90:
        path = f"M{x1:.1f} {y1:.0f}C{x1:.1f} {y2:.0f} {x1:.1f} {y2:.0f} {x2:.1f} {y2:.0f}"
    else:
        mid = (x1 + x2) / 2
        path = f"M{x1:.1f} {y1:.0f}C{mid:.1f} {y1:.0f} {mid:.1f} {y2:.0f} {x2:.1f} {y2:.0f}"
    return svg.tag("path", class_=css, d=path)
