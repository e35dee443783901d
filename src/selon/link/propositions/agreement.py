"""Whether a denial is about what another place affirms: common words, or one concept in other words.

Likeness alone says that two places are about one affair; a denial contests a claim only when what it turns
round is what the claim says. Names are left out: everything in a dossier is about the same people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.link import wording
from selon.link.propositions.concepts import Spoken, spoken, spoken_of_self
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.rarity import Rarity, rarity
from selon.model.statement import Stance
from selon.text.polarity import denied_clause, unproven

COVERED = 0.6
"""Least weighted share of the shorter wording, names left out, that a denial shares with what it denies."""
COVERED_DENIED = 0.25
"""The same where the cue itself says that something is denied."""
_LONGER = 3.0
"""How much more the longer of both wordings may say."""
_FEWEST = 2
"""Words, names left out, that both must have in common."""


@dataclass(frozen=True)
class Agreement:
    """What the places of a dossier speak of: by row, stems without names, concepts and acts."""

    stems: tuple[frozenset[str], ...]
    told: tuple[frozenset[str], ...]
    spoken: Spoken
    of_self: Spoken
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

    def _weight(self, bag: frozenset[str]) -> float:
        return sum(self.rarity[s] for s in sorted(bag))


def agreement(found: Sequence[Proposition]) -> Agreement:
    """Return what each place speaks of; concepts are those of the language packs that are rare in `found`."""
    stems = tuple(_unnamed(p) for p in found)
    return Agreement(
        stems=stems,
        told=tuple(_told(p) & own for p, own in zip(found, stems, strict=True)),
        spoken=spoken(found),
        of_self=spoken_of_self(found),
        rarity=rarity(found, stems),
        langs=tuple(p.lang for p in found),
    )


def _told(one: Proposition) -> frozenset[str]:
    """The stems that a plain negation rules, those of its main clause; of others all."""
    if one.positive or one.statement.stance is Stance.denies or one.disowned or unproven(one.text, one.lang):
        return one.stems
    return frozenset(wording.stems(denied_clause(one.text, one.lang), one.lang))


def _unnamed(one: Proposition) -> frozenset[str]:
    """Stems without names; abbreviations in capitals are kept, for they are things more often than people."""
    named = {wording.stem(n) for n in one.names if n.upper() not in one.text}
    return one.stems - named
