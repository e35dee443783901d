"""When documents came out: bars in UTC, and which of two surely came first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from selon.model.document import Document, Precision, Published

FURTHEST_EAST = timedelta(hours=14)
FURTHEST_WEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class When:
    """The bar in UTC within which a document came out; `floating` when the page prints no zone."""

    first: datetime
    last: datetime
    floating: bool


_FORMS = {
    Precision.year: "%Y",
    Precision.month: "%Y-%m",
    Precision.day: "%Y-%m-%d",
}


def when(published: Published | None) -> When | None:
    """Return when a document came out: a day, a month or a year is a bar, not a point; None if unknown."""
    if published is None or published.value is None or published.precision is Precision.none:
        return None
    try:
        return _bar(published, published.value)
    except (ValueError, OverflowError):
        return None


def _bar(published: Published, value: str) -> When:
    form = _FORMS.get(published.precision)
    start = datetime.strptime(value, form) if form else datetime.fromisoformat(value.replace("Z", "+00:00"))
    zone = start.tzinfo or _zone(published.zone)
    first = start.replace(tzinfo=zone or UTC).astimezone(UTC)
    return When(first, first + _length(published.precision, start), zone is None)


def _zone(printed: str | None) -> timezone | None:
    if not printed:
        return None
    found = datetime.strptime(printed.replace("Z", "+0000"), "%z").utcoffset()
    return timezone(found) if found is not None else None


def _length(precision: Precision, start: datetime) -> timedelta:
    if precision is Precision.year:
        return start.replace(year=start.year + 1) - start
    if precision is Precision.month:
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - start
    sizes = {Precision.day: timedelta(days=1), Precision.minute: timedelta(minutes=1)}
    return sizes.get(precision, timedelta(seconds=1))


def earlier(a: Document, b: Document) -> bool:
    """Tell whether `a` surely came out before `b`.

    Two bars without a zone are compared as printed when the documents share a language; otherwise a bar
    without a zone may lie anywhere from UTC-12 to UTC+14.
    """
    x, y = when(a.published), when(b.published)
    if x is None or y is None:
        return False
    if x.floating and y.floating and a.lang == b.lang:
        return x.last <= y.first
    return _last(x) <= _first(y)


def _first(bar: When) -> datetime:
    return bar.first - FURTHEST_EAST if bar.floating else bar.first


def _last(bar: When) -> datetime:
    return bar.last + FURTHEST_WEST if bar.floating else bar.last
