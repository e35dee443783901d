"""The tab-separated forms of `selon reuse`."""

from __future__ import annotations

from selon.link.lineage.lineage import find_lineage
from selon.link.reuse.pairs import make_clusters, make_pairs
from selon.link.reuse.reuse import find_reuse
from selon.link.reuse.rows import change_lines, cluster_lines, lineage_lines, pair_lines, passage_lines
from tests.link.texts import DISPATCH, OTHER, doc

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


def test_changes_are_printed_with_both_wordings():
    """A negation put in and a sentence left out are lines with their kind, places and words."""
    other = DISPATCH.replace("était interdit", "n'était pas interdit").replace(
        "Sept personnes", "Neuf personnes"
    )
    rows = [
        line.rstrip("\n").split("\t") for line in change_lines(find_reuse([DOCS[0], doc("d", other)], {}))
    ]
    assert [(r[6], r[7], r[8]) for r in rows] == [
        ("figure", "Sept", "Neuf"),
        ("polarity", "était", "n'était pas"),
    ]
    assert [DISPATCH[int(r[1]) : int(r[2])] for r in rows] == ["Sept", "était"]


def test_a_sentence_left_out_has_no_place_on_the_other_side():
    """What one side leaves out is an omission whose other side is empty."""
    short = DISPATCH[: DISPATCH.index(" Deux")] + DISPATCH[DISPATCH.index(" L'ouvrage") :]
    (line,) = change_lines(find_reuse([DOCS[0], doc("d", short)], {}))
    cells = line.rstrip("\n").split("\t")
    assert (cells[4], cells[5], cells[6], cells[8]) == ("", "", "omission", "")
    assert cells[7].startswith("Deux camions vides")
