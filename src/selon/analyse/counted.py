"""What stands beside a figure: its unit, what is counted, and whether it counts anything at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.analyse.numerals import Numeral, Piece, numbers
from selon.languages import pack

_RATIOS = frozenset({*range(2, 11), 100, 1000})
"""What shares are told out of."""
_WINDOW = 8
"""Tokens after a figure that may tell what it counts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit (lemma or name of a measure), the words of what is counted, and the token after the unit."""

    unit: str
    what: str
    last: int
    first: int


@cache
def units(lang: str) -> dict[str, Any]:
    """Return the table of units of `lang`; lists are empty for a language without a pack."""
    return pack.table(lang, "units")


@cache
def _measures(lang: str) -> dict[str, str]:
    tables = (units(lang).get("money", {}), units(lang).get("measures", {}))
    return {form: name for t in tables for name, forms in t.items() for form in forms}


@cache
def _set(lang: str, name: str) -> frozenset[str]:
    return frozenset(units(lang).get(name, ()))


def lemma(word: str, lang: str) -> str:
    """Return the singular of a folded noun by the rules of the pack."""
    table = units(lang).get("lemma", {})
    for plural, single in table.get("irregular", ()):
        if word == plural:
            return str(single)
    if word in table.get("keep", ()) or len(word) < 4:
        return word
    for ending, instead in table.get("plural", ()):
        if word.endswith(ending):
            return word[: -len(ending)] + str(instead)
    return word


def counted(found: Sequence[Piece], number: Numeral, lang: str) -> Counted:
    """Return what `number` counts; unit "" when no noun follows."""
    if (before := number.first - 1) >= 0 and found[before].form in {"$", "£", "€"}:
        return Counted(_measures(lang).get(found[before].form, ""), "", number.last, before)
    at = number.last
    if at < len(found) and found[at].form in _set(lang, "stops") and not _measure(found, at, lang):
        return _unit_before(found, number, lang)
    while at < len(found) and found[at].kind == "word" and found[at].form in _set(lang, "linkers"):
        at += 1
    if measured := _measure(found, at, lang):
        return Counted(measured[0], _phrase(found, measured[1], lang), measured[1], number.first)
    return _noun(found, number, at, lang)


def _measure(found: Sequence[Piece], at: int, lang: str) -> tuple[str, int] | None:
    """The measure that begins at a token; a letter before an apostrophe is an article ("311 l'an passé")."""
    for length in (2, 1):
        form = " ".join(p.form for p in found[at : at + length])
        if at + length <= len(found) and form in _measures(lang) and not found[at].elided:
            return _measures(lang)[form], at + length
    return None


def _noun(found: Sequence[Piece], number: Numeral, at: int, lang: str) -> Counted:
    run: list[int] = []
    stops = _set(lang, "stops")
    for k in range(at, min(len(found), at + 3)):
        if found[k].kind != "word" or found[k].form in stops or found[k].form in numbers(lang)["numbers"]:
            break
        run.append(k)
    adverbs = tuple(units(lang).get("adverbs", ())) or "\x00"
    if not run or found[run[0]].form.endswith(adverbs):
        return _unit_before(found, number, lang)
    head = _behind_light(found, _head(found, run, lang), lang)
    return Counted(lemma(found[head].form, lang), _phrase(found, at, lang), head + 1, number.first)


def _unit_before(found: Sequence[Piece], number: Numeral, lang: str) -> Counted:
    """Return the noun of "le nombre de manifestants à 69.000"."""
    near = found[max(0, number.first - 6) : number.first]
    for k in range(len(near) - 2):
        pair = f"{near[k].form} {near[k + 1].form}"
        if pair in _set(lang, "number_of") and near[k + 2].kind == "word":
            return Counted(lemma(near[k + 2].form, lang), near[k + 2].form, number.last, number.first)
    return Counted("", "", number.last, number.first)


def _head(found: Sequence[Piece], run: Sequence[int], lang: str) -> int:
    """French and Spanish put the noun first; English puts it last among the words before a stop."""
    if lang != "en":
        return next((k for k in run if len(found[k].form) > 2), run[0])
    plural = [k for k in run if lemma(found[k].form, lang) != found[k].form]
    return plural[0] if plural else run[0]


def _behind_light(found: Sequence[Piece], head: int, lang: str) -> int:
    """Step from a noun that only says that something is or begins to the thing itself ("cas de fièvre")."""
    light = lemma(found[head].form, lang) in _set(lang, "light")
    of = light and head + 2 < len(found) and found[head + 1].form in _set(lang, "linkers")
    return head + 2 if of and found[head + 2].kind == "word" else head


def _phrase(found: Sequence[Piece], at: int, lang: str) -> str:
    words: list[str] = []
    for piece in found[at : at + _WINDOW]:
        if piece.kind == "stop" or piece.form in _set(lang, "stops"):
            break
        words.append(piece.form)
    return " ".join(words[:6])


def counts_nothing(found: Sequence[Piece], number: Numeral, lang: str) -> bool:
    """Tell whether the figure is a date, year, hour, rank, label, part of an address, or one of a ratio."""
    before = found[number.first - 1] if number.first else None
    after = found[number.last] if number.last < len(found) else None
    if _ratio(found, number, lang):
        return True
    if number.spelled:
        return _vague(found, number, before, after, lang)
    return (
        (before is not None and _labelled(found, before, found[number.first], lang))
        or (after is not None and _clock_or_rank(after, lang))
        or _date(before, number, after, lang)
        or _year(before, number, found[number.first].form, after, lang)
    )


def _ratio(found: Sequence[Piece], number: Numeral, lang: str) -> bool:
    """Whether the figure is the second of a ratio ("eight out of 10 voters", "un habitant sur dix")."""
    if number.value not in _RATIOS:
        return False
    for words in units(lang).get("ratios", ()):
        forms = words.split()
        at = number.first - len(forms)
        if at > 0 and [p.form for p in found[at : number.first]] == forms:
            return any(
                p.kind == "digits" or p.form in numbers(lang)["numbers"] for p in found[max(0, at - 2) : at]
            )
    return False


def _labelled(found: Sequence[Piece], before: Piece, figure: Piece, lang: str) -> bool:
    glued = figure.glued or (before.kind == "word" and before.end == figure.start)
    return glued or before.form in _set(lang, "labels") or (before.form in "°º" and before.kind != "word")


def _clock_or_rank(after: Piece, lang: str) -> bool:
    rank = after.glued and after.kind == "word" and after.form not in _measures(lang)
    return rank or after.form in _set(lang, "clock") or after.form in _set(lang, "addresses")


def _date(before: Piece | None, number: Numeral, after: Piece | None, lang: str) -> bool:
    months, days = _set(lang, "months"), _set(lang, "days")
    if number.value > 31:
        return False
    if after is not None and (after.form in months or (after.form == "de" and lang == "es")):
        return True
    if before is not None and after is not None and before.form in days and after.form in days:
        return True
    named = before is not None and before.form in months
    dated = before is not None and before.form in days and (after is None or after.kind == "stop")
    return named or dated


def _year(before: Piece | None, number: Numeral, form: str, after: Piece | None, lang: str) -> bool:
    if (
        not (form.isdigit() and len(form) == 4 and 1500 <= number.value <= 2100)
        or number.last - number.first > 1
    ):
        return False
    noun = after is not None and after.kind == "word" and after.form not in _set(lang, "stops")
    led = (
        before is None
        or before.form in _set(lang, "year_after") | _set(lang, "months")
        or before.kind == "stop"
    )
    return not noun or led


def _vague(
    found: Sequence[Piece], number: Numeral, before: Piece | None, after: Piece | None, lang: str
) -> bool:
    table = numbers(lang)
    if after is not None and (after.form in table.get("not_counts_after", ()) or _is_clock(after, lang)):
        return True
    if number.last - number.first == 1 and found[number.first].form in table.get("articles", ()):
        return not _one_counts(found, number, after, lang)
    if before is not None and before.form in _set(lang, "labels"):
        return True
    if number.round and _plural_round(found[number.first].form, lang):
        return True
    small = number.value <= 4 and not number.round
    return small and before is not None and before.form in table.get("known", ())


def _plural_round(form: str, lang: str) -> bool:
    """Whether a figure opens with a round noun in the plural: "dozens", "dizaines de mille" say only many."""
    rounds = {*numbers(lang).get("collectives", ()), *numbers(lang).get("scales", ())}
    return form in rounds and form.endswith("s")


def _is_clock(after: Piece, lang: str) -> bool:
    return after.form in _set(lang, "clock") or after.form in _set(lang, "months")


def _one_counts(found: Sequence[Piece], number: Numeral, after: Piece | None, lang: str) -> bool:
    """Whether "un" counts: only before a casualty ("un mort et dix blessés")."""
    if found[number.first].form in {"a", "an"} or after is None:
        return False
    return lemma(after.form, lang) in _set(lang, "one_of")
