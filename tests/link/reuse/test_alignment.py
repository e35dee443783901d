"""Seeds and runs of sentences."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.reuse.alignment import GAP, chains, seeds
from selon.link.reuse.view import view_of
from selon.link.reuse.weights import weigher
from selon.model.document import PartKind
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc, with_part


def runs(one, other):
    a, b = view_of(one), view_of(other)
    return chains(seeds(a, b, weigher([a, b])), a, b)


def test_sentences_in_order_make_one_run():
    """A whole copy is one run of all its sentences."""
    (run,) = runs(doc("a", DISPATCH), doc("b", DISPATCH))
    assert [(s.i, s.j) for s in run] == [(n, n) for n in range(len(SENTENCES))]


def test_a_few_sentences_may_stand_between():
    """One inserted sentence does not tear a run apart, a whole article does."""
    others = [s + "." for s in OTHER.rstrip(".").split(". ")]
    near = " ".join((*SENTENCES[:3], others[0], *SENTENCES[3:]))
    far = " ".join((*SENTENCES[:3], *others, *SENTENCES[3:]))
    assert len(runs(doc("a", DISPATCH), doc("b", near))) == 1
    assert len(others) > GAP and len(runs(doc("a", DISPATCH), doc("b", far))) == 2


def test_a_run_does_not_cross_furniture():
    """A consent notice between two halves makes two runs."""
    text = " ".join(SENTENCES[:3]) + "\nAcceptez nos traceurs.\n" + " ".join(SENTENCES[3:])
    marked = with_part(doc("b", text), PartKind.boilerplate, "Acceptez nos traceurs.")
    assert len(runs(doc("a", DISPATCH), doc("b", text))) == 1
    assert len(runs(doc("a", DISPATCH), marked)) == 2


pieces = st.lists(st.sampled_from(SENTENCES), max_size=12)


@given(pieces, pieces)
@settings(max_examples=40)
def test_no_sentence_belongs_to_two_runs(one, other):
    """Runs are disjoint on both sides, and go forward on both."""
    found = runs(doc("a", " ".join(one)), doc("b", " ".join(other)))
    for side in ("i", "j"):
        used = [getattr(s, side) for run in found for s in run]
        hulls = [set(range(getattr(r[0], side), getattr(r[-1], side) + 1)) for r in found]
        assert all(x.isdisjoint(y) for n, x in enumerate(hulls) for y in hulls[n + 1 :])
        assert all(getattr(r[0], side) <= getattr(r[-1], side) for r in found) and len(used) >= len(found)
