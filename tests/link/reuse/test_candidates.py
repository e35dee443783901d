"""Candidates: no copy is lost, and crowds stay linear."""

from __future__ import annotations

from selon.link.reuse.candidates import candidates
from selon.link.reuse.joining import CROWD
from selon.link.reuse.view import view_of
from selon.link.reuse.weights import weigher
from tests.link.texts import DISPATCH, OTHER, doc


def found(*texts, **more):
    views = [view_of(doc(f"d{n}", t, **more)) for n, t in enumerate(texts)]
    return candidates(views, weigher(views))


def test_a_copied_run_makes_a_candidate():
    """Eight words in a row are enough to be compared."""
    run = " ".join(DISPATCH.split()[10:22])
    assert found(DISPATCH, f"{OTHER} {run}") == [(0, 1)]


def test_nothing_in_common_is_not_compared():
    """Two texts without a common word are never aligned."""
    assert found(DISPATCH, "Zébulon Fargue vend des cerfs-volants.") == []


def test_languages_are_kept_apart():
    """The same words in documents of different languages are no candidates here."""
    views = [view_of(doc("a", DISPATCH)), view_of(doc("b", DISPATCH, lang="en"))]
    assert candidates(views, weigher(views)) == []


def test_a_crowd_is_tied_to_hubs():
    """Many near copies are each tied to some others, but not all with all."""
    size = 3 * CROWD
    pairs = found(*(f"{DISPATCH} Lu {n} fois par {n} marins." for n in range(size)))
    assert {i for pair in pairs for i in pair} == set(range(size))
    assert len(pairs) < size * CROWD / 2
