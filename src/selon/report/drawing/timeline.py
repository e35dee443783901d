"""Documents in time: one line an outlet, a tick for an hour, a bar for a day, curves for copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from selon.report.drawing import svg
from selon.report.questions.case import Case, anchor
from selon.report.questions.derivation import derivation
from selon.report.questions.times import Moment, moment
from selon.report.wording import Words

LEFT, RIGHT, HEAD, ROW = 210.0, 1304.0, 22, 27
WIDTH = 1344
MOST_ROWS = 60
_LINES = {"copies": "e", "edits": "e ealt", "translates": "e tr", "cites": "e"}


@dataclass(frozen=True)
class Scale:
    """Maps time to pixels; `marks` are the starts of the days, months or years drawn as rules."""

    start: datetime
    end: datetime
    marks: tuple[tuple[datetime, str], ...]

    def x(self, at: datetime) -> float:
        """Return the place of a moment."""
        return LEFT + (RIGHT - LEFT) * ((at - self.start) / (self.end - self.start))


@dataclass(frozen=True)
class Place:
    """A document on the drawing."""

    doc: str
    moment: Moment
    row: int


def draw(case: Case, words: Words) -> Markup | None:
    """Return the drawing, or None when fewer than two documents are dated. Hours are in UTC."""
    dated = {d.id: m for d in case.docs.values() if (m := moment(d.published))}
    if len(dated) < 2:
        return None
    scale = _scale(dated, words)
    rows = _rows(case, dated)[:MOST_ROWS]
    places = {doc: Place(doc, dated[doc], n) for n, (_, docs) in enumerate(rows) for doc in docs}
    height = HEAD + ROW * len(rows) + 12
    inside = [
        *_grid(scale, height),
        *_names(rows),
        *_curves(case, scale, places),
        *_docs(case, scale, places, words),
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


def _rows(case: Case, dated: dict[str, Moment]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(dated, key=case.order):
        found[case.outlet(doc)].append(doc)
    return list(found.items())


def _scale(dated: dict[str, Moment], words: Words) -> Scale:
    first, last = min(m.start for m in dated.values()), max(m.end for m in dated.values())
    days = (last - first).days
    floor = first.replace(hour=0, minute=0, second=0)
    if days > 60:
        floor = floor.replace(day=1) if days <= 800 else floor.replace(month=1, day=1)
    marks = [floor]
    while marks[-1] <= last:
        marks.append(_next(marks[-1], days))
    named = tuple((m, _mark_name(m, days, n == 0, words)) for n, m in enumerate(marks))
    return Scale(floor, marks[-1], named)


def _next(at: datetime, days: int) -> datetime:
    if days <= 14:
        return at + timedelta(days=1)
    if days <= 60:
        return at + timedelta(days=7)
    if days <= 800:
        ahead = at.replace(day=28) + timedelta(days=4)
        return ahead.replace(day=1)
    return at.replace(year=at.year + 1)


def _mark_name(at: datetime, days: int, first: bool, words: Words) -> str:
    if days > 800:
        return str(at.year)
    if days > 60:
        return words.day(f"{at:%Y-%m}", year=first or at.month == 1)
    return words.day(f"{at:%Y-%m-%d}", year=first)


def _grid(scale: Scale, height: int) -> Iterator[Markup]:
    yield svg.line("axis", 0, HEAD, RIGHT, HEAD)
    room = scale.x(scale.marks[1][0]) - LEFT if len(scale.marks) > 1 else RIGHT
    every = max(1, -(-96 // max(1, int(room))))
    for n, (at, name) in enumerate(scale.marks):
        yield svg.line("rule", scale.x(at), HEAD, scale.x(at), height - 4)
        if n % every == 0 and n < len(scale.marks) - 1:
            yield svg.text(name, scale.x(at) + 6, 14, "s")


def _names(rows: list[tuple[str, list[str]]]) -> Iterator[Markup]:
    for n, (outlet, _) in enumerate(rows):
        face = svg.text(svg.fit(outlet, LEFT - 14), 0, HEAD + ROW * n + 25, "i")
        yield svg.tag("g", svg.tag("title", Markup.escape(outlet)), face)


def _level(row: int) -> float:
    return HEAD + ROW * row + 20.0


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
    x1, y1, x2, y2 = _middle(scale, one), _level(one.row), _middle(scale, two), _level(two.row)
    if abs(x2 - x1) < 90:
        path = f"M{x1:.1f} {y1:.0f}C{x1:.1f} {y2:.0f} {x1:.1f} {y2:.0f} {x2:.1f} {y2:.0f}"
    else:
        mid = (x1 + x2) / 2
        path = f"M{x1:.1f} {y1:.0f}C{mid:.1f} {y1:.0f} {mid:.1f} {y2:.0f} {x2:.1f} {y2:.0f}"
    return svg.tag("path", class_=css, d=path)


def _stretch(start: float, end: float, level: float) -> Markup:
    """A day or a month: a thin bar; where the scale leaves no length, a short thick one."""
    height = 2 if end - start > 12 else 8
    width = max(end - start, 4.0)
    return svg.tag("rect", class_="tick", x=start, y=level - height / 2, width=width, height=height)


def _docs(case: Case, scale: Scale, places: dict[str, Place], words: Words) -> Iterator[Markup]:
    ordered = sorted(places.values(), key=lambda p: (p.row, p.moment.start, p.doc))
    taken: list[tuple[int, float, float]] = [(p.row, *_extent(scale, p)) for p in ordered]
    for place in ordered:
        named = place.doc if place.moment.exact else words.plain("time.no_hour", doc=place.doc)
        x = _label_at(place.row, _extent(scale, place), svg.width(named, 12), taken)
        label = [svg.text(named, x, _level(place.row) + 4, "s nn halo")] if x is not None else []
        title = words("tree.row", doc=place.doc, outlet=case.outlet(place.doc))
        yield svg.tag(
            "a",
            svg.tag("title", title),
            _shape(scale, place),
            *label,
            href=f"#{anchor('doc', place.doc)}",
            aria_label=title,
        )


def _extent(scale: Scale, place: Place) -> tuple[float, float]:
    start, end = scale.x(place.moment.start), scale.x(place.moment.end)
    return (start - 3, start + 3) if place.moment.exact else (start, max(end, start + 4))


def _shape(scale: Scale, place: Place) -> Markup:
    level, (start, end) = _level(place.row), _extent(scale, place)
    if place.moment.exact:
        return svg.tag("rect", class_="tick", x=start + 0.5, y=level - 8, width=5, height=15)
    return _stretch(start, end, level)


def _label_at(
    row: int, own: tuple[float, float], width: float, taken: list[tuple[int, float, float]]
) -> float | None:
    """Return where a label is free, right of its document or left of it, and take the place; else None."""
    for x in (own[1] + 3, own[0] - 3 - width):
        inside = x >= LEFT and x + width <= WIDTH
        if inside and not any(r == row and a < x + width and x < b for r, a, b in taken):
            taken.append((row, x, x + width))
            return x
    return None
