"""What sentences share by flat arrays is what counting word by word gives, digit for digit."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.link.reuse import postings
from selon.link.reuse.postings import Postings, found, shared

PIECES = st.lists(st.lists(st.integers(1, 9), max_size=6), max_size=5)
CROWD, LEAST = 2, 0.5


def weigh(stem: int) -> float:
    """Weights of which no two sums in another order are sure to be equal."""
    return 1.0 / (1 + stem * 7)


def posted(pieces: list[list[int]]) -> Postings:
    ends = np.cumsum([0, *map(len, pieces)]).tolist()
    stems = [stem for piece in pieces for stem in piece]
    return Postings(stems, list(zip(ends[:-1], ends[1:], strict=True)))


def plain_shared(one: list[int], other: list[int]) -> float:
    ours, theirs = Counter(one), Counter(other)
    small, large = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    return sum((weigh(s) * min(n, large[s]) for s, n in small.items() if s in large), 0.0)


def plain_found(ours: list[list[int]], theirs: list[list[int]]) -> list[tuple[int, int, float]]:
    table: dict[tuple[int, int], float] = defaultdict(float)
    for stem in sorted({s for piece in ours for s in piece}):
        there = [j for j, piece in enumerate(theirs) if stem in piece]
        if len(there) <= CROWD:
            for i in (i for i, piece in enumerate(ours) if stem in piece):
                for j in there:
                    table[i, j] += weigh(stem)
    return sorted((i, j, w) for (i, j), w in table.items() if w >= LEAST)


@given(PIECES, PIECES)
def test_what_two_sentences_share_is_what_counting_gives(
    ours: list[list[int]], theirs: list[list[int]]
) -> None:
    """Each stem counts as often as both have it, in the order of the sentence with fewer stems."""
    table = shared(posted(ours), posted(theirs), weigh)
    assert table.tolist() == [[plain_shared(one, other) for other in theirs] for one in ours]


@pytest.mark.parametrize("table", [0, postings.TABLE])
@given(ours=PIECES, theirs=PIECES)
def test_near_sentences_are_those_that_counting_finds(
    ours: list[list[int]], theirs: list[list[int]], table: int
) -> None:
    """All at once or pair by pair, crowded stems left out."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(postings, "TABLE", table)
        rows, columns, weights = found(posted(ours), posted(theirs), weigh, CROWD, LEAST)
    assert [*zip(rows.tolist(), columns.tolist(), weights.tolist(), strict=True)] == plain_found(ours, theirs)
