"""How rare the words of a dossier are, by a sample of its documents: one more seldom changes a weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.link import samples
from selon.link.bags import weight, weights
from selon.link.propositions.propositions import Proposition
from selon.model.identity import digest


class Rarity(dict[str, float]):
    """The weight of each word; one that the sample does not hold weighs as much as one that it holds once."""

    def __init__(self, known: Mapping[str, float], unseen: float) -> None:
        super().__init__(known)
        self.unseen = unseen

    @property
    def described(self) -> str:
        """A digest of all weights."""
        return digest((self, self.unseen))

    def __missing__(self, word: str) -> float:
        return self.unseen


def sampled(found: Sequence[Proposition]) -> frozenset[str]:
    """Return the documents that stand for all."""
    by_digest = {digest(doc): doc for doc in {p.doc for p in found}}
    return frozenset(by_digest[d] for d in samples.chosen(by_digest, samples.TEXTS))


def rarity(found: Sequence[Proposition], bags: Sequence[frozenset[str]]) -> Rarity:
    """Return the weights of words: their inverse frequency in the `bags` of propositions, one each.

    Of many documents those of a sample count.
    """
    docs = sampled(found)
    counted = [bag for one, bag in zip(found, bags, strict=True) if one.doc in docs]
    return Rarity(weights(counted), weight(1, len(counted)))
