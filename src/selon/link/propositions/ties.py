"""Words that only tie a content to its cue ("que", "that")."""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack


@cache
def opening(lang: str) -> re.Pattern[str]:
    """Return the pattern of words that only tie a content to its cue ("que", "that") and say nothing."""
    return re.compile(rf'^[«»"“” ,:-]*(?:{_ties(lang)})?', re.I)


@cache
def closing(lang: str) -> re.Pattern[str]:
    """Return the pattern of the same words where they end what stands before a content."""
    return re.compile(rf"(?<!\w){_ties(lang)}$", re.I)


def _ties(lang: str) -> str:
    forms = pack.table(lang, "stopwords").get("openings", ()) or ["\x00"]
    return "(?:" + "|".join(map(re.escape, forms)) + r")(?:[ ’']+|(?!\w))"
