"""Where a count was made: the place that a preposition ties to a figure ("1,500 in Brindelle").

Names beside a figure are persons, bodies and places of other figures too; a place right behind it, or the one
that its sentence set the scene with, is its own.
"""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.quantities.tallies import parted
from selon.model.span import Span
from selon.text.normalise import fold

_EDGE = re.compile(r"[;:()—–«»\"“”]|, |\. |\d{3}")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]*\w)*"


def site(text: str, figure: Span, sentence: Span, lang: str) -> str:
    """Return the folded name of the place of a figure, "" where its sentence names none for it.

    It stands behind the figure in its clause, else it is the last one before the figure.
    """
    behind = places(parted(_EDGE.split(text[figure.end : sentence.end])[0], lang), lang)
    before = places(text[sentence.start : figure.start], lang)
    return (behind[:1] or before[-1:] or [""])[0]


def places(words: str, lang: str) -> list[str]:
    """Return the folded names after a preposition of place, but for months and days ("in March")."""
    named = [m.group(1) for m in _located(lang).finditer(words)]
    return [fold(name) for name in named if not wording.moments(name, lang)]


@cache
def _located(lang: str) -> re.Pattern[str]:
    forms = pack.table(lang, "tallies").get("located", ()) or ["\x00"]
    opening = {first + f[1:] for f in forms for first in (f[0], f[0].upper(), fold(f[0]).upper())}
    words = "|".join(map(re.escape, sorted(opening, key=lambda f: (-len(f), f))))
    return re.compile(rf"(?<!\w)(?:{words}) ({_NAME})")
