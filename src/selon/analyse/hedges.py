"""Words by which an author keeps a distance: hearsay conditional, "présumé", "alleged", "prétendre"."""

from __future__ import annotations

import re
from functools import cache

from selon.analyse.drafts import Draft
from selon.analyse.lexicon import inflect
from selon.languages.pack import table
from selon.model.span import Span, Spans, tidy


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    hedges = table(lang, "cues").get("hedges", {})
    words = list(hedges.get("words", []))
    return (
        re.compile(
            r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)", re.I
        )
        if words
        else None
    )


@cache
def _cue_forms(lang: str) -> frozenset[str]:
    verbs = table(lang, "cues").get("hedges", {}).get("verbs", [])
    return frozenset(form for verb in verbs for forms in inflect(lang, verb).values() for form in forms)


@cache
def _conditional(lang: str) -> re.Pattern[str] | None:
    """Return the pattern of an auxiliary in the conditional with its participle, adverbs between them."""
    hedges = table(lang, "cues").get("hedges", {})
    if not hedges.get("conditional"):
        return None
    verbs, between, ends = ("|".join(hedges[k]) for k in ("conditional", "between", "participle_ends"))
    gap = r"[\s\u00a0]+"
    return re.compile(rf"(?<!\w)(?:{verbs}){gap}(?:(?:{between}){gap})*\w+(?:{ends})(?!\w)", re.IGNORECASE)


def hedges_of(text: str, lang: str, draft: Draft) -> Spans:
    """Return the hedging words in the content and the cue of a draft."""
    found = list(draft.hearsay)
    found += [cue for cue in draft.cue if cue.of(text).lower() in _cue_forms(lang)]
    patterns = [_pattern(lang), None if draft.indirect_past else _conditional(lang)]
    for span in draft.content:
        for pattern in patterns:
            if pattern is not None and len(span) < 600:
                found += [Span(*m.span()) for m in pattern.finditer(text, span.start, span.end)]
    return tidy(found)
