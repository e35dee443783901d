"""The ladder of evidence that one document derives from another: what is stated, how much is shared, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from selon.model.document import Document, PartKind, Precision, Published
from selon.model.lineage import Evidence, Level
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind
from selon.model.span import Span, Spans, tidy

LONG = 300
"""Characters in common, quoted statements apart, that are more than two reporters would both write."""
PART = 0.1
"""Share of the shorter text that long stretches must be."""
MOST = 0.6
"""Share of the shorter text that is enough where the text itself is short."""
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


def timing(a: Document, b: Document) -> Evidence | None:
    """Return level-2 evidence that `a` came before `b`, with the printed dates, or None."""
    if not earlier(a, b):
        return None
    printed = [d.published.words or d.published.value or "" for d in (a, b) if d.published]
    return Evidence(Level.timing, "published before", " < ".join(printed), b.id)


def shared(passage: Passage, side: int) -> Spans:
    """Return the stretches of one side (0 is `a`, 1 is `b`) of a passage that the other side answers."""
    span = passage.b_span if side else passage.a_span
    gone = tidy(s for c in passage.changes if (s := c.b if side else c.a) is not None)
    edges = [span.start, *(x for s in gone for x in (s.start, s.end)), span.end]
    return tuple(Span(x, y) for x, y in zip(edges[::2], edges[1::2], strict=True) if y > x)


def without(spans: Spans, holes: Spans) -> Spans:
    """Return `spans` with `holes` cut out."""
    out: list[Span] = []
    for span in spans:
        start = span.start
        for hole in holes:
            if hole.start < span.end and hole.end > start:
                if hole.start > start:
                    out.append(Span(start, hole.start))
                start = max(start, hole.end)
        if start < span.end:
            out.append(Span(start, span.end))
    return tuple(out)


def headlines(doc: Document) -> Spans:
    """Return the headlines of `doc`: shared headlines prove nothing."""
    return tidy(p.span for p in doc.parts if p.kind is PartKind.headline)


TRANSLATED = 0.6
"""A translation shows which sentences were used, not which words: a copy in one language is closer."""


def weight(passage: Passage) -> float:
    """Return what a character of the passage counts as common matter: less where the words are others."""
    if passage.kind is ReuseKind.translated:
        return TRANSLATED
    return passage.score if passage.kind is ReuseKind.reworded else 1.0


SENSE = frozenset({ChangeKind.figure, ChangeKind.name, ChangeKind.date, ChangeKind.polarity})
TELLING = 12
READING = 60
"""Characters of a change of wording that two texts would hardly make apart."""


def is_reading(change: Change, side: int) -> bool:
    """Tell whether a change is one that a copy inherits: a figure, name, date, polarity, short rewording."""
    words = change.b_words if side else change.a_words
    if not words or not change.a_words or not change.b_words:
        return False
    return change.kind in SENSE or (change.kind is ChangeKind.wording and TELLING <= len(words) <= READING)
