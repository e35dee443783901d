"""One scale of time for drawings: rules for days or months, ticks for hours, bars for days, labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor

from markupsafe import Markup

from selon.model.moment import Moment
from selon.report.drawing import svg
from selon.report.links import Links
from selon.report.questions.case import Case
from selon.report.wording import Words

LEFT, RIGHT, HEAD, ROW = 230.0, 1344.0, 22, 27.0
WIDTH = 1376


@dataclass(frozen=True)
class Scale:
    """Maps time to pixels; `marks` are the starts of the days, months or years drawn as rules."""

    start: datetime
    end: datetime
    marks: tuple[tuple[datetime, str], ...]
    left: float = LEFT
    right: float = RIGHT
    row: float = ROW
    """Height of a row."""

    def x(self, at: datetime) -> float:
        """Return the place of a moment."""
        return self.left + (self.right - self.left) * ((at - self.start) / (self.end - self.start))

    def level(self, row: int) -> float:
        """Return the middle line of a row."""
        return HEAD + self.row * row + 6 + self.row / 2


@dataclass(frozen=True)
class Place:
    """A document on the drawing."""

    doc: str
    moment: Moment
    row: int


def scale_of(
    dated: Mapping[str, Moment], words: Words, left: float = LEFT, right: float = RIGHT, row: float = ROW
) -> Scale:
    """Return the scale that holds all of `dated` (at least one), from the start of the first day.

    It lies between `left` and `right`, in pixels.
    """
    first, last = min(m.start for m in dated.values()), max(m.end for m in dated.values())
    days = (last - first).days
    floor = first.replace(hour=0, minute=0, second=0)
    if days > 60:
        floor = floor.replace(day=1) if days <= 800 else floor.replace(month=1, day=1)
    marks = [floor]
    while marks[-1] <= last:
        marks.append(_next(marks[-1], days))
    named = tuple((m, _mark_name(m, days, n == 0, words)) for n, m in enumerate(marks))
    return Scale(floor, marks[-1], named, left, right, row)


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


def grid(scale: Scale, height: int) -> Iterator[Markup]:
    """Yield the axis and the rules with their names; names are thinned out where rules are close."""
    yield svg.line("axis", 0, HEAD, scale.right, HEAD)
    room = scale.x(scale.marks[1][0]) - scale.left if len(scale.marks) > 1 else scale.right
    every = max(1, -(-96 // max(1, int(room))))
    for n, (at, name) in enumerate(scale.marks):
        yield svg.line("rule", scale.x(at), HEAD, scale.x(at), height - 4)
        if n % every == 0 and n < len(scale.marks) - 1:
            yield svg.text(name, scale.x(at) + 6, 14, "s")


def _stretch(start: float, end: float, level: float) -> Markup:
    """A day or a month: a thin bar; where the scale leaves no length, a short thick one."""
    height = 2 if end - start > 12 else 8
    width = max(end - start, 4.0)
    return svg.tag("rect", class_="tick", x=start, y=level - height / 2, width=width, height=height)


def documents(
    case: Case, scale: Scale, places: Iterable[Place], words: Words, links: Links, rise: int = 0
) -> Iterator[Markup]:
    """Yield each document as a link: a tick for an hour, a bar for a day, its id where there is room.

    `rise` lifts the ids above a line that runs through the row, in pixels.
    """
    ordered = sorted(places, key=lambda p: (p.row, p.moment.start, p.doc))
    taken = _Room()
    for place in ordered:
        taken.take(place.row, *_extent(scale, place))
    for place in ordered:
        short = svg.fit(place.doc, _LONGEST_ID, 12)
        named = short if place.moment.exact else words.plain("time.no_hour", doc=short)
        x = _label_at(place.row, _extent(scale, place), svg.width(named, 12), taken, scale.left)
        level = scale.level(place.row) + 4 - rise
        label = [svg.text(named, x, level, "s nn halo")] if x is not None else []
        whole = named if short == place.doc else f"{named} ({place.doc})"
        title = words.plain("tree.row", doc=whole, outlet=case.outlet(place.doc))
        yield svg.link(links.doc(place.doc), title, _shape(scale, place), *label)


def strokes(scale: Scale, moments: Sequence[Moment], level: float, css: str = "") -> Iterator[Markup]:
    """Yield one path for the hours and one for the days of a row, however many texts it has."""
    hours = sorted({round(scale.x(m.start), 1) for m in moments if m.exact})
    days = sorted({(round(scale.x(m.start), 1), round(scale.x(m.end), 1)) for m in moments if not m.exact})
    if hours:
        path = "".join(f"M{x:g} {level - 6:.0f}v12" for x in hours)
        yield svg.tag("path", class_="fine" + css, d=path)
    if days:
        path = "".join(f"M{a:g} {level + 9:.0f}H{max(b - 1, a + 3):g}" for a, b in days)
        yield svg.tag("path", class_="fine" + css, d=path)


_LONGEST_ID = 120.0
"""Pixels of an id beside its tick; a longer one is cut."""


def _extent(scale: Scale, place: Place) -> tuple[float, float]:
    start, end = scale.x(place.moment.start), scale.x(place.moment.end)
    return (start - 3, start + 3) if place.moment.exact else (start, max(end, start + 4))


def _shape(scale: Scale, place: Place) -> Markup:
    level, (start, end) = scale.level(place.row), _extent(scale, place)
    if place.moment.exact:
        return svg.tag("rect", class_="tick", x=start + 0.5, y=level - 8, width=5, height=15)
    return _stretch(start, end, level)


def _label_at(row: int, own: tuple[float, float], width: float, taken: _Room, left: float) -> float | None:
    """Return where a label is free, right of its document or left of it, and take the place; else None."""
    for x in (own[1] + 3, own[0] - 3 - width):
        if x >= left and x + width <= WIDTH and taken.free(row, x, x + width):
            taken.take(row, x, x + width)
            return x
    return None


class _Room:
    """Which pixels of each row are taken; asking costs the width of a label, however many there are."""

    def __init__(self) -> None:
        self._rows: dict[int, bytearray] = defaultdict(lambda: bytearray(WIDTH + 1))

    def take(self, row: int, start: float, end: float) -> None:
        """Take the pixels that a stretch touches."""
        first, last = max(0, floor(start)), min(WIDTH + 1, ceil(end))
        self._rows[row][first:last] = b"\x01" * max(0, last - first)

    def free(self, row: int, start: float, end: float) -> bool:
        """Tell whether no pixel of a stretch is taken."""
        return not any(self._rows[row][floor(start) : ceil(end)])
