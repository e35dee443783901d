"""The weights of words come from all of a small dossier, and from a sample of a large one."""

from selon.link import samples
from selon.link.bags import weights
from selon.link.propositions.rarity import rarity
from tests.link.propositions.test_likeness import CONTENTS, made


def test_a_small_dossier_counts_whole():
    """Up to the size of a sample the weights are those of all propositions."""
    found = made([(n, None) for n in range(len(CONTENTS))])
    bags = [p.stems for p in found]
    assert dict(rarity(found, bags)) == weights(bags)


def test_a_document_outside_of_the_sample_changes_no_weight(monkeypatch):
    """Of many documents those with the smallest digests count; a word that they lack is as rare as can be."""
    monkeypatch.setattr(samples, "TEXTS", 2)
    found = made([(n % len(CONTENTS), None) for n in range(40)])
    bags = [p.stems for p in found]
    whole = rarity(found, bags)
    spared = [k for k in range(40) if rarity(found[:k] + found[k + 1 :], bags[:k] + bags[k + 1 :]) == whole]
    assert len(spared) >= 38
    assert whole["nowhere"] == max(whole.values())
