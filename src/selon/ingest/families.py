"""Families of boilerplate, told by how densely their words stand: consent, legal, subscription.

A news story on cookies or on copyright uses the same words; what tells the wall is that it speaks to the
reader (address words) and says little else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selon.ingest.lexicon import anywhere, terms
from selon.ingest.shapes import count_words

NAMES = ("consent", "legal", "subscription")

_SURE = 4
_DENSE = 0.05
_LIKELY = 2
_LIKELY_DENSE = 0.04
_QUOTED = re.compile(r'"[^"]{0,400}"')


@dataclass(frozen=True)
class Weight:
    """How much a piece speaks of a family: `words` names the strongest phrases."""

    sure: bool
    likely: bool
    words: str


def weigh(folded: str, name: str) -> Weight:
    """Return how far the folded words belong to family `name`: strong words count 2, weak 1, each once.

    Sure: weight of 4 or more from two phrases or more, 5 in a hundred words, and it addresses the reader.
    Likely: weight of 2, enough beside a sure neighbour.
    """
    strong = _phrases(folded, name, "strong")
    weak = _phrases(folded, name, "weak")
    weight = 2 * len(strong) + len(weak)
    if not weight:
        return Weight(False, False, "")
    density = weight / max(1, count_words(folded))
    own = _QUOTED.sub(" ", folded)  # whoever is quoted speaks to someone else
    addressed = bool(anywhere(name, "address").search(own))
    attributed = not addressed and own != folded
    sure = (
        weight >= _SURE and bool(strong) and len(strong) + len(weak) > 1 and density >= _DENSE and addressed
    )
    likely = (weight >= _LIKELY and density >= _LIKELY_DENSE) or (weight >= 1 and density >= 0.1)
    return Weight(sure, likely and not attributed, ", ".join([*strong, *weak][:3]))


def _phrases(folded: str, name: str, key: str) -> list[str]:
    found: dict[str, None] = {}
    for match in anywhere(name, key).finditer(folded):
        found.setdefault(match.group(), None)
    return list(found)


@cache
def _buttons() -> re.Pattern[str]:
    """Buttons are often glued ('Accept AllReject All'): no word limit between them."""
    names = "|".join(re.escape(t) for t in terms("consent", "buttons"))
    return re.compile(rf"[^\w]*(?:(?:{names})[^\w]*)+")


def only_buttons(folded: str) -> bool:
    """Tell whether a short line holds nothing but the buttons of a consent wall."""
    return len(folded) <= 200 and bool(_buttons().fullmatch(folded))


def speaks(folded: str) -> bool:
    """Tell whether one sentence uses the words of any family: enough to belong to a wall beside it."""
    return any((w := weigh(folded, name)).sure or w.likely for name in NAMES)


def is_wall(folded: str) -> bool:
    """Tell whether a stretch of text is surely of one family."""
    return any(weigh(folded, name).sure for name in NAMES)


def speaks_somewhere(folded: str) -> bool:
    """Tell whether any strong phrase of a family stands in the text: a cheap first look."""
    return any(anywhere(name, "strong").search(folded) for name in NAMES)
