"""Notices: sentences in which a page speaks of itself, its cookies, its newsletter, its rights, its address.

Where a page is one long line, reading finds no lines of furniture; the sentence shows what it is. The words
are those of the furniture tables of all language packs, as pages mix languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from selon.languages import pack
from selon.text.normalise import fold

STRONG = (("consent", "strong"), ("subscription", "strong"), ("legal", "strong"), ("credit", "republished"))
PLATFORMS = 2
"""Platforms named in one sentence: an invitation to follow, not a report."""
_YEAR = r"(?:1\d|20)\d\d"
_PHONE = rf"(?<!\d)(?!{_YEAR}[-/]{_YEAR}(?!\d))\d{{3,4}}[-/]\d{{3,}}[-\d]*\b"
_MAIL = re.compile(r"[\w.-]+@[\w-]+\.\w+")
_ADDRESS = re.compile(rf"\bhttps?://|\bwww\.|{_PHONE}")
"""A web address or a telephone number; not the years from 1914 to 1918."""
CREDIT = 20
"""Words: a sentence that opens as the credit of a picture does and is no longer says nothing else."""


def is_notice(sentence: str) -> bool:
    """Tell whether a sentence is one that any page of its outlet may carry."""
    plain = fold(sentence)
    if ("@" in plain and _MAIL.search(plain)) or _ADDRESS.search(plain) or _strong().search(plain):
        return True
    if _openers().match(plain) or (_caption().match(plain) and len(plain.split()) <= CREDIT):
        return True
    return len(set(_platforms().findall(plain))) >= PLATFORMS or _says_who_wrote(sentence, plain)


def _says_who_wrote(sentence: str, plain: str) -> bool:
    """Tell whether a sentence is "Name Surname is reporter for Outlet", as below an article."""
    words = sentence.split()
    named = len(words) <= CREDIT and all(w[:1].isupper() for w in words[:2])
    return named and any(p.match(plain) for p in _authors())


@cache
def _authors() -> tuple[re.Pattern[str], ...]:
    """Return "two to four words, is, reporter, for": one pattern a language."""
    tables = (t["author"] for t in pack.everywhere("furniture").values() if "author" in t)
    words = ((_any_of(t["is"]).pattern, _any_of(t["roles"]).pattern) for t in tables)
    return tuple(re.compile(rf"(?:\w[\w.'-]* ){{2,4}}{v} (?:\S+ ){{0,2}}{role} \w") for v, role in words)


@cache
def _strong() -> re.Pattern[str]:
    return _any_of(p for section, key in STRONG for p in _phrases(section, key))


@cache
def _openers() -> re.Pattern[str]:
    """Words that send the reader elsewhere; a single one ("watch", "listen") opens any sentence."""
    return _any_of(p for p in _phrases("promo", "openers") if " " in p)


@cache
def _caption() -> re.Pattern[str]:
    """The word for a picture and a colon, as before the name of who took it."""
    return re.compile(_any_of(_phrases("caption", "openers")).pattern + r"\s?:")


@cache
def _platforms() -> re.Pattern[str]:
    return _any_of(_phrases("promo", "platforms"))


def _phrases(section: str, key: str) -> list[str]:
    return [p for t in pack.everywhere("furniture").values() for p in t.get(section, {}).get(key, ())]


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    chosen = sorted({fold(p) for p in phrases}, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, chosen)) + r")(?!\w)")
