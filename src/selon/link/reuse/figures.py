"""Figures, dates and negations among folded words, in digits or in letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.languages import pack
from selon.text.normalise import fold

_DIGITS = re.compile(r"\d")
_THREE = re.compile(r"\d{3}")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number, calendar and negation words of one language, folded; an article is no number on its own."""

    units: Mapping[str, int]
    multipliers: Mapping[str, int]
    before: Mapping[str, int]
    joiners: frozenset[str]
    tail: Mapping[str, int]
    calendar: frozenset[str]
    negations: frozenset[str]


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the lexicon of `lang`, empty where the language has no pack."""
    table = pack.table(lang, "numbers")
    articles = frozenset(table.get("articles", ()))
    numbers = {**table.get("numbers", {}), **table.get("collectives", {})}
    return Lexicon(
        units={word: value for word, value in numbers.items() if word not in articles},
        multipliers=table.get("scales", {}),
        before=table.get("multiplied", {}),
        joiners=frozenset(table.get("joiners", ())),
        tail={word: numbers[word] for word in sorted(articles & numbers.keys())},
        calendar=_calendar(lang),
        negations=frozenset(pack.table(lang, "polarity").get("negations", ())),
    )


def _calendar(lang: str) -> frozenset[str]:
    dates = pack.table(lang, "dates")
    months = [word for group in dates.get("months", {}).values() for word in group]
    hours = pack.table(lang, "polarity").get("hours", ())
    return frozenset(fold(w) for w in (*months, *dates.get("weekdays", ()), *hours))


def values(forms: Sequence[str], lang: str) -> tuple[float, ...]:
    """Return the figures among `forms` in order: 'vingt et un' is 21, '1.200' is 1200, '3,5' is 3.5."""
    return tuple(value for _, _, value in places(forms, lang))


def places(forms: Sequence[str], lang: str) -> list[tuple[int, int, float]]:
    """Return (first word, word after the last, value) for each figure among `forms`, in order."""
    words = lexicon(lang)
    out: list[tuple[int, int, float]] = []
    at = 0
    while at < len(forms):
        end = _number_end(forms, at, words)
        if end > at:
            out.append((at, end, _value(forms[at:end], words)))
        elif (digits := digit_value(forms[at])) is not None:
            digits, end = _spaced(digits, forms, at)
            scale = words.multipliers.get(forms[end], 1) if end < len(forms) else 1
            end += scale > 1
            out.append((at, end, digits * scale))
        at = max(end, at + 1)
    return out


def _spaced(value: float, forms: Sequence[str], at: int) -> tuple[float, int]:
    """Return the value and end of a number that plain spaces cut into thousands ('25 000')."""
    end = at + 1
    while len(forms[at]) <= 3 and end < len(forms) and _THREE.fullmatch(forms[end]):
        value, end = value * 1000 + float(forms[end]), end + 1
    return value, end


def digit_value(form: str) -> float | None:
    """Return the value of a word of digits, with thousands grouped or a decimal mark, or None."""
    if not _DIGITS.match(form):
        return None
    if _GROUPED.fullmatch(form):
        return float(re.sub(r"\D", "", form))
    try:
        return float(form.replace(",", "."))
    except ValueError:
        return None


def _number_end(forms: Sequence[str], at: int, words: Lexicon) -> int:
    end = at
    while end < len(forms):
        if forms[end] in words.units or forms[end] in words.multipliers:
            end += 1
        elif end > at and forms[end] in words.joiners and _goes_on(forms, end + 1, words):
            end += 2
        elif end > at and forms[end] in words.tail and forms[end - 1] in words.units:
            return end + 1
        else:
            break
    return end


def _goes_on(forms: Sequence[str], at: int, words: Lexicon) -> bool:
    return at < len(forms) and (forms[at] in words.units or forms[at] in words.tail)


def _value(forms: Sequence[str], words: Lexicon) -> float:
    total, group = 0, 0
    for form in forms:
        if form in words.multipliers:
            scale = words.multipliers[form]
            if scale == 100:
                group = max(group, 1) * 100
            else:
                total, group = total + max(group, 1) * scale, 0
        elif form in words.units:
            unit = words.units[form]
            group = group * unit if group and words.before.get(form) == group else group + unit
        else:
            group += words.tail.get(form, 0)
    return float(total + group)
