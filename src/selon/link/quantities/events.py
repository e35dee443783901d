"""Events that are counted by number: "act VIII", "the third round", "le 4e samedi de mobilisation".

Figures of two of them are of two times, whatever else is printed beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import pack
from selon.model.document import Document
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.text.alternation import either
from selon.text.normalise import fold

_BACK = 300
"""Code points before a figure in which its paragraph may name the event, where its sentence does not."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_MOST = 99
"""A higher number is a year, a place or a law."""


def event_of(doc: Document, quantity: Quantity, sentence: Span, compared: bool) -> str:
    """Return the numbered event that a figure is of ("acte 8"), "" where none is named.

    It is the one right behind the figure, else the last before it in its sentence, else in its paragraph. A
    figure that words of comparison lead to has none but its own ("against 32,000 in act VII").
    """
    behind = doc.text[quantity.span.end : sentence.end]
    clause = re.split(r"[,;:()—–]|\d{3}", behind)[0]
    if own := next(_events(clause, doc.lang), ""):
        return own
    if compared:
        return ""
    for start in (
        sentence.start,
        max(_paragraph(doc.text, quantity.span.start), quantity.span.start - _BACK),
    ):
        if found := list(_events(doc.text[start : quantity.span.start], doc.lang)):
            return found[-1]
    return ""


def of_two_events(one: str, other: str) -> bool:
    """Tell whether two figures are of two events of one series."""
    return bool(one and other) and one != other and one.split()[0] == other.split()[0]


def _paragraph(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _events(text: str, lang: str) -> Iterator[str]:
    """Yield the numbered events that some words name, in order."""
    for found in _pattern(lang).finditer(fold(text)):
        noun = found["noun"] or found["counted"]
        number = _number(found["number"] or found["ordinal"], lang)
        if number and number <= _MOST:
            yield f"{_series(lang)[noun]} {number}"


@cache
def _series(lang: str) -> dict[str, str]:
    """The nouns of events that are counted by number, in all their forms, by the first of each."""
    table = pack.table(lang, "tallies")
    return {form: forms[0] for name in ("series", "days") for forms in table.get(name, ()) for form in forms}


@cache
def _ordinals(lang: str) -> dict[str, int]:
    words = pack.table(lang, "tallies").get("ordinals", ())
    return {form: n for n, forms in enumerate(words, 1) for form in forms}


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    nouns = either(form for forms in pack.table(lang, "tallies").get("series", ()) for form in forms)
    endings = either(pack.table(lang, "units").get("ordinals", ()))
    ordinal = rf"(?:\d{{1,2}}|[ivxl]+){endings}|{either(_ordinals(lang))}"
    mark = "[ \u00a0\u202f\"«»“”']{0,3}"
    return re.compile(
        rf"(?<!\w)(?:(?P<noun>{nouns}) (?P<number>\d{{1,2}}|[ivxl]+)(?![\w.,]\d|[\w'’])"
        rf"|(?P<ordinal>{ordinal}){mark}(?P<counted>{either(_series(lang))})(?!\w))"
    )


def _number(word: str, lang: str) -> int:
    """The number of a word, in digits, in Roman numerals or as an ordinal; 0 where it is none."""
    if word in _ordinals(lang):
        return _ordinals(lang)[word]
    if digits := re.match(r"\d+", word):
        return int(digits.group())
    values = [_ROMAN[c] for c in re.match(r"[ivxl]*", word).group()]  # type: ignore[union-attr]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
