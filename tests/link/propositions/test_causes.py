"""What is said to be the cause, and when two causes are two."""

from __future__ import annotations

import pytest

from selon.link.propositions.causes import causes, two_causes
from tests.link.disputes.test_culprits import places


@pytest.mark.parametrize(
    ("text", "lang", "cause"),
    [
        (
            "Le docker a été blessé à la suite de l'explosion d'une fusée de détresse",
            "fr",
            {"fusee", "detres"},
        ),
        ("La halle est tombée à cause d'une fuite de gaz survenue lundi", "fr", {"fuite", "gaz"}),
        ("La halle est tombée à cause d'une fuite de gaz ou d'une fuite d'eau", "fr", None),
        ("La brûlure « est bien due » à une fuite de gaz", "fr", {"fuite", "gaz"}),
        ("La brûlure du docker résulte d'un mégot", "fr", {"megot"}),
        ("the barn burned because of a gas leak in the cellar", "en", {"gas", "leak"}),
        ("the burn resulted from a cigarette", "en", {"cigare"}),
        ("the barn did not burn because of a gas leak", "en", None),
        ("the barn burned on Saturday", "en", None),
    ],
)
def test_the_cause_is_read_behind_its_word(text: str, lang: str, cause: set[str] | None) -> None:
    """What it is, without how it works, who did it, when and where; a choice or a denial names none."""
    assert causes(places(text, lang=lang)).get(0) == (cause and (lang, cause))


def test_two_causes_share_a_noun_and_each_has_its_own() -> None:
    """A gas leak and a water leak are two; a leak is a gas leak, and a fire may be what a spark set off."""
    given = causes(
        places(
            "the barn fell because of a gas leak",
            "the barn fell because of a water leak",
            "the barn fell because of a leak",
            "the barn fell because of a spark",
        )
    )
    assert two_causes(given[0], given[1])
    assert not any(two_causes(given[0], given[k]) for k in (2, 3))
