"""A place in a text: half-open code-point offsets, and the laws of tuples of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Half-open range `[start, end)` of code points, never empty; encodes as `[start, end]`.

    Raises ValueError when `start < 0` or `end <= start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words at this place of `text`."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Return the same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """Return the number of code points that both spans share."""
        start = self.start if self.start > other.start else other.start
        end = self.end if self.end < other.end else other.end
        return end - start if end > start else 0


Spans = tuple[Span, ...]


def tidy(spans: Iterable[Span]) -> Spans:
    """Return `spans` sorted and disjoint: those that overlap or touch become one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def hull(spans: Spans) -> Span:
    """Return the smallest span that holds all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def check_spans(spans: Spans, length: int | None = None) -> None:
    """Raise ValueError unless `spans` are sorted, disjoint and end within `length`."""
    for before, after in itertools.pairwise(spans):
        if after.start < before.end:
            raise ValueError(f"spans overlap or are unsorted: {before} {after}")
    if length is not None and spans and spans[-1].end > length:
        raise ValueError(f"span {spans[-1]} ends after the text ({length})")


def words_of(text: str, spans: Spans) -> str:
    """Return the words at `spans`, pieces joined by ` … `."""
    return " … ".join(s.of(text) for s in spans)


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
