"""Places that may contest each other meet, whatever was held against what before."""

from __future__ import annotations

import random

import pytest

from selon.link.disputes.opponents import Opponents
from selon.link.kept import Kept
from selon.model.identity import digest


class Raw:
    """Likeness by the names of wordings, one place each."""

    def __init__(self, names):
        self.names, self.asked = names, 0

    def wordings(self, places):
        return sorted(set(places))

    def places(self, wordings):
        return sorted(wordings)

    def meeting(self, ours, theirs, least):
        self.asked += len(ours) * len(theirs)
        names = [(i, j, digest(sorted((self.names[i], self.names[j])))) for i in ours for j in theirs]
        return ((i, j) for i, j, one in names if int(one[:4], 16) / 65536 >= least)


def met(names, mine, yours, kept, again=True):
    """What each place may be contested by, and how many pairs were looked at."""
    raw = Raw(names)
    opponents = Opponents(raw, [digest(n) for n in names], "weights", kept)
    meet = opponents.meet_again if again else opponents.meet
    meet([names.index(n) for n in mine], [names.index(n) for n in yours], 0.8)
    return {n: [names[k] for k in opponents.of([i])] for i, n in enumerate(names)}, raw.asked


@pytest.mark.parametrize("seed", range(8))
def test_what_met_before_is_taken_over(seed):
    """Wordings come, go, and change sides: what meets is what would meet with nothing kept."""
    rng, held = random.Random(seed), {}
    for _ in range(6):
        names = rng.sample([f"w{n}" for n in range(24)], 14)
        mine, yours = rng.sample(names, 6), rng.sample(names, 8)
        kept = Kept(lambda keys, held=held: {k: held[k] for k in keys if k in held})
        assert met(names, mine, yours, kept)[0] == met(names, mine, yours, Kept(), again=False)[0]
        held = kept.made


def test_only_what_is_new_is_held_against_the_rest():
    """One more on either side is held against all of the other; of the others no pair is looked at."""
    names, first = ["a", "b", "c", "d", "e", "f"], Kept()
    met(names, ["a", "b"], ["c", "d"], first)
    kept = Kept(lambda keys: {k: first.made[k] for k in keys if k in first.made})
    assert met(names, ["a", "b", "e"], ["c", "d", "f"], kept)[1] == 3 + 2
