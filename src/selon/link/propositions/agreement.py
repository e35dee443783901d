"""Whether a denial is about what another place affirms: common words, or one concept in other words.

Likeness alone says that two places are about one affair; a denial contests a claim only when what it turns
round is what the claim says. Names are left out: everything in a dossier is about the same people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from selon.languages import pack
from selon.link import wording
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.rarity import Rarity, rarity
from selon.model.statement import Stance
from selon.text.normalise import fold
from selon.text.polarity import denied_clause, unproven
from selon.text.tokens import forms

COVERED = 0.6
"""Least weighted share of the shorter wording, names left out, that a denial shares with what it denies."""
COVERED_DENIED = 0.25
"""The same where the cue itself says that something is denied."""
_LONGER = 3.0
"""How much more the longer of both wordings may say."""
_FEWEST = 2
"""Words, names left out, that both must have in common."""
_RARE = 0.1
"""A concept that more of the places of a dossier speak of is its subject, and says nothing of one claim."""
_CLAIMED, _DENIED = 0.2, 0.15
"""Least share of the words of a claim, and of a denial, that must be words of concepts."""
_OF_SELF, _OWN_DENIAL = 0.08, 0.1
"""The same where somebody denies what is said of himself."""
_THINGS = frozenset({"suspect", "armed", "chemical"})
"""Concepts that name somebody or something: a denial that shares no other may deny anything of it."""
_ACTS = frozenset({"called", "struck", "ordered", "promised", "insulted", "signed"})
"""Acts that many do: only who denies what is said of himself denies it by such a concept alone."""
MAINLY = 0.25
"""Share of its words from which a place speaks mainly of its concepts."""


@dataclass(frozen=True)
class Agreement:
    """What the places of a dossier speak of: by row, stems without names, rare concepts and their share."""

    stems: tuple[frozenset[str], ...]
    told: tuple[frozenset[str], ...]
    concepts: tuple[frozenset[str], ...]
    shares: tuple[float, ...]
    rarity: Rarity
    langs: tuple[str, ...]

    @property
    def described(self) -> str:
        """A digest of the weights of words."""
        return self.rarity.described

    def worded(self, one: int, other: int, covered: float = COVERED) -> bool:
        """Tell whether two places say the same in the same words; in two languages nothing is asked."""
        if self.langs[one] != self.langs[other]:
            return True
        common = self.told[one] & self.told[other]
        if len(common) < _FEWEST:
            return False
        least, most = sorted((self._whole[one], self._whole[other]))
        return most <= _LONGER * least and self._weight(common) >= covered * least

    @cached_property
    def _whole(self) -> list[float]:
        """The weight of the stems of each row."""
        return [self._weight(bag) for bag in self.stems]

    def conceived(self, denial: int, claim: int, of_self: bool = False) -> bool:
        """Tell whether a denial speaks of all the concepts of a place, and both of little else; less is asked
        of who denies what is said `of_self`."""
        said = self.concepts[claim]
        least = (_OF_SELF, _OWN_DENIAL) if of_self else (_CLAIMED, _DENIED)
        return (
            bool(said - _THINGS if of_self else said - _THINGS - _ACTS)
            and said <= self.concepts[denial]
            and self.shares[claim] >= least[0]
            and self.shares[denial] >= least[1]
        )

    def of_one_mind(
        self, denials: Sequence[int], places: Sequence[int]
    ) -> Iterator[tuple[list[int], list[int]]]:
        """Yield denials with places that they speak of the concepts of: together all pairs `conceived`, of
        oneself or not."""
        said: dict[frozenset[str], list[int]] = defaultdict(list)
        for k in places:
            if self.concepts[k] - _THINGS and self.shares[k] >= _OF_SELF:
                said[self.concepts[k]].append(k)
        for concepts, many in said.items():
            told = [k for k in denials if concepts <= self.concepts[k] and self.shares[k] >= _OWN_DENIAL]
            if told:
                yield told, many

    def _weight(self, bag: frozenset[str]) -> float:
        return sum(self.rarity[s] for s in sorted(bag))


def agreement(found: Sequence[Proposition]) -> Agreement:
    """Return what each place speaks of; concepts are those of the language packs that are rare in `found`."""
    stems = tuple(_unnamed(p) for p in found)
    ruled = [_ruled(p) for p in found]
    spoken = [_spoken(p, words) for p, words in zip(found, ruled, strict=True)]
    places = Counter(c for many in spoken for c in set(many))
    rare = {c for c, n in places.items() if n <= max(_FEWEST, _RARE * len(found))}
    return Agreement(
        stems=stems,
        told=tuple(_told(p) & own for p, own in zip(found, stems, strict=True)),
        concepts=tuple(frozenset(many) & rare for many in spoken),
        shares=tuple(
            _share(many, _stems_of(p, words)) for p, words, many in zip(found, ruled, spoken, strict=True)
        ),
        rarity=rarity(found, stems),
        langs=tuple(p.lang for p in found),
    )


def main_concepts(one: Proposition) -> frozenset[str]:
    """Return the concepts, rare or not, of a place that speaks mainly of concepts; of others none."""
    many = _spoken(one)
    return frozenset(many) if _share(many, one.stems) >= MAINLY else frozenset()


def _ruled(one: Proposition) -> str:
    """The words that a denial denies, those of its main clause; "" for all words of others."""
    return "" if one.positive else denied_clause(one.text, one.lang)


def _stems_of(one: Proposition, words: str) -> frozenset[str]:
    return frozenset(wording.stems(words, one.lang)) if words else one.stems


def _share(spoken: Sequence[str], stems: Collection[str]) -> float:
    return len(spoken) / max(1, len(stems))


def _told(one: Proposition) -> frozenset[str]:
    """The stems that a plain negation rules, those of its main clause; of others all."""
    if one.positive or one.statement.stance is Stance.denies or one.disowned or unproven(one.text, one.lang):
        return one.stems
    return frozenset(wording.stems(denied_clause(one.text, one.lang), one.lang))


def _unnamed(one: Proposition) -> frozenset[str]:
    """Stems without names; abbreviations in capitals are kept, for they are things more often than people."""
    named = {wording.stem(n) for n in one.names if n.upper() not in one.text}
    return one.stems - named


def _spoken(one: Proposition, text: str = "") -> tuple[str, ...]:
    """The concepts of a place, or of the part `text` of it: a denial speaks of those of its main clause."""
    return _concepts_of(text or one.text, one.lang)


@lru_cache(maxsize=1 << 16)
def _concepts_of(text: str, lang: str) -> tuple[str, ...]:
    known = _concepts(lang)
    return tuple(known[form] for form in forms(text) if form in known)


@cache
def _concepts(lang: str) -> dict[str, str]:
    table = pack.table(lang, "concepts")
    return {fold(form): name for name, forms in table.items() for form in forms}
