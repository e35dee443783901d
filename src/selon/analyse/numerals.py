"""Figures in digits and words, as each language writes them: text to values with their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from selon.languages import pack
from selon.text.normalise import fold_char

_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d+)?"
    rf"|\d+(?:[.,]\d+|[{_FRACTIONS}])?|[{_FRACTIONS}])"
    r"|(?P<word>[^\W\d_]+(?:\.[^\W\d_](?![^\W\d_]))*)|(?P<sign>[€$£%°])|(?P<stop>[^\s'\"-])"
)
"""Digits with their separators, words, signs of units, and every mark that closes a phrase."""

_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|[#@]\w+|\S+@\S+|\b\d+(?:[/:-]\d+){2,}\b|\b\d{1,2}(?: h |[:h])\d{2}\b"
    r"|\b\d+[-/]0\d*\b|\bn[°º] ?\d[\d/-]*|\b(?!\d{1,3}(?:\.\d{3})+\b)\d+(?:\.\d+){2,}\b"
    r"|[^\W\d_]-\d+\b|\b\d{13,}\b"
)
"""Addresses of the web and of machines, clock times, dates and reference numbers in digits, models (Su-24),
identifiers."""

_SCALES = {"k": 1000, "m": 1_000_000, "md": 1_000_000_000, "mds": 1_000_000_000, "bn": 1_000_000_000}


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A token of folded text; `kind` is digits, word, sign or stop; `glued` when no space comes before,
    `elided` when an apostrophe comes behind."""

    kind: str
    form: str
    start: int
    end: int
    glued: bool
    elided: bool = False


@dataclass(frozen=True, slots=True)
class Numeral:
    """A value and the tokens `[first, last)` that give it; `spelled` without digits, `round` for dozens."""

    value: float
    first: int
    last: int
    spelled: bool
    round: bool


def plain(char: str) -> str:
    """Return a code point folded, fractions of one sign apart: "3½" must not become "31/2"."""
    return char if char in _FRACTIONS else fold_char(char)


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the tokens of folded `text`, without addresses of the web, clock times and dates in digits."""
    clean = _ADDRESS.sub(lambda m: "\x00" * len(m.group()), text)
    return tuple(_piece(clean, m) for m in _TOKEN.finditer(clean))


def _piece(text: str, found: re.Match[str]) -> Piece:
    start, end = found.span()
    tight, elided = start > 0 and _tight(text, start), text[end : end + 1] == "'"
    return Piece(str(found.lastgroup), found.group(), start, end, tight, elided)


def _tight(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and (text[at - 1].isalnum() or text[at - 1] == "\x00")


@cache
def numbers(lang: str) -> dict[str, Any]:
    """Return the table of numerals of `lang` (an empty one for a language without a pack)."""
    empty: dict[str, Any] = {
        "numbers": {},
        "scales": {},
        "collectives": {},
        "long_tens": {},
        "multiplied": {},
    }
    return empty | pack.table(lang, "numbers")


def numeral(found: Sequence[Piece], at: int, lang: str) -> Numeral | None:
    """Return the longest numeral that starts at token `at`, or None."""
    if found[at].kind == "digits":
        return _from_digits(found, at, lang)
    if found[at].kind == "word" and found[at].form in _opening(lang):
        return _Spelled(found, at, numbers(lang)).read()
    return None


@cache
def _opening(lang: str) -> frozenset[str]:
    """The words that a numeral may begin with."""
    table = numbers(lang)
    halves = {words.split()[0] for words in table.get("half_before", ())}
    return frozenset(halves.union(table["collectives"], table["scales"], table["numbers"]))


def digits_value(form: str, lang: str) -> float:
    """Return the value of a figure in digits; the pack says which mark groups and which is decimal."""
    if form[-1] in _FRACTIONS:
        return float(form[:-1] or 0) + unicodedata.numeric(form[-1])
    table = numbers(lang)
    decimal = str(table.get("decimal", "."))
    grouping = {" ", "'", *table.get("grouping", ())}
    plain = form
    for mark in sorted({" ", "'", ".", ","} & set(form)):
        groups = form.split(mark)
        grouped = all(len(g) >= 3 for g in groups[1:]) and (mark in grouping or len(groups) > 2)
        if grouped:
            plain = plain.replace(mark, "")
    if plain.count(decimal) + plain.count(".") > 1:
        plain = plain.replace(".", "") if decimal != "." else plain.replace(",", "")
    whole, _, rest = plain.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{rest}" if whole else rest or 0)


def _from_digits(found: Sequence[Piece], at: int, lang: str) -> Numeral:
    table = numbers(lang)
    value, last = digits_value(found[at].form, lang), at + 1
    while last < len(found) and found[last].kind == "word":
        form = found[last].form
        if form in table["scales"]:
            value *= table["scales"][form]
        elif form in table["collectives"] and value < 1000:
            value *= table["collectives"][form]
        elif form in _SCALES and last + 1 < len(found) and found[last + 1].kind == "sign":
            value *= _SCALES[form]
        else:
            break
        last += 1
        last = _skip_of(found, last, table)
    return Numeral(round(value, 6), at, last, spelled=False, round=False)


def _skip_of(found: Sequence[Piece], at: int, table: dict[str, Any]) -> int:
    """Step over "de" between two scales (deux dizaines de milliers)."""
    if at + 1 < len(found) and found[at].form in {"de", "of"}:
        following = found[at + 1].form
        if following in table["scales"] or following in table["collectives"]:
            return at + 1
    return at


class _Spelled:
    """Reads one numeral in words, greedily: units into tens, tens into hundreds, hundreds into scales."""

    def __init__(self, found: Sequence[Piece], at: int, table: dict[str, Any]) -> None:
        self.found, self.first, self.at, self.table = found, at, at, table
        self.total = self.current = 0.0
        self.room = 10.0**12
        self.round = False

    def read(self) -> Numeral | None:
        share = self._share()
        while self.at < len(self.found) and self.found[self.at].kind == "word" and self._take():
            self.at += 1
        if self.at == self.first or (share != 1 and not self.total + self.current):
            return None
        value = (self.total + self.current) * share + self._half()
        return Numeral(value, self.first, self.at, spelled=True, round=self.round)

    def _share(self) -> float:
        """Step over "half a" before a round number and return the factor."""
        for words in self.table.get("half_before", []):
            forms = words.split()
            end = self.at + len(forms)
            if [p.form for p in self.found[self.at : end]] == forms and self._is_round(end):
                self.at = end
                return 0.5
        return 1.0

    def _is_round(self, at: int) -> bool:
        form = self.found[at].form if at < len(self.found) else ""
        return form in self.table["collectives"] or self.table["scales"].get(form, 0) >= 1000

    def _take(self) -> bool:
        form = self.found[self.at].form
        if form in self.table["collectives"]:
            return self._collective(float(self.table["collectives"][form]))
        if form in self.table["scales"]:
            return self._scale(float(self.table["scales"][form]))
        if form in self.table["numbers"]:
            return self._number(form, float(self.table["numbers"][form]))
        return self._join(form) or self._of(form)

    def _collective(self, value: float) -> bool:
        if self.round and self.current and self.current < value <= 100:
            return False
        started = self.at > self.first
        self.current = (self.current if started and self.current else 1.0) * value
        self.round, self.room = True, 1.0
        return True

    def _scale(self, scale: float) -> bool:
        if scale == 100:
            self.current = max(self.current, 1.0) * 100
            self.room = 100.0
        else:
            self.total += max(self.current, 1.0) * scale
            self.current, self.room = 0.0, scale
        return True

    def _number(self, form: str, value: float) -> bool:
        if self.current == self.table["multiplied"].get(form, -1):
            self.current, self.room = self.current * value, 20.0
            return True
        if value >= self.room:
            return False
        self.current += value
        self.room = 1.0 if value < 20 else 20.0 if form in self.table["long_tens"] and value == 60 else 10.0
        if value == 10 and self.table["long_tens"]:
            self.room = 10.0
        if 100 <= value < 1000:
            self.room = 100.0
        return True

    def _join(self, form: str) -> bool:
        """A joiner counts only between two parts of one numeral (vingt ET un, hundred AND two)."""
        if form not in self.table.get("joiners", ()) or self.at + 1 >= len(self.found) or self.round:
            return False
        value = self.table["numbers"].get(self.found[self.at + 1].form)
        only = self.table.get("after_joiner", [])
        begun = self.at > self.first and self.room > 1
        return begun and value is not None and value < self.room and (not only or value in only)

    def _of(self, form: str) -> bool:
        return form in {"de", "of"} and _skip_of(self.found, self.at, self.table) != self.at and self.round

    def _half(self) -> float:
        for words in self.table.get("half_after", []):
            forms = words.split()
            if [p.form for p in self.found[self.at : self.at + len(forms)]] == forms and self.total:
                self.at += len(forms)
                return self.room / 2 if self.room >= 1000 else 0.5
        return 0.0
