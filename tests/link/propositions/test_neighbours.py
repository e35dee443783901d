"""Near pairs taken over from run to run are the near pairs of all wordings, whichever came and went."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.kept import Kept
from selon.link.propositions.grouping import THRESHOLD
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.neighbours import near
from selon.link.propositions.rarity import rarity
from selon.link.propositions.repeats import repeats
from selon.link.propositions.scored import cells
from tests.link.propositions.test_likeness import ACROSS, CONTENTS, WHO, made

EVERY = tuple(made([(n, WHO[n % len(WHO)]) for n in range(len(CONTENTS))] * 2))
RARE = rarity(EVERY, [p.stems for p in EVERY])
SOME = st.sets(st.integers(0, len(EVERY) - 1), min_size=1)


def found(rows, kept):
    """The near pairs of some propositions, by their texts and sources."""
    some = [EVERY[k] for k in sorted(rows)]
    same = repeats(some)
    alike = Likeness([some[k] for k in same.firsts], RARE, [p.text for p in EVERY])
    pairs = near(alike, same.digests, "weights", (THRESHOLD - 0.05, ACROSS - 0.05), kept)
    assert list(zip(*pairs[:2], strict=True)) == sorted(zip(*pairs[:2], strict=True))
    return [(same.digests[i], same.digests[j], score) for i, j, score in cells(pairs)]


@settings(max_examples=30, deadline=None)
@given(st.lists(SOME, min_size=2, max_size=5))
def test_what_came_and_went_leaves_no_trace(steps) -> None:
    """Each set of wordings has the pairs that it has with nothing kept, digit by digit."""
    held: dict[str, bytes] = {}
    for rows in steps:
        kept = Kept(lambda keys, held=held: {k: held[k] for k in keys if k in held})
        assert found(rows, kept) == found(rows, Kept())
        every = {**held, **kept.made}
        held = {k: every[k] for k in kept.used if k in every}


def test_only_new_wordings_are_held_against_all(monkeypatch) -> None:
    """One wording more: pairs without it are not asked for again."""
    asked = []
    real = Likeness.near
    monkeypatch.setattr(
        Likeness, "near", lambda self, *least, of: asked.append(of) or real(self, *least, of=of)
    )
    kept = Kept()
    found(set(range(len(CONTENTS) - 1)), kept)
    found(set(range(len(CONTENTS))), Kept(lambda keys: {k: kept.made[k] for k in keys if k in kept.made}))
    assert asked[0] is None
    assert np.size(asked[1]) == 1
