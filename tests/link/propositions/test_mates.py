"""Bags with a mate are those that share most of a smaller bag, whichever came and went in between."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.bags import LEAST, Bags
from selon.link.kept import Kept
from selon.link.propositions import mates
from selon.link.propositions.mates import mated
from selon.link.propositions.rarity import Rarity

WEIGHT = Rarity({word: 0.5 + n / 8 for n, word in enumerate("abcdefgh")}, 2.0)
BAGS = st.lists(st.frozensets(st.sampled_from("abcdefghij"), max_size=5), max_size=12)


def plainly(bags):
    """Every two bags held against each other."""
    weigh = lambda bag: sum(WEIGHT[w] for w in sorted(bag))  # noqa: E731
    shared = lambda a, b: weigh(a & b) / max(min(weigh(a), weigh(b)), LEAST)  # noqa: E731
    pairs = [[shared(a, b) >= 0.45 for k, b in enumerate(bags) if k != n] for n, a in enumerate(bags)]
    return [any(row) for row in pairs]


@settings(max_examples=200, deadline=None)
@given(st.lists(BAGS, min_size=1, max_size=4))
def test_mates_taken_over_are_mates(steps):
    """Each lot of bags has the mates that a comparison of all with all gives."""
    held: dict[str, bytes] = {}
    for bags in steps:
        kept = Kept(lambda keys, held=held: {key: held[key] for key in keys if key in held})
        assert mated(bags, WEIGHT, 0.45, kept) == plainly(bags)
        held = dict(kept.made)


def test_bags_with_a_mate_are_not_compared_again(monkeypatch):
    """A bag more is held against all; of the others only one that has no mate is, and against that one."""
    bags = [frozenset("abc"), frozenset("abd"), frozenset("efg")]
    kept, asked = Kept(), set()
    mated(bags, WEIGHT, 0.45, kept)
    real = Bags.shared
    monkeypatch.setattr(
        mates.Bags, "shared", lambda self, r, c: asked.add((len(r), len(c))) or real(self, r, c)
    )
    again = Kept(lambda keys: {key: kept.made[key] for key in keys if key in kept.made})
    assert mated([*bags, frozenset("hij")], WEIGHT, 0.45, again) == [True, True, False, False]
    assert asked == {(1, 4), (1, 1)}
