"""What a denial and a place must have in common beside likeness."""

from __future__ import annotations

import pytest

from selon.link.propositions.agreement import agreement
from tests.link.disputes.test_culprits import places


@pytest.mark.parametrize(
    ("denial", "claim", "common"),
    [
        ("le suspect n'était pas à son domicile", "trois suspects de vingt ans", False),
        ("aucune arme ne sert plus", "l'usage de cette arme", False),
        ("aucun suspect n'est identifié", "deux suspects sont identifiés", True),
        ("aucune corruption n'a été vue", "le maire serait corrompu", True),
    ],
)
def test_who_or_what_is_spoken_of_is_not_what_is_said_of_it(denial: str, claim: str, common: bool) -> None:
    """A suspect or a weapon alone is no common concept: a denial may deny anything of it."""
    about = agreement(places(denial, claim, lang="fr"))
    assert about.conceived(0, 1) is common
    assert any(0 in told and 1 in said for told, said in about.of_one_mind([0], [1])) is common
