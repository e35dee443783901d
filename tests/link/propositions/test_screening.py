"""Pairs that a screen leaves out do not reach the score."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.bags import Bags, unweighted
from selon.link.propositions.screening import Screen, both, unlike

ONE = st.tuples(
    st.integers(0, 359),
    st.frozensets(st.sampled_from("abcdef")),
    st.integers(0, 2),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(ONE, min_size=1, max_size=9), st.floats(-0.5, 0.9))
def test_no_pair_that_reaches_a_score_is_left_out(every, least):
    """Cosine, common words, traits and gains are all counted in, whatever each wording has."""
    angles = np.deg2rad([angle for angle, *_ in every])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    stems, named = Bags([b for _, b, *_ in every]), unweighted([b & {"a", "b"} for _, b, *_ in every])
    kinds, turned, marked = (np.array([one[n] for one in every]) for n in (2, 3, 4))
    terms = [unlike(kinds, 0.08), unlike(turned, -9.0), both(marked, -0.03)]
    rows = np.arange(len(every))
    first, second = Screen(vectors, 0.3, stems, (0.1, 0.2), terms, [(named, 0.2)]).reaching(rows, rows, least)
    contained, jaccard = stems.overlap(rows, rows)
    exact = 0.3 * vectors.astype(np.float64) @ vectors.T.astype(np.float64) + 0.1 * contained + 0.2 * jaccard
    exact += 0.08 * (kinds[:, None] != kinds) - 9.0 * (turned[:, None] != turned)
    exact += 0.2 * (named.shared(rows, rows) > 0) - 0.03 * (marked[:, None] & marked)
    left = set(zip(first.tolist(), second.tolist(), strict=True))
    assert left >= set(zip(*(ends.tolist() for ends in np.nonzero(exact >= least)), strict=True))
    assert all(exact[pair] >= least - 0.01 for pair in left)
