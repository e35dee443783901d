"""A source given in brackets after what it says: "le bilan est de douze blessés (source : secours)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.analyse.drafts import Draft
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.statement import Stance
from selon.text.segment import sentences, trim


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, table(lang, "sources").get("labels", []))) or "(?!)"
    return re.compile(rf"\(\s*(?P<cue>{words})\s*:\s*(?P<name>[^()\n]{{2,90}})\)", re.IGNORECASE)


def bracketed_drafts(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield a draft for each bracketed source; its content is the sentence, from its last semicolon."""
    for found in _pattern(doc.lang).finditer(doc.text, unit.span.start, unit.span.end):
        start = _start(doc, unit, found.start())
        content = trim(doc.text, start, found.start())
        source, cue = trim(doc.text, *found.span("name")), trim(doc.text, *found.span("cue"))
        if content and source and cue:
            yield Draft((content,), (source,), (cue,), Stance.asserts, "source in brackets", unit.part)


def _start(doc: Document, unit: Unit, end: int) -> int:
    whole = [s.start for s in sentences(doc.text, doc.lang, unit.span) if s.start < end]
    start = max(whole, default=unit.span.start)
    return max(start, doc.text.rfind(";", start, end) + 1)
