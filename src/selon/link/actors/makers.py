"""Whose word a paper is when the text says so behind it: "selon les chiffres publiés par le ministère"."""

from __future__ import annotations

import re
from functools import cache

from selon.link.actors.lexicon import table
from selon.model.document import Document

_WORD = r"[a-zà-öø-ÿ][\w-]*"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w-]*"


def made_by(doc: Document, end: int) -> str | None:
    """Return who is said to have made the paper whose mention ends at `end`, None if nobody is."""
    found = _made(doc.lang).match(doc.text, end)
    return found.group("maker") if found else None


@cache
def _made(lang: str) -> re.Pattern[str]:
    """A participle, "by", and a name with the small words before and inside it, or else one noun."""
    known = table(lang)
    made = "|".join(map(re.escape, known.get("made", ()))) or "\x00"
    by = "|".join(map(re.escape, known.get("made_by", ()))) or "\x00"
    inside = "|".join(map(re.escape, known.get("inside_names", ()))) or "\x00"
    name = rf"(?:{_WORD}[ '’]){{0,5}}{_NAME}(?: (?:(?:{inside})[ '’])*{_NAME})*"
    return re.compile(rf"\s+(?:{made})\w*\s(?:\w+\s)?(?:{by})\s(?P<maker>{name}|{_WORD}(?:[ '’]{_WORD})?)")
