"""Two places that give one thing two causes of one sort ("torn off by a flare" / "by a distress flare").

What is said to have caused it is read behind a word of cause. The causes share a noun and each tells of it
what the other does not: a gas leak and a water leak. Causes with no word in common are left alone, for one of
them may be another name of the other ("a fire", "a burning pallet").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.propositions.propositions import Proposition
from selon.text.normalise import fold

CAUSED = 0.9
"""Least likeness of two places that may speak of one event and its cause."""
_LONGEST = 60
"""Code points behind a word of cause that may name the cause."""


def causes(found: Sequence[Proposition]) -> dict[int, frozenset[str]]:
    """Return the stems that name a cause, for the places that give one."""
    out = {k: _cause(p.text, p.lang) for k, p in enumerate(found) if p.positive}
    return {k: stems for k, stems in out.items() if stems}


def other_cause(scene: Scene, given: Mapping[int, frozenset[str]], at: int, other: int) -> bool:
    """Tell whether two places give causes of one sort that are two."""
    if at not in given or other not in given or scene.found[at].lang != scene.found[other].lang:
        return False
    one, two = given[at], given[other]
    two_of_a_sort = bool(one & two and one - two and two - one)
    return two_of_a_sort and float(scene.raw[at, other]) >= CAUSED


def _cause(text: str, lang: str) -> frozenset[str]:
    """The stems behind a word of cause, up to who did it, when and where; none where a choice is open."""
    plain, forms = fold(text), _patterns(lang)
    word = forms["causes"].search(plain)
    if word is None:
        return frozenset()
    named = forms["ends"].split(plain[word.end() : word.end() + _LONGEST])[0]
    if forms["either"].search(named):
        return frozenset()
    light = {wording.stem(w) for w in pack.table(lang, "causes").get("light", ())}
    return frozenset(wording.stems(named, lang)) - light


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    table = pack.table(lang, "causes")
    words = {
        name: "|".join(map(re.escape, table.get(name, ("\x00",)))) for name in ("causes", "ends", "either")
    }
    forms = {name: rf"(?<!\w)(?:{many})(?:(?<=')|(?!\w))" for name, many in words.items()}
    forms["ends"] += "|[,;:.(]"
    return {name: re.compile(form) for name, form in forms.items()}
