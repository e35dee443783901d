"""Asides inside one pair of marks: « Le barrage, assure X, tiendra. » is said by X, marks and all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from selon.analyse.drafts import Draft
from selon.analyse.quotes import Quote
from selon.analyse.units import Unit
from selon.languages import pack
from selon.model.document import Document
from selon.model.span import Span, hull, tidy

_RESUMES = re.compile(r"[^,.;!?…:\n]{0,60}[,.;!?…]\s*(?:[—–-]\s)?")
"""What may stand between the source of an aside and the words that go on."""
_STRAIGHT = "\"'"


def widen_incises(doc: Document, units: Sequence[Unit], found: Sequence[list[Draft]]) -> None:
    """Give an aside inside a quotation the whole quotation but the aside, when nobody else says it; in place.

    Light packs see such asides from outside and are left alone.
    """
    if pack.kind(doc.lang) != pack.FULL:
        return
    for number, unit in enumerate(units):
        for quote in unit.holes if unit.level == 0 and not unit.block else ():
            straight = doc.text[quote.span.start] in _STRAIGHT  # which of two marks opens is a guess
            if not straight and not any(c.overlap(quote.span) for d in found[number] for c in d.content):
                _widen(doc, quote, units, found, number)


def _widen(
    doc: Document, quote: Quote, units: Sequence[Unit], found: Sequence[list[Draft]], outer: int
) -> None:
    """Widen the one aside of the quotation that stands in its first sentence."""
    inside = [
        (n, at)
        for n in range(outer + 1, _after(units, outer))
        if quote.inner.holds(units[n].span)
        for at, d in enumerate(found[n])
        if "aside" in d.rule and units[n].level == 1 and _other(doc, d)
    ]
    if len(inside) != 1:
        return
    number, at = inside[0]
    draft = found[number][at]
    if doc.text[quote.inner.start : draft.content[0].start].strip():
        return
    found[number][at] = replace(draft, content=_whole(doc.text, quote, draft))


def _after(units: Sequence[Unit], outer: int) -> int:
    """Return the number of the next unit outside any quotation."""
    return next((n for n in range(outer + 1, len(units)) if not units[n].level), len(units))


def _other(doc: Document, draft: Draft) -> bool:
    """Tell whether somebody else than the speaker of the quotation is the source of the aside."""
    first = pack.table(doc.lang, "grammar").get("first_person", ())
    return bool(draft.source) and draft.source[0].of(doc.text).lower() not in first


def _whole(text: str, quote: Quote, draft: Draft) -> tuple[Span, ...]:
    before = Span(quote.span.start, draft.content[0].end)
    told = hull((*draft.source, *draft.cue)).end
    if len(draft.content) > 1:
        return tidy((before, Span(draft.content[1].start, quote.span.end)))
    resumed = _RESUMES.match(text, told, quote.inner.end)
    start = resumed.end() if resumed else quote.inner.end
    return tidy((before, Span(start, quote.span.end))) if text[start : quote.inner.end].strip() else (before,)
