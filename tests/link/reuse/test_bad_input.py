"""Reuse on what crawls bring: nothing, the same again, one text in all others, furniture and no more."""

from __future__ import annotations

import time

import pytest

from selon.link.lineage.lineage import find_lineage
from selon.link.reuse.candidates import HUBS, candidates, fingerprints
from selon.link.reuse.joining import CROWD, tied
from selon.link.reuse.pairs import components, make_clusters, make_pairs
from selon.link.reuse.reuse import find_reuse
from selon.link.reuse.view import view_of
from selon.link.reuse.weights import weigher
from selon.model.document import Part, PartKind
from selon.model.passage import ReuseKind
from selon.model.span import Span
from selon.text.shingles import word_hash
from selon.text.tokens import forms
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc

NOTICE = "Ce site mesure son audience avec des témoins de connexion que chaque lecteur peut refuser ici. " * 6


def linked(docs):
    found = find_reuse(docs, {})
    return found, make_pairs(docs, found), find_lineage(docs, found)


def test_nothing_is_linked_with_nothing():
    """No documents, one document, and empty ones give no passage, pair or edge."""
    blank = [doc(f"e{n}", text) for n, text in enumerate(["", " ", "\n\n", "\x00", "…", "« »", "\u2028"])]
    for docs in ([], [doc("a", DISPATCH)], blank, [*blank, doc("a", DISPATCH)]):
        assert linked(docs) == ((), (), ())
    assert candidates([], weigher([])) == []


def test_an_empty_text_among_copies_changes_nothing():
    """Copies are found as if the empty documents between them were not there."""
    copies = [doc("a", DISPATCH), doc("m", DISPATCH.replace("Sept", "Neuf"))]
    blank = [doc("b", ""), doc("z", "\n")]
    assert linked([*copies, *blank])[:2] == linked(copies)[:2]


def test_identical_documents_are_one_cluster_without_direction():
    """The same text five times is five verbatim copies; nothing tells which was first."""
    docs = [doc(f"d{n}", DISPATCH) for n in range(5)]
    _, pairs, edges = linked(docs)
    assert len(pairs) == 10 and {p.kind for p in pairs} == {ReuseKind.verbatim}
    assert set(make_clusters(docs, pairs).values()) == {"d0"}
    assert all(e.direction.value == "undecided" for e in edges)


def test_a_document_inside_many_others_pairs_with_each_and_they_with_each_other_in_it_only():
    """A dispatch printed whole in other pages is found in each of them, at its place."""
    pages = [doc(f"p{n}", f"{line}\n\n{DISPATCH}\n\n{OTHER}") for n, line in enumerate(SENTENCES[:2])]
    found, pairs, _ = linked([doc("a", DISPATCH), *pages])
    inside = [p for p in found if p.a == "a"]
    assert {p.b for p in inside} == {"p0", "p1"}
    assert all(len(p.a_span) >= 0.97 * len(DISPATCH) for p in inside)
    assert {(p.a, p.b) for p in pairs} == {("a", "p0"), ("a", "p1"), ("p0", "p1")}


@pytest.mark.parametrize("kind", [PartKind.boilerplate, PartKind.promo])
def test_pages_that_are_all_furniture_share_nothing(kind):
    """Pages whose every part is furniture are no copies of each other."""
    parts = (Part(kind, Span(0, len(NOTICE)), "test"),)
    assert linked([doc(f"d{n}", NOTICE, parts=parts) for n in range(6)]) == ((), (), ())


def test_half_a_megabyte_in_two_copies_is_quick():
    """Two long copies and a short one in them cost seconds, and every place is right."""
    lines = [f"La plaque {n * 7919} du chemin {n * 104729} nomme la famille Lorvan{n}." for n in range(4000)]
    whole, part = "\n".join(lines), "\n".join(lines[1000:1010])
    start = time.process_time()
    found = find_reuse([doc("a", whole), doc("b", whole), doc("c", part)], {})
    assert time.process_time() - start < 60
    assert {(p.a, p.b) for p in found} == {("a", "b"), ("a", "c"), ("b", "c")}
    assert all(whole[p.a_span.start : p.a_span.end] == part.rstrip(".") for p in found if p.b == "c")


def test_reprints_are_neither_lost_nor_compared_all_with_all():
    """Of 500 reprints with a line of their own each is tied to a few; together they stay one family."""
    views = [view_of(doc(f"d{n:03}", f"{DISPATCH} Vu {n} fois par {n} marins.")) for n in range(500)]
    pairs = candidates(views, weigher(views))
    assert len(pairs) <= (HUBS + CROWD) * len(views)
    names = [v.doc.id for v in views]
    ties = [(names[a], names[b]) for a, b in pairs]
    assert set(components(names, ties).values()) == {"d000"}


def test_the_time_of_fingerprints_grows_with_the_number_of_texts():
    """Four times the texts cost about four times as much, a quarter of them being one text."""

    def spent(count):
        rare = [f"Borne {n} du canal {n * 7919} près de Lorvan{n} {OTHER[n % 60 :]}" for n in range(count)]
        texts = [forms(DISPATCH if n % 4 == 0 else text) for n, text in enumerate(rare)]
        ids = [list(map(word_hash, found)) for found in texts]
        start = time.process_time()
        tied(fingerprints(ids, ["fr"] * count), enough=2, hubs=HUBS)
        return time.process_time() - start

    spent(100)
    assert any(spent(4000) < 8 * spent(1000) + 0.1 for _ in range(5))  # a busy machine may slow one try
