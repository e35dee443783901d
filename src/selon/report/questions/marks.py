"""Marks on a text: overlapping spans cut into segments that together give the text back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Statement


@dataclass(frozen=True, order=True)
class Mark:
    """A span of a document and the sign that it carries (a class of the style sheet)."""

    span: Span
    kind: str


@dataclass(frozen=True)
class Segment:
    """A stretch of text under one set of signs; `starts` are the anchors that begin here."""

    text: str
    kinds: tuple[str, ...]
    starts: tuple[str, ...] = ()

    @property
    def classes(self) -> str:
        """The signs as a class attribute."""
        return " ".join(self.kinds)


def segments(
    text: str, within: Span, marks: Iterable[Mark], anchors: Sequence[tuple[int, str]] = ()
) -> tuple[Segment, ...]:
    """Return `within` cut wherever a mark begins or ends; the segments joined are `within.of(text)`.

    `anchors` are (offset, name) pairs; a name sits on the segment that begins there.
    """
    inside = [m for m in marks if m.span.overlap(within)]
    places = {within.start, within.end}
    places.update(min(max(p, within.start), within.end) for m in inside for p in (m.span.start, m.span.end))
    places.update(at for at, _ in anchors if within.start <= at < within.end)
    cuts = sorted(places)
    return tuple(_segment(text, Span(a, b), inside, anchors) for a, b in zip(cuts, cuts[1:], strict=False))


def _segment(text: str, span: Span, marks: list[Mark], anchors: Sequence[tuple[int, str]]) -> Segment:
    kinds = sorted({kind for m in marks if m.span.holds(span) for kind in m.kind.split()})
    starts = tuple(sorted(name for at, name in anchors if at == span.start))
    return Segment(span.of(text), tuple(kinds), starts)


def statement_marks(statement: Statement) -> list[Mark]:
    """Return the marks of one statement: source underlined, cue italic, content tinted.

    The outlet's own voice carries no mark; an anonymous source puts its tint on what it says.
    """
    tint = " anon" if statement.source_kind is SourceKind.anonymous else ""
    out = [Mark(span, "w-src" + tint) for span in statement.source]
    out += [Mark(span, "w-cue") for span in statement.cue]
    if statement.form is not Form.voice:
        out += [Mark(span, "w-con" + tint) for span in statement.content]
    return out + [Mark(span, "w-hedge") for span in statement.hedges]
