"""What the counts of the sample hang on is told with both counts, and with the texts that it is about."""

from __future__ import annotations

from tests.sample.conftest import Traced


def test_a_copy_or_a_direction_that_is_told_changes_the_count(traced: Traced) -> None:
    """Each step names two texts that lineage joins, of which the claim holds the first, and another count."""
    joined = {frozenset((e.derived, e.source)) for e in traced.edges}
    told = [(c, s) for c in traced.claims for s in c.alternatives if s.rule in ("copy", "undecided")]
    assert {"copy"} <= {s.rule for _, s in told}
    for claim, step in told:
        assert frozenset(step.docs) in joined and step.docs[0] in claim.articles
        assert step.change != 0 and step.left == claim.origin_count + step.change


def test_every_count_is_explained_to_its_end(traced: Traced) -> None:
    """From the articles down to the origins the steps add up, in every claim."""
    for claim in traced.claims:
        left = [s.left for s in claim.steps]
        assert (left[0], left[-1]) == (len(claim.articles), claim.origin_count)
        assert all(b.left == a.left + b.change for a, b in zip(claim.steps, claim.steps[1:], strict=False))
