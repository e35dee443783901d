"""Two places that lay one responsibility at two doors ("the clinics must pay" / "the state must").

Both speak of a duty, a fault or a blame in nearly the same words, and its bearers have no word in common.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.propositions.causes import Cause, two_causes
from selon.link.propositions.propositions import Proposition
from selon.text.normalise import fold

BLAMED = 0.95
"""Least likeness of two places that may speak of one responsibility."""
CAUSED = 0.9
"""Least likeness of two places that may give one event two causes."""
_LONGEST = 60
"""Code points after a word of blame that may name its bearer."""


def bearers(found: Sequence[Proposition]) -> dict[int, frozenset[str]]:
    """Return the stems that name who is held responsible, for the places that hold somebody so."""
    out = {k: _bearer(p.text, p.lang) for k, p in enumerate(found) if p.positive}
    return {k: stems for k, stems in out.items() if stems}


def laid_elsewhere(
    scene: Scene, held: Mapping[int, frozenset[str]], caused: Mapping[int, Cause], at: int, other: int
) -> bool:
    """Tell whether two places name another one who is to blame, or another cause."""
    if two_causes(caused.get(at), caused.get(other)) and float(scene.raw[at, other]) >= CAUSED:
        return True
    return other_bearer(scene, held, at, other)


def other_bearer(scene: Scene, held: Mapping[int, frozenset[str]], at: int, other: int) -> bool:
    """Tell whether two places hold different bearers responsible for one thing."""
    if at not in held or other not in held or scene.found[at].lang != scene.found[other].lang:
        return False
    return held[at].isdisjoint(held[other]) and float(scene.raw[at, other]) >= BLAMED


def _bearer(text: str, lang: str) -> frozenset[str]:
    plain, forms = fold(text), _patterns(lang)
    word = forms["words"].search(plain)
    if verb := forms["verbs"].search(plain):
        return _stems(plain[verb.end() : verb.end() + _LONGEST], lang)
    if word is None:
        return frozenset()
    if lies := forms["after"].search(plain, word.end()):
        return _stems(plain[lies.end() : lies.end() + _LONGEST], lang)
    clause = forms["opens"].split(plain[: word.start()])[-1]
    return _stems(forms["ends"].split(clause)[0], lang)


def _stems(words: str, lang: str) -> frozenset[str]:
    return frozenset(wording.stems(re.split(r"[,;:.(]", words.strip(" ,;:.("))[0], lang))


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    table = pack.table(lang, "culprits")
    return {
        name: re.compile(
            r"(?<!\w)(?:" + "|".join(map(re.escape, table.get(name, ("\x00",)))) + ")" + (r"(?!\w)" * whole)
        )
        for name, whole in (
            ("words", False),
            ("after", True),
            ("verbs", True),
            ("opens", True),
            ("ends", True),
        )
    }
