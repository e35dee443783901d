"""When and where a figure holds: its days and hours, and how far it reaches."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cache, lru_cache

from selon.languages import pack
from selon.link import wording
from selon.link.quantities.sites import places, site
from selon.link.quantities.tallies import extent, extent_of, parted
from selon.model.document import Document
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.text.alternation import either
from selon.text.normalise import fold

_BEHIND = 25
"""Code points behind a part of another figure that may give it a place of its own."""
_OPENED, _OPENING = 2, 40
"""Parts of a sentence before a figure when words stand in front of its clause, and how long these are."""
_EDGE = re.compile(r"[,;():—–]|\d{3}")
_LEAD = 60
"""Code points before a figure that may hold the words that compare it with another."""
_ENTRY = re.compile(r"(?<![\d\w])((?:19|20)\d\d)\s?[:–—] ")
_ENTRIES = 3
"""Years with a colon behind them that make a text a chronicle."""
_SHIFTS = frozenset({"before", "after"})
"""Times that are told from another one."""
_LEAP, _PARTS = date(2000, 1, 1), 2
"""The first day of a year that has all days, and the hyphens of a date that names its day."""


def moments_of(doc: Document, quantity: Quantity, sentence: Span, around: str) -> frozenset[str]:
    """When a figure holds: the days of its clause and of the words that compare it, and the hours of its
    clause, else those printed near it ("communiqués à 17h00")."""
    lead = _comparing(doc.lang).search(_before(doc, quantity))
    own = wording.moments(_clause(doc, quantity, sentence), doc.lang)
    own |= wording.moments(lead.group(), doc.lang) if lead else frozenset()
    source, behind_it = _behind_source(doc, quantity, sentence)
    own |= wording.moments(behind_it, doc.lang) | {
        m for m in wording.moments(source, doc.lang) if m.endswith("h") or m in _SHIFTS
    }
    hours = {m for m in wording.moments(around, doc.lang) if m.endswith("h")}
    if any(m.endswith("h") for m in own):
        return own
    part = wording.part_of_day(f"{_clause(doc, quantity, sentence)} {source} {behind_it}", doc.lang)
    return own | ({part} if part else hours)


def _behind_source(doc: Document, quantity: Quantity, sentence: Span) -> tuple[str, str]:
    """The source right behind the clause of a figure, which may tell an hour or an earlier time of the count
    too, and the time behind that source ("84,000, according to the ministry, last week")."""
    parts = [*_EDGE.split(doc.text[quantity.span.end : sentence.end]), "", "", ""]
    if not _said(doc.lang).match(fold(parts[1])):
        return "", ""
    return parts[1], parts[2] if len(parts[2]) <= _BEHIND else ""


@cache
def _said(lang: str) -> re.Pattern[str]:
    return re.compile(rf" {either(pack.table(lang, 'bounds').get('said', ()))} ")


def days_of(moments: frozenset[str], printed: str | None) -> frozenset[int]:
    """The days of the year that moments name ("3/5"), else that of the text unless they point elsewhere."""
    named = [m.split("/") for m in sorted(moments) if "/" in m]
    if not named and printed is not None and printed.count("-") == _PARTS and moments.isdisjoint(_SHIFTS):
        named = [printed.split("-")[:0:-1]]
    return frozenset(
        _LEAP.replace(day=1, month=int(m)).toordinal() - _LEAP.toordinal() + int(d) for d, m in named
    )


def reach(doc: Document, quantity: Quantity, sentence: Span) -> str:
    """How far a figure reaches: by the words behind it ("36,000 in the country and 5,500 in the capital"),
    else by those of its clause, else by the place that its sentence sets the scene with."""
    after = parted(_EDGE.split(doc.text[quantity.span.end : sentence.end])[0], doc.lang)
    place = site(doc.text, quantity.span, sentence, doc.lang)
    near = extent(after, doc.lang) or extent(_clause(doc, quantity, sentence), doc.lang)
    opening, comma, _ = doc.text[sentence.start : quantity.span.start].partition(",")
    scene = opening if comma and len(opening) <= _OPENING else ""
    return near or extent_of(place, doc.lang) or extent(scene, doc.lang)


def led_by_comparison(doc: Document, quantity: Quantity) -> bool:
    """Whether words of comparison lead to a figure, with at most a clause of time between ("down from last
    week, when 12,100 marched"), or to one that it is joined to ("against 900 last week and 1,200 in May")."""
    return bool(_comparing(doc.lang).search(_before(doc, quantity)))


def _before(doc: Document, quantity: Quantity) -> str:
    return fold(doc.text[max(0, quantity.span.start - _LEAD) : quantity.span.start])


@cache
def _comparing(lang: str) -> re.Pattern[str]:
    table = pack.table(lang, "bounds")
    words, joints = either(table.get("splits", ())), either(table.get("joints", ()))
    return re.compile(rf"(?<!\w){words}(?: [^\d.;:()]{{0,30}}| (?:\d[ .,]?)+[^.;:()]{{0,30}} {joints})? ?$")


def entry_of(doc: Document, quantity: Quantity) -> str:
    """Return the year of the entry of a chronicle that a figure stands in, "" in another text."""
    years = _entries(doc.text)
    at = bisect_left(years, (quantity.span.start,)) - 1
    if len(years) < _ENTRIES or at < 0 or "\n\n" in doc.text[years[at][0] : quantity.span.start]:
        return ""
    return years[at][1]


@lru_cache(maxsize=16)
def _entries(text: str) -> list[tuple[int, str]]:
    """Where the entries of a chronicle start, and their years."""
    return [(m.start(), m.group(1)) for m in _ENTRY.finditer(text)]


def of_former_event(sentence: str, lang: str) -> bool:
    """Whether a sentence tells of an event before the one that its text is about ("earlier this year")."""
    return bool(_former(lang).search(fold(sentence)))


@cache
def _former(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(pack.table(lang, 'tallies').get('former', ()))}(?!\w)")


def placed_behind(doc: Document, quantity: Quantity, sentence: Span) -> bool:
    """Whether the words behind a figure, in its clause, say how far it reaches or name a place."""
    words = parted(_EDGE.split(doc.text[quantity.span.end : sentence.end])[0], doc.lang)
    return bool(extent(words, doc.lang) or places(words, doc.lang))


def behind(doc: Document, quantity: Quantity) -> str:
    """The words right behind a figure, where the place of a part stands ("of whom 900 in the capital")."""
    return _EDGE.split(doc.text[quantity.span.end : quantity.span.end + _BEHIND])[0]


def _clause(doc: Document, quantity: Quantity, sentence: Span) -> str:
    """The words that date and place a figure: between commas and other figures around it, with what the
    sentence opens with ("In the capital, 318 people") or a date before the comma ("on 3 May, 318 people")."""
    ahead = doc.text[sentence.start : quantity.span.start]
    before = _EDGE.split(ahead)
    after = doc.text[quantity.span.end : sentence.end]
    opening = before[0] if len(before) == _OPENED and len(before[0]) <= _OPENING else ""
    if (
        not opening
        and len(before) > 1
        and len(before[-2]) <= _BEHIND
        and wording.moments(before[-2], doc.lang)
        and not ahead[: ahead.rfind(before[-2])][-1:].isdigit()  # else it dates the figure in front of it
    ):
        opening = before[-2]
    own = doc.text[quantity.span.start : quantity.span.end]
    joint = _joining(doc.lang)
    led = "" if joint.search(fold(before[-1] + own)) else before[-1]
    behind = joint.split(fold(parted(_EDGE.split(after)[0], doc.lang)), maxsplit=1)[0]
    return opening + led + own + behind


@cache
def _joining(lang: str) -> re.Pattern[str]:
    """What joins two figures of a sentence, each with a clause of its own, and no two days of a month."""
    months = either(pack.table(lang, "units").get("months", ()))
    words = either(pack.table(lang, "bounds").get("joints", ()))
    return re.compile(rf"(?<!\w){words} (?=\d[\d.,]* \w)(?!\d+(?:er|st|nd|rd|th)? {months})")
