"""Outlets that a document names as such: "le quotidien L'Ancre", "la chaîne Canal Sept"."""

from __future__ import annotations

import re
from functools import cache

from selon.languages.pack import table

_PIECE = r"(?:[A-ZÀ-ÖØ-Þ][\w’'&.-]*|\d+)"
_LINK = r"(?:de|du|des|of|et)(?=[ \u00a0][A-ZÀ-ÖØ-Þ])"
_NAME = rf"(?P<name>{_PIECE}(?:[ \u00a0](?:{_PIECE}|{_LINK})){{0,4}})"


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    words = table(lang, "sources").get("outlet_nouns", ())
    nouns = "|".join(map(re.escape, words))
    if not nouns:
        return None
    between = r"(?:[ \u00a0][a-zà-öø-ÿ-]+){0,2}"
    return re.compile(rf"(?<!\w)(?:{nouns}){between}[ \u00a0][«“\"]?[ \u00a0]?{_NAME}")


def outlets_named(text: str, lang: str) -> set[str]:
    """Return the names, bare, that stand beside a word for an outlet in the text."""
    pattern = _pattern(lang)
    return {bare(found.group("name")) for found in pattern.finditer(text)} if pattern else set()


def bare(name: str) -> str:
    """Return a name in lower case, without its article and marks."""
    low = name.replace("’", "'").lower().strip(" .,;:'\"«»“”")
    return re.sub(r"^(?:le|la|les|the) |^l'", "", low)
