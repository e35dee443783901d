"""Titles of works in quotation marks: « Le dernier bac », un roman …; her novel “He Said No”.

A title reports nothing: neither as what somebody wrote or sang, nor by the verbs inside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from selon.analyse.drafts import Draft
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span

LONGEST_TITLE = 9
"""A title has at most this many words."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 4
"""Words of a title of at least this many letters are written with a capital, where a language does so."""


def without_titles(doc: Document, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that do not take the title of a work for words that somebody says."""
    out = list(drafts)
    for quote in unit.quotes if drafts else ():
        words = _WORD.findall(doc.text, quote.inner.start, quote.inner.end)
        if 1 <= len(words) <= LONGEST_TITLE and _shaped(doc.lang, words):
            out = [d for d in out if not _about(doc, quote.span, d)]
    return out


def _about(doc: Document, title: Span, draft: Draft) -> bool:
    """Tell whether a draft is read out of a title's words, or reports a title as speech."""
    before, after = _patterns(doc.lang)
    apposed = after.match(doc.text, title.end)
    if draft.cue and all(title.holds(span) for span in draft.cue):
        line = doc.text[max(0, title.start - 40) : title.start]
        return bool(apposed or before.search(line))
    told = draft.rule.endswith((": quote", ": object")) and draft.content[0].start == title.start
    return bool(apposed and told)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before a title (a work) and after it (", un recueil de …")."""
    rules = table(lang, "titles")
    works = "|".join(map(re.escape, rules.get("works", ()))) or "(?!)"
    articles = "|".join(map(re.escape, rules.get("articles", ()))) or "(?!)"
    after = rf",?[ \u00a0]+(?:{articles})[ \u00a0](?:\w+[ \u00a0]){{0,2}}?(?:{works})(?!\w)"
    return re.compile(rf"(?<!\w)(?:{works})[ \u00a0,]+$", re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _shaped(lang: str, words: Sequence[str]) -> bool:
    """Tell whether the words are written as titles are: a capital first, or on every long word."""
    if table(lang, "titles").get("capitals"):
        return all(w[0].isupper() for w in words if len(w) >= _LONG or w is words[0])
    return words[0][0].isupper()
