"""Clusters: what derives from what, the earliest copy known, and what could overturn that."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.lineage.clusters import find_clusters
from selon.link.lineage.lineage import find_lineage
from selon.link.reuse.reuse import find_reuse
from selon.model.cluster import CaveatKind as K
from selon.model.lineage import Level
from tests.link.texts import DISPATCH, OTHER, doc

CHANGED = DISPATCH.replace("Sept", "Neuf")


def clusters(*docs):
    passages = find_reuse(docs, {})
    return find_clusters(docs, passages, find_lineage(docs, passages))


def caveats(cluster):
    return {c.kind: c.about for c in cluster.caveats}


def test_the_earliest_copy_is_the_one_that_comes_before_all_others():
    """With hours printed the first of three is the earliest known; extent and dates are all that says so."""
    (found,) = clusters(
        doc("c", DISPATCH, at="2031-05-02T06:00"),
        doc("a", DISPATCH, at="2031-05-02T08:00"),
        doc("b", CHANGED, at="2031-05-03T08:00"),
        doc("z", OTHER, at="2031-05-01T08:00"),
    )
    assert (found.docs, found.earliest, found.level) == (("a", "b", "c"), "c", Level.extent)
    assert caveats(found) == {K.thin: ("c",)}


def test_an_undated_copy_could_be_earlier():
    """A member without a date is named as what could overturn the earliest known."""
    (found,) = clusters(
        doc("a", DISPATCH, at="2031-05-02T08:00"),
        doc("b", CHANGED, at="2031-05-03T08:00"),
        doc("c", DISPATCH),
    )
    assert found.earliest == "a"
    assert caveats(found)[K.undated] == ("c",) and "c" in caveats(found)[K.undecided]


def test_a_day_without_an_hour_is_said_to_be_coarse():
    """A date that gives the day alone is a reason for doubt, and one that overlaps it another."""
    (found,) = clusters(doc("a", DISPATCH, day="2031-05-02"), doc("b", CHANGED, day="2031-05-04"))
    assert found.earliest == "a" and caveats(found)[K.unreliable] == ("a",)
    (found,) = clusters(doc("a", DISPATCH, day="2031-05-02"), doc("b", CHANGED, day="2031-05-02"))
    assert found.earliest is None and caveats(found)[K.overlapping] == ("a", "b")


def test_an_original_outside_of_the_set_is_named():
    """Copies that credit an agency whose text is not there say that the original is missing."""
    (found,) = clusters(
        doc("a", DISPATCH, credit="ANO", at="2031-05-02T08:00", outlet="Le Quai"),
        doc("b", DISPATCH, credit="ANO", at="2031-05-02T09:00", outlet="Le Phare"),
    )
    assert caveats(found)[K.outside] == ("ANO",)


def test_a_stated_original_needs_no_date():
    """A copy that credits the outlet of the other makes that one the earliest, dates or none."""
    (found,) = clusters(doc("a", DISPATCH, outlet="ANO"), doc("b", DISPATCH, outlet="Le Quai", credit="ANO"))
    assert (found.earliest, found.level) == ("a", Level.stated)
    assert caveats(found) == {K.undated: ("a",)}


def test_texts_with_nothing_in_common_make_no_cluster():
    """One text alone is no cluster."""
    assert clusters(doc("a", DISPATCH), doc("b", OTHER)) == ()


DOCS = (
    doc("a", DISPATCH, at="2031-05-02T08:00"),
    doc("b", CHANGED, at="2031-05-03T08:00"),
    doc("c", DISPATCH, credit="ANO"),
    doc("d", f"{OTHER} {CHANGED}"),
)


@settings(max_examples=10, deadline=None)
@given(st.permutations(DOCS))
def test_the_order_of_documents_changes_nothing(order):
    """The same documents in another order give the same clusters, caveats and ids."""
    assert clusters(*order) == clusters(*DOCS)
