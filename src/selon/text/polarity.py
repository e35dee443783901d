"""Words that turn a content into its contrary, by the lists of the language packs."""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack
from selon.model.span import Span, Spans, tidy
from selon.text.normalise import folded


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = pack.everywhere("negation")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    hits = [w for t in chosen for w in (*t.get("words", ()), *t.get("phrases", ()))]
    idioms = [w for t in chosen for w in t.get("idioms", ())]
    return _any_of(hits), _any_of(idioms)


def _any_of(forms: list[str]) -> re.Pattern[str]:
    chosen = sorted(set(forms), key=lambda f: (-len(f), f))
    return re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, chosen or ["\x00"])) + r")(?!\w)")


def negations(text: str, lang: str) -> Spans:
    """Return the negative words of `text` that no idiom explains ("pas seulement" denies nothing).

    A language without a pack is read with the words of all packs.
    """
    hits, idioms = _patterns(lang)
    plain = folded(text)
    bare = idioms.sub(lambda m: " " * len(m.group()), plain.text)
    return tidy(plain.back(m.start(), m.end()) for m in hits.finditer(bare))


def negated(text: str, lang: str) -> bool:
    """Tell whether a content denies: it holds a negative word that no idiom explains."""
    return bool(negations(text, lang))


def placed(spans: Spans, offset: int) -> list[Span]:
    """Return spans of a slice as spans of the text that the slice was cut from."""
    return [Span(s.start + offset, s.end + offset) for s in spans]
