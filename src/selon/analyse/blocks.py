"""Block quotations: each is the speaker's whom the line below it signs, or whom the text above introduces."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from selon.analyse.drafts import Draft
from selon.analyse.headlines import CREDIT_LINE, signs
from selon.analyse.units import Unit
from selon.analyse.witnesses import FULL_NAME
from selon.model.document import Document
from selon.model.span import Span, Spans
from selon.model.statement import Stance
from selon.text.segment import paragraphs, trim

ABOVE = 40
"""How many paragraphs above a block its speaker is looked for."""
_SAME_BLOCK = re.compile(r"\s*\n\s*>(?![ \u00a0]*[—―–-][ \u00a0])[^\n]*")
_HEADING = re.compile(r"\s*(?:#|[*_]{2}|!\[)")


def block_drafts(
    doc: Document, units: Sequence[Unit], found: Sequence[Sequence[Draft]]
) -> Iterator[tuple[int, Draft]]:
    """Yield one draft for every block quotation, given to the speaker that the text above introduces."""
    blocks: dict[tuple[int, int], int] = {}
    for number, unit in enumerate(units):
        if unit.block and not unit.level:
            blocks.setdefault(_paragraph(doc.text, unit.span), number)
    spots = paragraphs(doc.text) if blocks else ()
    starts = [p.start for p in spots]
    sources: dict[int, Spans] = {}
    for number, unit in enumerate(units):
        for draft in found[number] if blocks else ():
            if draft.source:
                sources[starts[bisect_right(starts, unit.span.start) - 1]] = draft.source
    for (start, end), number in blocks.items():
        above = spots[: bisect_left(starts, start)][-ABOVE:]
        speaker = _signed_below(doc, end) or _introduced(doc, above, sources)
        body = trim(doc.text, start, end)
        while body and doc.text[body.start] == ">" and len(body) > 1:
            body = trim(doc.text, body.start + 1, body.end)
        if body and speaker:
            yield (
                number,
                Draft(
                    (body,), speaker, (), Stance.asserts, "block quotation", units[number].part, carried=True
                ),
            )


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return start, end if end >= 0 else len(text)


def _signed_below(doc: Document, end: int) -> Spans:
    """Return the speaker whom the line after the last paragraph of a block names ("— Vera Lindqvist")."""
    while more := _SAME_BLOCK.match(doc.text, end):
        end = more.end()
    found = CREDIT_LINE.match(doc.text, end)
    name = trim(doc.text, *found.span("name")) if found and signs(doc, found.group("name")) else None
    return (name,) if name else ()


def _introduced(doc: Document, above: Sequence[Span], sources: dict[int, Spans]) -> Spans:
    """Return the speaker above a block: the first name of the nearest paragraph with one, or its source."""
    for paragraph in reversed(above):
        words = paragraph.of(doc.text)
        if words.startswith(">") or _HEADING.match(words):
            continue
        if name := FULL_NAME.search(words):
            return (Span(paragraph.start + name.start(), paragraph.start + name.end()),)
        if paragraph.start in sources:
            return sources[paragraph.start]
    return ()
