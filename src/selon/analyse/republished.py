"""A text that another one reprints on its page: all of it is the statement of whom its heading names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from selon.analyse.drafts import Draft
from selon.languages.pack import table
from selon.model.document import ANNEX_HEADING, CreditKind, Document, Part, PartKind
from selon.model.span import Span
from selon.model.statement import REPUBLISHED, Stance
from selon.text.segment import trim

_ARTICLE = frozenset({PartKind.headline, PartKind.lead, PartKind.body, PartKind.quotation})


def republished_drafts(doc: Document) -> Iterator[Draft]:
    """Yield one draft for every annex whose heading names a publisher; none for an annex read apart.

    The content runs from the heading to the last part of the article before other furniture.
    """
    names = {c.span: c.name for c in doc.credits if c.kind is CreditKind.republished and c.span}
    for at, part in enumerate(doc.parts):
        name = names.get(part.span) if part.why == ANNEX_HEADING and doc.host is None else None
        content = _content(doc, doc.parts[at + 1 :]) if name else None
        start = doc.text.find(name, part.span.start, part.span.end) if name else -1
        if name and content and start >= 0:
            cue = _cue(doc, part)
            yield Draft((content,), (Span(start, start + len(name)),), cue, Stance.asserts, REPUBLISHED)


def _content(doc: Document, parts: tuple[Part, ...]) -> Span | None:
    told = takewhile(lambda p: p.kind in _ARTICLE | {PartKind.caption}, parts)
    held = [p for p in told if p.kind in _ARTICLE]
    return trim(doc.text, held[0].span.start, held[-1].span.end) if held else None


def _cue(doc: Document, heading: Part) -> tuple[Span, ...]:
    words = "|".join(map(re.escape, table(doc.lang, "sources").get("republished", ()))) or "(?!)"
    found = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE).search(
        doc.text, heading.span.start, heading.span.end
    )
    return (Span(*found.span()),) if found else ()
