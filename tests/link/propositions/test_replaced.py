"""Places that put one thing in the place of another."""

from __future__ import annotations

import pytest

from selon.link.propositions.replaced import replaces, replacing
from tests.link.disputes.test_culprits import places


@pytest.mark.parametrize(
    ("answer", "claim", "lang", "against"),
    [
        ("a flare was fired at a shed, not at Lise Aubray", "a flare was fired at Lise Aubray", "en", True),
        ("a flare was fired at a shed, not at Lise Aubray", "Lise Aubray lives by the port", "en", False),
        ("a flare was fired at a shed, not at Lise Aubray", "no flare was fired at Lise Aubray", "en", False),
        (
            "une fusée a été tirée contre un hangar et non contre Lise Aubray",
            "une fusée a été tirée contre Lise Aubray",
            "fr",
            True,
        ),
        (
            "une fusée a été tirée contre un hangar et non contre Lise Aubray",
            "Lise Aubray vit près du port",
            "fr",
            False,
        ),
    ],
)
def test_who_is_named_is_not_enough(answer: str, claim: str, lang: str, against: bool) -> None:
    """ "Not at Aubray" is no word against all that is told of Aubray, and none against who denies it too."""
    found = places(answer, claim, lang=lang)
    assert replaces(found, replacing(found), 0, 1) is against
