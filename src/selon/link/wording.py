"""What a wording is made of, so that two can be compared: stems, names, moments.

Stems are words cut to six letters, which serves French, English and Spanish alike (Järvelin & Kekäläinen
call it truncation); everything else comes from the language packs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from selon.languages import pack
from selon.model.span import Span
from selon.text.alternation import either
from selon.text.normalise import fold
from selon.text.tokens import forms

_STEM = 6
_NAME = re.compile(r"(?<![\w.])[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]|(?<!\w)[A-Z]{2,}")
_BETWEEN = frozenset(" \u00a0«»“”\"'’(-–—\n")
"""Signs that may stand between the end of a sentence and its first word."""
_CLOCK = re.compile(r"\b(\d{1,2}) ?(?:heures?|h|:) ?(\d{2})?\b")
_HALVES = re.compile(r"\b(\d{1,2})(?:[:.]\d{2})? ?([ap])\.?m\b")
_DAY_FIGURE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er)?\b")
_FIGURE = re.compile(r"\d")


@cache
def stopwords(lang: str) -> frozenset[str]:
    """Return the words without content of `lang`, of all packs when it has none."""
    tables = pack.everywhere("stopwords")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    return frozenset(word for t in chosen for word in t.get("words", ()))


@cache
def stem(form: str) -> str:
    """Return a folded word cut to six letters, shorter words without their plural."""
    if len(form) > _STEM:
        return form[:_STEM]
    return form[:-1] if len(form) > 3 and form[-1] in "sx" else form


def stems(text: str, lang: str) -> tuple[str, ...]:
    """Return the stems of the content words of `text` in order, figures and stop words left out."""
    empty = stopwords(lang)
    return tuple(stem(f) for f in forms(text) if f not in empty and not _FIGURE.match(f) and len(f) > 1)


def names(text: str, span: Span) -> frozenset[str]:
    """Return the folded capitalised words of a span; the first word of a sentence is not counted."""
    out = set()
    for match in _NAME.finditer(text, span.start, span.end):
        before = match.start()
        while before and text[before - 1] in _BETWEEN:
            before -= 1
        opens = not before or text[before - 1] in ".!?…:" or "\n" in text[before : match.start()]
        if not opens or match.group().isupper():
            out.add(fold(match.group()).removeprefix("l'").removeprefix("d'"))
    return frozenset(n for n in out if len(n) > 1)


@cache
def _moments(lang: str) -> dict[str, str]:
    tables = pack.everywhere("moments")
    chosen = [tables[lang]] if lang in tables else [tables[k] for k in sorted(tables)]
    out: dict[str, str] = {}
    for t in chosen:
        out |= {w: f"day{n}" for w, n in t.get("days", {}).items()}
        out |= {w: f"month{n}" for w, n in t.get("months", {}).items()}
        out |= {w: name for name, many in t.get("shifts", {}).items() for w in many}
    return out


def moments(text: str, lang: str) -> frozenset[str]:
    """Return when a wording says that something was: week days, dates, clock times, "last", "next".

    Values are comparable across languages: `day6`, `19/1`, `month2`, `14h`, `before`, `after`.
    """
    plain = fold(text)
    table = _moments(lang)
    out = {f"{int(m.group(1))}h" for m in _CLOCK.finditer(_HALVES.sub("", plain)) if int(m.group(1)) < 25}
    out |= {f"{int(m.group(1)) % 12 + 12 * (m.group(2) == 'p')}h" for m in _HALVES.finditer(plain)}
    forms = re.findall(r"[\w]+", plain)
    after_pair = -1
    for at, form in enumerate(forms):
        if at == after_pair:  # the noon of an afternoon
            continue
        pair = table.get(" ".join(forms[at : at + 2]))
        after_pair = at + 1 if pair else after_pair
        meaning = pair or table.get(form)
        if meaning and meaning.startswith("month"):
            out |= _dated(forms, at, meaning)
        elif meaning:
            out.add(meaning)
    return frozenset(out)


@lru_cache(maxsize=1 << 16)
def part_of_day(text: str, lang: str) -> str:
    """Return the hour that the first part of a day in a wording stands for ("in the evening": `20h`), "" if
    it names none."""
    found = _parts_of_day(lang)[0].search(fold(text))
    return _parts_of_day(lang)[1][found.group()] if found else ""


@cache
def _parts_of_day(lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    lists = pack.table(lang, "moments").get("parts_of_day", {})
    hours = {form: hour for hour, forms in lists.items() for form in forms}
    return re.compile(rf"(?<![\w-]){either(hours)}(?![\w-])"), hours


def _dated(forms: list[str], at: int, month: str) -> set[str]:
    near = [f for f in (*forms[max(0, at - 2) : at], *forms[at + 1 : at + 2]) if _DAY_FIGURE.fullmatch(f)]
    days = [int(m.group(1)) for f in near if (m := _DAY_FIGURE.fullmatch(f)) and int(m.group(1)) <= 31]
    return {f"{days[0]}/{month[5:]}"} if days else {month}


@lru_cache(maxsize=1 << 16)
def revised(text: str, lang: str) -> bool:
    """Tell whether a wording gives a new count in place of an earlier one ("porté à", "rose to")."""
    return _revisions(lang).search(fold(text)) is not None


@cache
def _revisions(lang: str) -> re.Pattern[str]:
    forms = pack.table(lang, "moments").get("revisions", ()) or ["\x00"]
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
