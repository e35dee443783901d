"""What places speak of in whatever words: the concepts and acts of the language packs.

All languages share the concepts, so that a denial meets what it denies although it uses other words. Acts are
what many do (to call for, to promise): they tell something only of who denies what is said of himself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.languages import pack
from selon.link import wording
from selon.link.propositions.propositions import Proposition
from selon.text.normalise import fold
from selon.text.polarity import denied_clause
from selon.text.tokens import forms

_RARE, _FEWEST = 0.1, 2
"""A concept that more of the places of a dossier speak of, and more than so many, is its subject, and says
nothing of one claim."""
_CLAIMED, _DENIED = 0.2, 0.15
"""Least share of the words of a claim, and of a denial, that must be words of concepts."""
_OF_SELF, _OWN_DENIAL = 0.08, 0.1
"""The same where somebody denies what is said of himself."""
_THINGS = frozenset({"suspect", "armed", "chemical"})
"""Concepts that name somebody or something: a denial that shares no other may deny anything of it."""
MAINLY = 0.25
"""Share of its words from which a place speaks mainly of its concepts."""


@dataclass(frozen=True)
class Spoken:
    """The rare concepts of each place and their share of its words, of a denial those of its clause; `least`
    is the share that a claim and a denial of it need."""

    concepts: tuple[frozenset[str], ...]
    shares: tuple[float, ...]
    least: tuple[float, float]

    def denied(self, denial: int, claim: int) -> bool:
        """Tell whether a denial speaks of all the concepts of a place, and both of little else."""
        told = self._claims(claim) and self.concepts[claim] <= self.concepts[denial]
        return told and self.shares[denial] >= self.least[1]

    def meeting(self, denials: Sequence[int], places: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield denials with places that they speak of the concepts of: together all pairs `denied`."""
        said: dict[frozenset[str], list[int]] = defaultdict(list)
        for k in places:
            if self._claims(k):
                said[self.concepts[k]].append(k)
        for concepts, many in said.items():
            told = [k for k in denials if concepts <= self.concepts[k] and self.shares[k] >= self.least[1]]
            if told:
                yield told, many

    def _claims(self, place: int) -> bool:
        return bool(self.concepts[place] - _THINGS) and self.shares[place] >= self.least[0]


def spoken(found: Sequence[Proposition]) -> Spoken:
    """Return the concepts of places, as anybody denies them."""
    return _spoken(found, ("concepts",), (_CLAIMED, _DENIED), narrow=False)


def spoken_of_self(found: Sequence[Proposition]) -> Spoken:
    """Return the concepts and acts of places, as somebody denies them of himself."""
    return _spoken(found, ("concepts", "acts"), (_OF_SELF, _OWN_DENIAL), narrow=True)


def main_concepts(one: Proposition) -> frozenset[str]:
    """Return the concepts, rare or not, of a place that speaks mainly of concepts; of others none."""
    many = _told(one.text, one.lang, ("concepts",))
    return frozenset(many) if _share(many, one.stems) >= MAINLY else frozenset()


def _spoken(
    found: Sequence[Proposition], tables: tuple[str, ...], least: tuple[float, float], narrow: bool
) -> Spoken:
    """The concepts of places; `narrow`: the share of a denial is that of its clause, not of all its words."""
    ruled = [p.text if p.positive else denied_clause(p.text, p.lang) for p in found]
    told = [_told(words, p.lang, tables) for words, p in zip(ruled, found, strict=True)]
    places = Counter(c for many in told for c in set(many))
    rare = {c for c, n in places.items() if n <= max(_FEWEST, _RARE * len(found))}
    stems = (
        p.stems if p.positive or not narrow else wording.stems(words, p.lang)
        for words, p in zip(ruled, found, strict=True)
    )
    shares = tuple(_share(many, bag) for many, bag in zip(told, stems, strict=True))
    return Spoken(tuple(frozenset(many) & rare for many in told), shares, least)


def _share(told: Sequence[str], stems: Collection[str]) -> float:
    return len(told) / max(1, len(set(stems)))


@lru_cache(maxsize=1 << 16)
def _told(text: str, lang: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """The concepts of the words of a text, one for each word that has one."""
    known = _concepts(lang, tables)
    return tuple(known[form] for form in forms(text) if form in known)


@cache
def _concepts(lang: str, tables: tuple[str, ...]) -> dict[str, str]:
    lists = [item for table in tables for item in pack.table(lang, table).items()]
    return {fold(form): name for name, words in lists for form in words}
