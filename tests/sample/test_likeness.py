"""The sample's claims are grouped block by block as one matrix of all pairs would group them."""

from __future__ import annotations

from functools import partial

import numpy as np

from selon.analyse.quantities import find_quantities
from selon.link.bags import weights
from selon.link.chains.paths import Paths
from selon.link.propositions.assertions import propositions
from selon.link.propositions.checks import SAME_CONCEPT, Checks
from selon.link.propositions.grouping import THRESHOLD, groups
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.repeats import repeats
from tests.link import plain
from tests.sample.conftest import Traced

ACROSS = THRESHOLD - SAME_CONCEPT


def test_the_sample_is_grouped_as_by_one_matrix(traced: Traced) -> None:
    """Every score is the same to its last digit, and every group the same places, reuse counted in."""
    statements = {d.id: [s for s in traced.statements if s.doc == d.id] for d in traced.documents}
    quantities = {d.id: find_quantities(d) for d in traced.documents}
    found = propositions(traced.documents, statements, quantities)
    aligned = Paths(traced.documents, traced.passages, traced.edges).aligned
    same = repeats(found)
    alike = Likeness([found[k] for k in same.firsts], weights([p.stems for p in found]))
    matrix, of = plain.scores(found), np.array(same.of)
    scores = alike.scores(np.arange(len(alike)), np.arange(len(alike)))[np.ix_(of, of)]
    apart = of[:, None] != of[None, :]
    assert np.abs(scores - matrix)[apart].max() < plain.DIGIT
    checks = Checks(found, same, aligned, ACROSS)
    near = checks.checked(alike.near(THRESHOLD, ACROSS))
    by_wording = groups([len(r) for r in same.rows], near, partial(checks.scores, alike.scores))
    places = sorted(tuple(sorted(k for w in g for k in same.rows[w])) for g in by_wording)
    assert places == plain.by_part(plain.checked(matrix, found, aligned, THRESHOLD), THRESHOLD)
