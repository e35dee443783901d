"""Who puts one thing in the place of another ("by a barge, not by a ferry") contests who says the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.link import wording
from selon.link.propositions.propositions import Proposition
from selon.text.corrections import corrections
from selon.text.polarity import main_clause


@dataclass(frozen=True, slots=True)
class Replacing:
    """Stems of what a place rejects, and of what it gives instead."""

    rejected: frozenset[str]
    given: frozenset[str]


_FURTHER = 2
"""Words, names and the rejected ones left out, that both must have in common."""

Replaced = dict[int, tuple[Replacing, ...]]
"""What places put in the place of what, by row."""


def replacing(found: Sequence[Proposition]) -> Replaced:
    """Return what places put in the place of what, for those that do."""
    out = {k: _read(p.text, p.lang) for k, p in enumerate(found)}
    return {k: many for k, many in out.items() if many}


@lru_cache(maxsize=1 << 16)
def _read(text: str, lang: str) -> tuple[Replacing, ...]:
    out = []
    for c in corrections(text, lang):
        rejected = frozenset(wording.stems(main_clause(c.rejected, lang), lang))
        given = frozenset(wording.stems(c.given, lang))
        out.append(Replacing(rejected - given, given - rejected))
    return tuple(r for r in out if r.rejected and r.given)


def replaces(found: Sequence[Proposition], read: Replaced, at: int, other: int) -> bool:
    """Tell whether a place rejects what another one says, which does not say what is given instead.

    Both must speak of it with further words, names left out: "fired at a crowd, not at Aubray" is no word
    against all that is told of Aubray.
    """
    if at not in read:
        return False
    one, two = found[at], found[other]
    if one.lang != two.lang or not two.positive:
        return False
    denied = frozenset().union(*(r.rejected for r in read.get(other, ())))
    said, common = two.stems - denied, (one.stems & two.stems) - {wording.stem(n) for n in one.names}
    return any(
        r.rejected <= said and r.given.isdisjoint(said) and len(common - r.rejected) >= _FURTHER
        for r in read[at]
    )
