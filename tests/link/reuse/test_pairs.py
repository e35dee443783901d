"""Pairs and clusters: siblings are found through a third text, and every document has a cluster."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.link.reuse.pairs import components, make_clusters, make_pairs
from selon.link.reuse.reuse import find_reuse
from selon.model.identity import Made
from selon.model.passage import Pair, Passage, ReuseKind
from selon.model.span import Span
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc


def passage(a, b, span, other, score=1.0):
    return Passage(a, span, b, other, ReuseKind.verbatim, score, Made("reuse", 1, "test"))


DOCS = [doc(i, "x" * 1000) for i in "abcd"]


def test_siblings_are_a_pair():
    """Two texts that copy one stretch of a third are a pair though they were never compared."""
    found = [passage("a", "b", Span(0, 300), Span(5, 305)), passage("a", "c", Span(10, 300), Span(0, 290))]
    assert [(p.a, p.b) for p in make_pairs(DOCS, found)] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_copies_of_different_stretches_are_no_siblings():
    """Two texts that copy different stretches of a third have nothing in common."""
    found = [passage("a", "b", Span(0, 300), Span(5, 305)), passage("a", "c", Span(400, 700), Span(0, 300))]
    assert [(p.a, p.b) for p in make_pairs(DOCS, found)] == [("a", "b"), ("a", "c")]


def test_the_score_is_the_share_of_the_shorter_text():
    """A short text that stands whole in a long one scores close to one."""
    docs = [doc("a", SENTENCES[1]), doc("b", DISPATCH + " " + OTHER)]
    (pair,) = make_pairs(docs, find_reuse(docs, {}))
    assert pair.score > 0.97 and pair.kind is ReuseKind.verbatim


def test_every_document_has_a_cluster_named_by_its_smallest_member():
    """Clusters are the components of the pairs; a document alone is its own cluster."""
    pairs = [Pair("b", "c", ReuseKind.edited, 0.5), Pair("c", "d", ReuseKind.edited, 0.5)]
    assert make_clusters(DOCS, pairs) == {"a": "a", "b": "b", "c": "b", "d": "b"}


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))), st.randoms())
def test_clusters_do_not_depend_on_order(ties, random):
    """Any order of the ties gives the same clusters."""
    shuffled = list(ties)
    random.shuffle(shuffled)
    assert components("hgfedcba", shuffled) == components("abcdefgh", ties)
