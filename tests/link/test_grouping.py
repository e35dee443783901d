"""Average link: forbidden pairs stay apart, far ends are not chained together."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.link.grouping import components, groups
from selon.link.likeness import NEVER

CELLS = st.sampled_from([0.5, 0.8, 0.9, 0.94, 0.97, 1.0, NEVER])


@st.composite
def matrices(draw: st.DrawFn) -> np.ndarray:
    """Symmetric matrices of likeness with forbidden pairs."""
    n = draw(st.integers(0, 7))
    out = np.ones((n, n), dtype=np.float32)
    for i, j in itertools.combinations(range(n), 2):
        out[i, j] = out[j, i] = draw(CELLS)
    return out


@given(matrices())
def test_groups_part_the_rows_and_hold_no_forbidden_pair(scores: np.ndarray) -> None:
    """Every row is in one group, and no group holds a pair that a check forbids."""
    found = groups(scores, 0.92)
    assert sorted(k for g in found for k in g) == list(range(len(scores)))
    assert all(scores[i, j] > NEVER / 2 for g in found for i, j in itertools.combinations(g, 2))


def test_a_chain_of_small_steps_is_cut() -> None:
    """A is like B and B like C, but A and C are far apart: they are not all one group."""
    scores = np.array([[1, 0.95, 0.7], [0.95, 1, 0.94], [0.7, 0.94, 1]], dtype=np.float32)
    assert groups(scores, 0.92) == ((0, 1), (2,))


def test_components_are_what_links_join() -> None:
    """Rows joined by links in any number of steps are one component."""
    linked = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], dtype=bool)
    assert components(linked) == ((0, 1), (2,), (3,))
