"""One thing put in the place of another ("by a barge, not by a ferry"; "it is not he, it is the mayor").

Replacive negation (Jacobs 1982; Repp 2009) names what is rejected and what holds in its place. Both have one
form: they open with the same preposition or article, or are the two halves of a cleft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from selon.languages import pack
from selon.text.alternation import either
from selon.text.normalise import fold

_LONGEST = 90
"""Code points that either of the two may have."""
_NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Correction:
    """What holds, and what is rejected for it, in folded words."""

    given: str
    rejected: str


def corrections(text: str, lang: str) -> tuple[Correction, ...]:
    """Return what a wording puts in the place of what, in the order of the shapes."""
    plain, forms = fold(text), _patterns(lang)
    found = [m for name in ("cleft", "turned", "but") for m in forms[name].finditer(plain)]
    return tuple([Correction(m["given"], m["rejected"]) for m in found] + list(_set_against(plain, forms)))


def cleft(text: str, lang: str) -> bool:
    """Tell whether a wording holds a cleft that says of one thing what it denies of another."""
    plain, forms = fold(text), _patterns(lang)
    return any(forms[name].search(plain) for name in ("cleft", "turned"))


def _set_against(plain: str, forms: dict[str, re.Pattern[str]]) -> Iterator[Correction]:
    """What follows "and not", and the last words before it that open like it."""
    for found in forms["against"].finditer(plain):
        before = re.split(r"[.;!?]", plain[: found.start()])[-1]
        _, opening, given = before.rpartition(f" {found['head']}")
        if opening and given.strip():
            yield Correction(given, found["rejected"])


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    """The shapes by name, on folded text; a language without such words has none."""
    table = pack.table(lang, "negation")
    t = {name: either(table[name]) for name in _WORDS if name in table}
    if len(t) < len(_WORDS):
        return dict.fromkeys(_SHAPES, _NEVER)
    return {name: re.compile(shape.format(**t)) for name, shape in _SHAPES.items()}


_WORDS = ("cleft", "cleft_not", "instead", "no_but", "but", "alike", "coordinates")
_END = r"(?=[.,;:!?\"()]|$)"
_NAMED = f"[^.;:!?]{{{{1,{_LONGEST}}}}}?"
_SHORT = f"[^.,;:!?]{{{{1,{_LONGEST}}}}}?"
_HEAD = r"(?P<head>{alike})(?:(?<=')| )"
_SHAPES = {
    "cleft": rf"(?<![\w']){{cleft_not}} (?P<rejected>{_NAMED})\"?, (?:{{but}} )?"
    rf"{{cleft}} (?P<given>{_SHORT}){_END}",
    "turned": rf"(?<![\w']){{cleft}} (?P<given>{_NAMED}), {{cleft_not}} (?P<rejected>{_SHORT}){_END}",
    "but": rf"(?<![\w']){{no_but}} {_HEAD}(?P<rejected>{_SHORT}),? {{but}} (?P=head)"
    rf"(?:(?<=')| )(?P<given>{_SHORT}){_END}",
    "against": rf"(?:,| (?={{coordinates}})) ?{{instead}} {_HEAD}(?P<rejected>{_SHORT}){_END}",
}
