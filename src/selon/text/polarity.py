"""Words that turn a content into its contrary, by the lists of the language packs."""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack
from selon.model.span import Span, Spans, tidy
from selon.text.normalise import fold, folded


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
    """Tell whether a wording holds a negative word that no idiom explains."""
    return bool(negations(text, lang))


@cache
def _clauses(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what opens a clause of its own: anywhere, and at the start of a content."""
    tables = pack.everywhere("negation")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    opens = _any_of([w for t in chosen for w in t.get("clauses", ())]).pattern
    against = _any_of([w for t in chosen for w in t.get("contrasts", ())]).pattern
    return re.compile(rf"(?<=[\w,;)]) ?{opens}|, {against}"), re.compile(rf"\W*{opens}")


def main_clause(text: str, lang: str) -> str:
    """Return the folded words of a content up to its first clause apart; a clause that opens it is left out.

    A cheap reading without a parse: "if they do not, the state will pay" asserts that the state will pay.
    """
    apart, opening = _clauses(lang)
    plain = fold(text).strip()
    if opening.match(plain) and "," in plain:
        plain = plain.partition(",")[2]
    found = apart.search(plain)
    return plain[: found.start()] if found else plain


def denies(text: str, lang: str) -> bool:
    """Tell whether the main clause of a content denies."""
    return negated(main_clause(text, lang), lang)


def unproven(text: str, lang: str) -> bool:
    """Tell whether a wording says that something is not shown ("no evidence that", "n'est pas établi")."""
    return bool(_listed("unproven", lang).search(fold(text)))


def unsettled(text: str, lang: str) -> bool:
    """Tell whether a wording leaves open whether its content is so ("we wait to know whether")."""
    return bool(_listed("unsettled", lang).search(fold(text)))


def promises(text: str, lang: str) -> bool:
    """Tell whether a headline only promises to tell something ("what we know")."""
    return bool(_listed("promises", lang).search(fold(text)))


@cache
def _listed(name: str, lang: str) -> re.Pattern[str]:
    tables = pack.everywhere("negation")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    return _any_of([w for t in chosen for w in t.get(name, ())])


def placed(spans: Spans, offset: int) -> list[Span]:
    """Return spans of a slice as spans of the text that the slice was cut from."""
    return [Span(s.start + offset, s.end + offset) for s in spans]
