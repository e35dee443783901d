"""When and where a figure holds: its days and hours, and how far it reaches."""

from __future__ import annotations

import re
from datetime import date

from selon.link import wording
from selon.link.quantities.sites import site
from selon.link.quantities.tallies import extent, extent_of
from selon.model.document import Document
from selon.model.quantity import Quantity
from selon.model.span import Span

_BEHIND = 25
"""Code points behind a part of another figure that may give it a place of its own."""
_OPENED, _OPENING = 2, 40
"""Parts of a sentence before a figure when words stand in front of its clause, and how long these are."""
_EDGE = re.compile(r"[,;():—–]|\d{3}")
_LEAP, _PARTS = date(2000, 1, 1), 2
"""The first day of a year that has all days, and the hyphens of a date that names its day."""


def moments_of(doc: Document, quantity: Quantity, sentence: Span, around: str) -> frozenset[str]:
    """When a figure holds: the days of its clause, and the hours printed near it ("communiqués à 17h00")."""
    hours = {m for m in wording.moments(around, doc.lang) if m.endswith("h")}
    return wording.moments(_clause(doc, quantity, sentence), doc.lang) | hours


def days_of(moments: frozenset[str], printed: str | None) -> frozenset[int]:
    """The days of the year that moments name ("3/5"), else that of the text unless they point elsewhere."""
    named = [m.split("/") for m in sorted(moments) if "/" in m]
    if (
        not named
        and printed is not None
        and printed.count("-") == _PARTS
        and moments.isdisjoint({"before", "after"})
    ):
        named = [printed.split("-")[:0:-1]]
    return frozenset(
        _LEAP.replace(day=1, month=int(m)).toordinal() - _LEAP.toordinal() + int(d) for d, m in named
    )


def reach(doc: Document, quantity: Quantity, sentence: Span) -> str:
    """How far a figure reaches: by the words behind it ("36,000 in the country and 5,500 in the capital"),
    else by those of its clause, else by the place that its sentence sets the scene with."""
    after = _EDGE.split(doc.text[quantity.span.end : sentence.end])[0]
    place = site(doc.text, quantity.span, sentence, doc.lang)
    near = extent(after, doc.lang) or extent(_clause(doc, quantity, sentence), doc.lang)
    opening, comma, _ = doc.text[sentence.start : quantity.span.start].partition(",")
    scene = opening if comma and len(opening) <= _OPENING else ""
    return near or extent_of(place, doc.lang) or extent(scene, doc.lang)


def behind(doc: Document, quantity: Quantity) -> str:
    """The words right behind a figure, where the place of a part stands ("of whom 900 in the capital")."""
    return _EDGE.split(doc.text[quantity.span.end : quantity.span.end + _BEHIND])[0]


def _clause(doc: Document, quantity: Quantity, sentence: Span) -> str:
    """The words that date and place a figure: between commas and other figures around it, with what the
    sentence opens with ("In the capital, 318 people") or a date before the comma ("on 3 May, 318 people")."""
    before = _EDGE.split(doc.text[sentence.start : quantity.span.start])
    after = doc.text[quantity.span.end : sentence.end]
    opening = before[0] if len(before) == _OPENED and len(before[0]) <= _OPENING else ""
    if (
        not opening
        and len(before) > 1
        and len(before[-2]) <= _BEHIND
        and wording.moments(before[-2], doc.lang)
    ):
        opening = before[-2]
    return opening + before[-1] + doc.text[quantity.span.start : quantity.span.end] + _EDGE.split(after)[0]
