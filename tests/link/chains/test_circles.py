"""Citations that run in circles, and the smallest dossiers: right counts, clear words, no endless chain."""

from __future__ import annotations

import sys

import pytest

from selon.model.claim import LinkHow
from selon.model.statement import SourceKind
from tests.link.story import Story

WORDS = "Le phare sera vendu à Corvalis avant le printemps"
OUTLETS = ("Le Fanal", "La Balise", "La Digue", "Le Quai")


def ring(size: int) -> Story:
    """Each outlet cites the next one, the last one the first."""
    story = Story()
    for n in range(size):
        cited = OUTLETS[(n + 1) % size]
        story.doc(f"x{n}", f"{WORDS}, selon {cited}.", OUTLETS[n])
        story.said(f"x{n}", WORDS, cited, SourceKind.media)
    return story


@pytest.mark.parametrize("size", [2, 3, 4])
def test_outlets_that_cite_each_other_round_have_no_origin(size: int) -> None:
    """Two, three or four in a ring: nobody is the source, and every chain says whom it went through."""
    claim = ring(size).claim("x0", WORDS)
    assert (len(claim.articles), claim.origin_count, claim.circular) == (size, 0, True)
    assert all(chain.origin is None for chain in claim.chains)
    for chain in claim.chains:
        cited = [link.name for link in chain.links if link.how is LinkHow.cites]
        assert sorted(cited) == sorted(OUTLETS[:size])


def test_a_source_outside_the_ring_is_the_only_origin() -> None:
    """Three cite each other, a fourth text names the harbour pilot: one origin, and the ring adds none."""
    story = ring(3)
    story.doc("y1", f"{WORDS}, affirme le pilote Aubin Trellec.", "Le Quai")
    story.said("y1", WORDS, "Aubin Trellec", SourceKind.named_person)
    claim = story.claim("x0", WORDS)
    assert [o.name for o in claim.origins] == ["Aubin Trellec"]
    assert (claim.origin_count, claim.circular) == (1, False)
    assert [s.left for s in claim.steps][-1] == 1


def test_a_way_out_of_the_ring_is_taken() -> None:
    """One outlet of the ring also names the pilot: the others end with him, whom its text names."""
    story = ring(3)
    story.docs["x2"] = story.docs["x2"].__class__(
        "x2", f"{WORDS}, affirme le pilote Aubin Trellec.", "fr", outlet=OUTLETS[2]
    )
    story.statements["x2"].clear()
    story.said("x2", WORDS, "Aubin Trellec", SourceKind.named_person)
    claim = story.claim("x0", WORDS)
    assert [(o.name, len(o.assertions)) for o in claim.origins] == [("Aubin Trellec", 3)]


def test_an_outlet_that_cites_itself_reports_on_its_own() -> None:
    """ "Selon nos informations" under the outlet's own name is its own word: one origin, not on record."""
    story = Story()
    story.doc("x1", f"{WORDS}, selon Le Fanal.", "Le Fanal")
    story.said("x1", WORDS, "Le Fanal", SourceKind.media)
    claim = story.claim("x1", WORDS)
    assert (claim.origin_count, claim.circular) == (1, False)
    assert [(o.name, o.on_record) for o in claim.origins] == [("Le Fanal", False)]


def test_a_dossier_of_one_document_counts_its_sources() -> None:
    """One article, two speakers of one sentence each: each claim has one article and one origin."""
    story = Story()
    story.doc(
        "x1", f"{WORDS}, affirme Lise Aubray. Le bac Estrenne ne part plus, dit Aubin Trellec.", "Le Fanal"
    )
    story.said("x1", WORDS, "Lise Aubray", SourceKind.named_person)
    story.said("x1", "Le bac Estrenne ne part plus", "Aubin Trellec", SourceKind.named_person)
    found = story.claims()
    assert [(c.articles, c.origin_count, c.circular) for c in found] == [(("x1",), 1, False)] * 2
    assert all(c.steps[0].left == c.steps[-1].left == 1 for c in found)


def test_a_long_line_of_copies_is_followed_to_its_end() -> None:
    """Each of 1,500 texts copies the one before: all end where the first does, one origin, no recursion."""
    story, count = Story(), 1500
    assert count > sys.getrecursionlimit()
    story.doc("d0000", f"{WORDS}, affirme Aubin Trellec.", "Le Fanal")
    story.said("d0000", WORDS, "Aubin Trellec", SourceKind.named_person)
    for n in range(1, count):
        story.doc(f"d{n:04}", f"{WORDS}.", f"Outlet {n}")
        story.said(f"d{n:04}", WORDS)
        story.copy(f"d{n:04}", f"d{n - 1:04}", WORDS, WORDS)
    (claim,) = story.claims()
    assert (len(claim.articles), claim.origin_count) == (count, 1)
    assert [o.name for o in claim.origins] == ["Aubin Trellec"]
