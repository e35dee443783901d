"""The tab-separated forms of `selon reuse`."""

from __future__ import annotations

from selon.link.lineage import find_lineage
from selon.link.pairs import make_clusters, make_pairs
from selon.link.reuse import find_reuse
from selon.link.rows import cluster_lines, lineage_lines, pair_lines, passage_lines

from .texts import DISPATCH, OTHER, doc

DOCS = [
    doc("a", DISPATCH, day="2031-05-02"),
    doc("b", DISPATCH, day="2031-05-04"),
    doc("c", f"{OTHER}\n(Reuters)"),
]
PASSAGES = find_reuse(DOCS, {})


def test_the_four_tables_have_their_columns():
    """Pairs, clusters, passages and lineage are printed as EVALUATION.md states."""
    pairs = make_pairs(DOCS, PASSAGES)
    end = len(DISPATCH) - 1
    assert list(pair_lines(pairs)) == [f"a\tb\tverbatim\t{end / len(DISPATCH):.4f}\n"]
    assert list(cluster_lines(make_clusters(DOCS, pairs))) == ["a\ta\n", "b\ta\n", "c\tc\n"]
    assert list(passage_lines(PASSAGES)) == [f"a\t0\t{end}\tb\t0\t{end}\tverbatim\n"]


def test_lineage_lists_decided_edges_between_documents_only():
    """Edges to agencies outside the set, and undecided ones, are not in the table."""
    assert list(lineage_lines(find_lineage(DOCS, PASSAGES))) == ["a\tb\t3\n"]
