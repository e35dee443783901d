"""Strays: what shares a claim's topic with another origin is a claim of its own."""

from __future__ import annotations

from selon.model.statement import SourceKind
from tests.link.story import Story


def test_two_bodies_that_speak_of_themselves_make_two_claims() -> None:
    """ "It will not replace the pumps" of two firms is two facts, not one fact with two origins."""
    story = Story()
    story.doc(
        "d0", "The Tarn Group said it will not replace the pumps free of charge.", "The Quay", lang="en"
    )
    story.doc("d1", "Orvane Homes said it will not replace the pumps free of charge.", "The Dyke", lang="en")
    story.said("d0", "it will not replace the pumps free of charge", "The Tarn Group")
    story.said("d1", "it will not replace the pumps free of charge", "Orvane Homes")
    assert [c.origin_count for c in story.claims()] == [1, 1]


def test_the_same_words_about_a_third_stay_one_claim() -> None:
    """Two origins that say the same of somebody else are two confirmations of one claim."""
    story = Story()
    for n, source in enumerate(("the Tarn Group", "Orvane Homes")):
        story.doc(f"d{n}", f"The old pumps leak diesel, said {source}.", f"Outlet {n}", lang="en")
        story.said(f"d{n}", "The old pumps leak diesel", source, SourceKind.organisation)
    assert [c.origin_count for c in story.claims()] == [2]
