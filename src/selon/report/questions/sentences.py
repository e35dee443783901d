"""The sentences of a document as a reader counts them: parts kept apart, furniture not counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from selon.model.document import FURNITURE, Document, Part, PartKind
from selon.model.span import Span
from selon.text.segment import paragraphs, sentences, trim


@dataclass(frozen=True)
class Line:
    """A sentence, or a whole stretch of furniture; `number` counts sentences of the body from 1."""

    span: Span
    part: Part | None
    number: int | None
    last: bool
    """Whether a paragraph ends here."""

    @property
    def furniture(self) -> bool:
        """Whether this is page furniture, kept but not analysed."""
        return self.part is not None and self.part.kind in FURNITURE

    @property
    def headline(self) -> bool:
        """Whether this belongs to the headline."""
        return self.part is not None and self.part.kind is PartKind.headline


@lru_cache(maxsize=512)
def _lines(text: str, lang: str, parts: tuple[Part, ...]) -> tuple[Line, ...]:
    out: list[Line] = []
    number = 0
    for room, part in _rooms(parts, len(text)):
        whole = part is not None and part.kind in FURNITURE
        for paragraph in paragraphs(text, room):
            found = (paragraph,) if whole else sentences(text, lang, paragraph)
            for span in _covering(paragraph, found):
                counted = not whole and (part is None or part.kind is not PartKind.headline)
                number += counted
                out.append(Line(span, part, number if counted else None, span.end == paragraph.end))
    return _merged(out)


def _merged(found: list[Line]) -> tuple[Line, ...]:
    """Join furniture of one kind and reason that stands together, such as the lines of front matter."""
    out: list[Line] = []
    for line in found:
        if out and line.furniture and out[-1].furniture and _alike(out[-1].part, line.part):
            line = replace(line, span=Span(out.pop().span.start, line.span.end))
        out.append(line)
    return tuple(out)


def _alike(one: Part | None, other: Part | None) -> bool:
    return one is not None and other is not None and (one.kind, one.why) == (other.kind, other.why)


def _covering(paragraph: Span, found: tuple[Span, ...]) -> list[Span]:
    """Stretch each sentence to the next, so that no character of the paragraph is lost."""
    starts = [paragraph.start, *(s.start for s in found[1:])]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], paragraph.end], strict=True) if a < b]


def _rooms(parts: tuple[Part, ...], length: int) -> list[tuple[Span, Part | None]]:
    out: list[tuple[Span, Part | None]] = []
    at = 0
    for part in parts:
        if part.span.start > at:
            out.append((Span(at, part.span.start), None))
        out.append((part.span, part))
        at = part.span.end
    if at < length:
        out.append((Span(at, length), None))
    return out


def lines(doc: Document) -> tuple[Line, ...]:
    """Return the lines of a document in order; what lies between them is white space."""
    return _lines(doc.text, doc.lang, doc.parts)


def lines_of(doc: Document, span: Span) -> tuple[Line, ...]:
    """Return the lines that `span` touches, at least one in a document that has any."""
    return tuple(line for line in lines(doc) if line.span.overlap(span))


def context(doc: Document, span: Span) -> tuple[Span, int | None]:
    """Return the sentence or sentences around `span` and the number of the first of them."""
    found = lines_of(doc, span)
    if not found:
        return span, None
    start = min(span.start, found[0].span.start)
    whole = trim(doc.text, start, max(span.end, found[-1].span.end))
    return whole or span, found[0].number
