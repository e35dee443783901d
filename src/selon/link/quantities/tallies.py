"""What a figure counts where it stands: the kind of heads, how badly off they are, whether it is a part.

Two figures are held against each other only when their tallies are comparable: the injured with the injured,
the seriously injured with the seriously injured, and never a part ("twelve, of whom five") with a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selon.languages import pack
from selon.link.quantities.magnitudes import concept, people
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.text.normalise import fold

PERSON = "person"
SHARE, POLL = "%", "share in a poll"
MEASURES = frozenset({"year", "month", "week", "day", "metre", "degree", SHARE})
"""Ages, durations and lengths tell of many things: two of them are no rival counts."""
MONEY = frozenset({"euro", "dollar", "pound"})
GENERAL = MONEY | {PERSON, POLL}
"""Kinds that say nothing of what is meant: people, money, shares of those asked."""
_EDGE = r"[,;:.()—–]|\d"
_LONGEST = 60
"""Code points on each side of a figure that may tell what it counts."""

_PART = 18
"""Code points behind a figure that may say that it is a part."""
_WHOLE = 30
"""Code points between a part and the words that lead to its whole ("300 dockers on strike, out of 900")."""


@dataclass(frozen=True, slots=True)
class Tally:
    """`kind` is what befell the counted or what they are, `head` a narrower noun ("proche"), both "" when
    unknown; `degree` is "" when nothing is said of it; `since` tells a count that adds up from a start on.

    `planned` tells people who are to come or say so, `some` a noun of only some of those whom a toll counts,
    `fresh` what came on top of an earlier count ("900 new refugees").
    """

    kind: str
    head: str
    degree: str
    part: bool
    since: bool
    planned: bool
    some: bool
    fresh: bool


def tally(quantity: Quantity, text: str, sentence: Span, lang: str) -> Tally:
    """Return what `quantity` counts, read from its clause; `text` is the document's."""
    before = fold(text[max(sentence.start, quantity.span.start - _LONGEST) : quantity.span.start])
    after = fold(text[quantity.span.end : max(quantity.span.end, sentence.end)])[:_LONGEST]
    ends = rf"{_EDGE}|(?<!\w)(?:{_forms(lang, 'stops')})(?!\w)"
    near = re.split(ends, after)[0]
    unit = concept(quantity.unit, lang)
    ahead = re.split(ends, before)[-1]
    kind = _kind(unit, (near, _clause(after, near, lang), ahead), lang)
    return Tally(
        kind="" if _in_passing(before, after, lang) else kind,
        head="" if unit in {PERSON, kind} else unit,
        degree=_sign("degrees", near, lang),
        part=_part(quantity, text, before, lang) or (unit not in people(lang) and _all(before, lang)),
        since=bool(re.search(rf"(?<!\w)(?:{_forms(lang, 'since')})(?!\w)", fold(sentence.of(text)))),
        planned=kind in people(lang) and _planned(near, ahead, lang),
        some=unit in pack.table(lang, "tallies").get("narrower", ()),
        fresh=_right_behind(quantity, text, "fresh", lang),
    )


def _clause(after: str, near: str, lang: str) -> str:
    """The clause that tells of people right behind their noun ("who were arrested"), "" if there is none."""
    found = re.match(rf"(?:{_forms(lang, 'relative')}) ", after[len(near) :])
    return re.split(_EDGE, after[len(near) :])[0] if found else ""


def _planned(near: str, ahead: str, lang: str) -> bool:
    """Whether a count is of people who are expected or say that they will come, not of those who came."""
    behind = re.search(rf"(?<!\w)(?:{_forms(lang, 'planned_behind')})", near)
    return bool(behind or re.search(rf"(?<!\w)(?:{_forms(lang, 'planned_before')}) (?:\w+ ){{0,2}}$", ahead))


def _in_passing(before: str, after: str, lang: str) -> bool:
    """Whether a figure is told of a place or person in passing ("the square (12 dead)", "father of four")."""
    if before.endswith("(") and after.startswith(")"):
        return True
    return bool(re.search(rf"(?<!\w)(?:{_forms(lang, 'personal')}) $", before))


def _part(quantity: Quantity, text: str, before: str, lang: str) -> bool:
    """Whether a figure is a part of another ("of whom five", "two of those"), or comes beside it."""
    if re.search(rf"(?<!\w)(?:{_forms(lang, 'parts')})\W*$", before):
        return True
    if _right_behind(quantity, text, "parts_after", lang):
        return True
    behind = fold(text[quantity.span.end : quantity.span.end + _LONGEST])
    return bool(re.match(rf"[^.;:\d]{{0,{_WHOLE}}}(?<!\w)(?:{_forms(lang, 'wholes')}) \d", behind))


def _all(before: str, lang: str) -> bool:
    """Whether a figure tells all that there are, of which some are counted ("159 of the 193 countries")."""
    return bool(re.search(rf"\d(?: \w+)? (?:{_forms(lang, 'of_all')}) $", before))


def _right_behind(quantity: Quantity, text: str, table: str, lang: str) -> bool:
    """Whether words of a table stand right behind the digits of a figure or its noun; no names ("20 in New
    Brindelle")."""
    own = text[quantity.span.start : quantity.span.end + _PART]
    small = "".join(c if c.islower() or not c.isalpha() else "_" for c in own)
    return bool(re.match(rf"(?:[\w-]+ ){{1,2}}(?:{_forms(lang, table)})(?!\w)", fold(small)))


def parted(words: str, lang: str) -> str:
    """Return the words before those that tell a part of the whole that they speak of ("of whom 900 ...")."""
    return re.split(rf"(?<!\w)(?:{_forms(lang, 'parts')}) (?=\S*\d)", words, maxsplit=1)[0]


def leads_to_whole(before: str, lang: str) -> bool:
    """Tell whether the words in front of a figure say that it is the whole of the one before them."""
    return bool(re.search(rf"(?<!\w)(?:{_forms(lang, 'out_of')}) $", fold(before)))


def comparable(one: Tally, other: Tally) -> bool:
    """Tell whether two tallies may count the same; what is unknown of one is no obstacle."""
    if one.part or other.part or one.degree != other.degree or one.planned != other.planned:
        return False
    if one.fresh != other.fresh:
        return False
    if one.some != other.some and one.kind and other.kind:
        return False
    kinds = one.kind == other.kind or bool({one.kind, other.kind} & {"", PERSON})
    return kinds and (not one.head or not other.head or one.head == other.head)


def running(one: Tally, other: Tally, lang: str) -> bool:
    """Tell whether the count grows as news comes in (tolls, arrests)."""
    kinds = pack.table(lang, "tallies").get("running", ())
    return one.kind in kinds or other.kind in kinds


def asked_again(words: str, lang: str) -> bool:
    """Tell whether words name a second poll ("another survey")."""
    return bool(re.search(rf"(?<!\w)(?:{_forms(lang, 'other_polls')})", fold(words)))


def asked(words: str, lang: str) -> bool:
    """Tell whether words speak of a poll."""
    return bool(re.search(rf"(?<!\w)(?:{_forms(lang, 'polls')})", fold(words)))


def grave(one: Tally, lang: str) -> bool:
    """Tell whether even a small figure of this kind is telling (the dead)."""
    return one.kind in pack.table(lang, "tallies").get("grave", ())


def extent(words: str, lang: str) -> str:
    """Return how far a count reaches by its words ("world", "country", "capital"), "" if they do not say."""
    plain = fold(words)
    found = _signs(lang, "extents")
    return next((name for name, form in found.items() if form.search(plain)), "")


def extent_of(place: str, lang: str) -> str:
    """Return how far a count made at a folded `place` reaches ("paris": the capital), "" for other places."""
    lists: dict[str, list[str]] = pack.table(lang, "tallies").get("extents", {})
    return next((name for name, forms in lists.items() if place and _ends(forms, place)), "")


def _ends(forms: list[str], place: str) -> bool:
    return any(form.endswith(f" {place}") for form in forms)


def _kind(unit: str, words: tuple[str, str, str], lang: str) -> str:
    """What befell the counted: told by their noun, else by the words behind the figure, by a clause behind
    these, or by the words before it."""
    if unit in _signs(lang, "signs") or unit not in people(lang) | {""}:
        return unit
    near, clause, before = words
    sign = (
        _sign("signs", near, lang) or _sign("signs", clause, lang) or _sign("signs", before, lang, last=True)
    )
    return sign or (PERSON if unit in people(lang) else unit)


def _sign(table: str, words: str, lang: str, last: bool = False) -> str:
    """Return the name of the nearest sign among words (the first, or the last)."""
    hits = [(m.start(), name) for name, form in _signs(lang, table).items() for m in form.finditer(words)]
    return (max(hits) if last else min(hits))[1] if hits else ""


@cache
def _signs(lang: str, table: str) -> dict[str, re.Pattern[str]]:
    lists: dict[str, list[str]] = pack.table(lang, "tallies").get(table, {})
    return {k: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, v))})") for k, v in lists.items()}


@cache
def _forms(lang: str, name: str) -> str:
    forms = pack.table(lang, "tallies").get(name, ())
    return "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f)) or ["\x00"]))
