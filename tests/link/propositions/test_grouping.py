"""Average link: forbidden pairs stay apart, far ends are not chained together."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.link.propositions.grouping import groups, united
from selon.link.propositions.scored import NEVER, Near
from tests.link import plain

CELLS = st.sampled_from([0.5, 0.8, 0.9, 0.94, 0.97, 1.0, NEVER])


@st.composite
def matrices(draw: st.DrawFn) -> np.ndarray:
    """Symmetric matrices of likeness with forbidden pairs."""
    n = draw(st.integers(0, 7))
    out = np.ones((n, n), dtype=np.float32)
    for i, j in itertools.combinations(range(n), 2):
        out[i, j] = out[j, i] = draw(CELLS)
    return out


def grouped(
    scores: np.ndarray, threshold: float, sizes: list[int] | None = None
) -> tuple[tuple[int, ...], ...]:
    """The groups of a matrix: the pairs that may reach the threshold are known, the others are asked for."""
    first, second = np.nonzero(np.triu(scores >= threshold, 1))
    near = Near(first, second, scores[first, second].astype(np.float64))
    return groups(sizes or [1] * len(scores), near, lambda a, b: scores[np.ix_(a, b)], threshold)


@given(matrices())
def test_groups_part_the_rows_and_hold_no_forbidden_pair(scores: np.ndarray) -> None:
    """Every row is in one group, and no group holds a pair that a check forbids."""
    found = grouped(scores, 0.92)
    assert sorted(k for g in found for k in g) == list(range(len(scores)))
    assert all(scores[i, j] > NEVER / 2 for g in found for i, j in itertools.combinations(g, 2))


@given(matrices())
def test_groups_are_those_that_merging_with_every_mean_anew_gives(scores: np.ndarray) -> None:
    """Components and kept maxima change nothing: ties, too, are broken as in the plain form."""
    assert grouped(scores, 0.92) == plain.average_link(scores.astype(np.float64), 0.92)


@given(matrices(), st.lists(st.integers(1, 3), min_size=7, max_size=7))
def test_a_wording_of_many_places_weighs_as_many_rows(scores: np.ndarray, sizes: list[int]) -> None:
    """A wording counted three times merges as three equal rows do that are merged beforehand."""
    rows = [k for k in range(len(scores)) for _ in range(sizes[k])]
    whole = scores[np.ix_(rows, rows)].copy()
    same = np.array(rows)[:, None] == np.array(rows)[None, :]
    whole[same] = 2.0
    spread = plain.average_link(whole.astype(np.float64), 0.92)
    by_wording = grouped(scores, 0.92, sizes[: len(scores)])
    assert {frozenset(rows[k] for k in g) for g in spread} == {frozenset(g) for g in by_wording}


def test_a_chain_of_small_steps_is_cut() -> None:
    """A is like B and B like C, but A and C are far apart: they are not all one group."""
    scores = np.array([[1, 0.95, 0.7], [0.95, 1, 0.94], [0.7, 0.94, 1]], dtype=np.float32)
    assert grouped(scores, 0.92) == ((0, 1), (2,))


def test_sets_that_people_joined_unite_their_groups() -> None:
    """A set that touches two groups makes one of them; others stay."""
    assert united([(0, 1), (2,), (3, 4)], [(1, 3)]) == ((0, 1, 3, 4), (2,))
