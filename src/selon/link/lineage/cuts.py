"""Marks that something was left out of a text: "[…]", "lire la suite"."""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack
from selon.model.document import Document
from selon.model.span import Span

_ELLIPSES = (r"\[(?:…|\.\.\.)\]", r"\((?:…|\.\.\.)\)")


def cut_marks(doc: Document) -> tuple[Span, ...]:
    """Return where a text shows that it was cut, in order."""
    return tuple(Span(*hit.span()) for hit in _marks(doc.lang).finditer(doc.text))


@cache
def _marks(lang: str) -> re.Pattern[str]:
    words = pack.table(lang, "cuts").get("words", ())
    forms = [*_ELLIPSES, *(rf"(?<!\w){re.escape(w)}(?!\w)" for w in words)]
    return re.compile("|".join(forms), re.IGNORECASE)
