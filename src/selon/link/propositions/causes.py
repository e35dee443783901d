"""Two causes of one sort for one thing ("burned because of a gas leak" / "of a water leak").

What is said to have caused it is read behind a word of cause. The causes share a noun and each tells of it
what the other does not. Causes with no word in common are left alone, for one of them may be another name of
the other ("a fire", "a burning pallet").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from selon.languages import pack
from selon.link import wording
from selon.link.propositions.propositions import Proposition
from selon.text.normalise import fold

_LONGEST = 60
"""Code points behind a word of cause that may name the cause."""

Cause = tuple[str, frozenset[str]]
"""A language and the stems that name a cause in it."""


def causes(found: Sequence[Proposition]) -> dict[int, Cause]:
    """Return what is said to be the cause, for the places that give one."""
    out = {k: (p.lang, _cause(p.text, p.lang)) for k, p in enumerate(found) if p.positive}
    return {k: cause for k, cause in out.items() if cause[1]}


def two_causes(one: Cause | None, other: Cause | None) -> bool:
    """Tell whether two causes, in one language, are of one sort and are two."""
    if one is None or other is None or one[0] != other[0]:
        return False
    mine, theirs = one[1], other[1]
    return bool(mine & theirs and mine - theirs and theirs - mine)


@lru_cache(maxsize=1 << 16)
def _cause(text: str, lang: str) -> frozenset[str]:
    """The stems behind a word of cause, up to who did it, when and where; none where a choice is open."""
    plain, forms = " ".join(fold(text).replace('"', " ").split()), _patterns(lang)
    word = forms["causes"].search(plain)
    if word is None:
        return frozenset()
    named = forms["ends"].split(plain[word.end() : word.end() + _LONGEST])[0]
    if forms["either"].search(named):
        return frozenset()
    light = {wording.stem(w) for w in pack.table(lang, "causes").get("light", ())}
    return frozenset(wording.stems(named, lang)) - light


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    table = pack.table(lang, "causes")
    words = {
        name: "|".join(map(re.escape, table.get(name, ("\x00",)))) for name in ("causes", "ends", "either")
    }
    forms = {name: rf"(?<!\w)(?:{many})(?:(?<=')|(?!\w))" for name, many in words.items()}
    forms["ends"] += "|[,;:.(]"
    return {name: re.compile(form) for name, form in forms.items()}
