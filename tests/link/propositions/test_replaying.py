"""Groups with merges taken over are the groups of a run with nothing; what did not change is not asked."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.kept import Kept
from selon.link.propositions.grouping import THRESHOLD, groups
from selon.link.propositions.replaying import grouped
from selon.link.propositions.scored import NEVER, Near
from selon.model.identity import digest

CELLS = st.sampled_from([0.5, 0.5, 0.5, 0.9, 0.94, 0.97, 1.0, NEVER])


@st.composite
def matrices(draw: st.DrawFn) -> np.ndarray:
    """Symmetric matrices of likeness in which few pairs are near, some forbidden."""
    n = draw(st.integers(0, 9))
    out = np.ones((n, n))
    for i, j in itertools.combinations(range(n), 2):
        out[i, j] = out[j, i] = draw(CELLS)
    return out


def known(scores: np.ndarray) -> Near:
    """The pairs that a run knows: all above nine tenths, and those that are forbidden."""
    first, second = np.nonzero(np.triu((scores >= 0.9) | (scores == NEVER), 1))
    return Near(first, second, scores[first, second])


SIZES = [1 + n % 3 for n in range(9)]


def kept_groups(
    scores: np.ndarray, told: Sequence[str], rows: Sequence[int], kept: Kept
) -> list[tuple[int, ...]]:
    """The groups of some rows with what is kept; `told` say what the scores of a wording depend on."""
    some = scores[np.ix_(rows, rows)]
    names = [digest(told[k]) for k in rows]
    sizes = [SIZES[k] for k in rows]
    return grouped(sizes, known(some), lambda a, b: some[np.ix_(a, b)], names, "weights", kept)


def whole(scores: np.ndarray, rows: Sequence[int]) -> list[tuple[int, ...]]:
    """The groups of some rows found at one go."""
    some = scores[np.ix_(rows, rows)]
    sizes = [SIZES[k] for k in rows]
    return list(groups(sizes, known(some), lambda a, b: some[np.ix_(a, b)], THRESHOLD))


@given(matrices())
def test_a_first_run_finds_the_same_groups(scores: np.ndarray) -> None:
    """With nothing kept the groups are those of `groups`."""
    rows = range(len(scores))
    assert kept_groups(scores, [str(k) for k in rows], rows, Kept()) == whole(scores, rows)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_merges_taken_over_change_no_group(data: st.DataObject) -> None:
    """Wordings come, go and change at random; each time the groups are those of a run with nothing kept."""
    count, held = 9, {}
    scores, told = data.draw(full()), [str(k) for k in range(count)]
    for step in range(4):
        rows = sorted(data.draw(st.sets(st.integers(0, count - 1), min_size=1)))
        for k in data.draw(st.sets(st.integers(0, count - 1), max_size=2)):
            told[k] += f" {step}"
            for other in range(count):
                if other != k:
                    scores[k, other] = scores[other, k] = data.draw(CELLS)
        kept = Kept(lambda keys, held=held: {key: held[key] for key in keys if key in held})
        assert kept_groups(scores, told, rows, kept) == whole(scores, rows)
        held = dict(kept.made)


@st.composite
def full(draw: st.DrawFn) -> np.ndarray:
    """Such a matrix of nine wordings, most pairs near, so that one set holds most of them."""
    out = np.ones((9, 9))
    for i, j in itertools.combinations(range(9), 2):
        out[i, j] = out[j, i] = draw(st.sampled_from([0.8, 0.92, 0.94, 0.95, 0.96, 0.97, 1.0, NEVER]))
    return out


def test_what_did_not_change_asks_for_no_score() -> None:
    """A wording more that is near to one of two groups: scores of the other are not asked for."""
    scores = np.full((7, 7), 0.93)
    for many in ((0, 1, 2), (3, 4, 5)):
        scores[np.ix_(many, many)] = 0.98
    scores[2, 3] = scores[3, 2] = 0.95
    scores[5, 6] = scores[6, 5] = 0.945  # near, and too far in the mean
    kept = Kept()
    kept_groups(scores, "abcdefg", range(6), kept)
    again, asked = Kept(lambda keys: {k: kept.made[k] for k in keys if k in kept.made}), set()

    def looked(rows, columns):
        asked.update(rows.tolist(), columns.tolist())
        return scores[np.ix_(rows, columns)]

    names = [digest(one) for one in "abcdefg"]
    grouped([SIZES[k] for k in range(7)], known(scores), looked, names, "weights", again)
    assert asked == {3, 4, 5, 6}


def test_two_sets_that_a_new_wording_connects_merge_in_their_common_order() -> None:
    """What merged first in one set still does, though a merge of the other stands between."""
    scores = np.full((5, 5), 0.5)
    for i, j, score in ((0, 1, 0.95), (2, 3, 1.0), (0, 4, 0.945), (2, 4, 0.97)):
        scores[i, j] = scores[j, i] = score
    kept = Kept()
    kept_groups(scores, "abcde", range(4), kept)
    again = Kept(lambda keys: {k: kept.made[k] for k in keys if k in kept.made})
    assert kept_groups(scores, "abcde", range(5), again) == [(0, 1), (2, 3), (4,)]
