"""What places speak of in whatever words, and when a denial is of it."""

from __future__ import annotations

import pytest

from selon.languages import pack
from selon.link.propositions.concepts import spoken, spoken_of_self
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
    found = places(denial, claim, lang="fr")
    assert spoken(found).denied(0, 1) is common
    assert any(0 in told and 1 in said for told, said in spoken(found).meeting([0], [1])) is common


def test_a_denial_is_measured_by_its_own_clause() -> None:
    """Who denies a thing of himself speaks no less of it for what he says in a clause beside it."""
    denial = "je n'ai pas menti lundi lorsque je vous ai parlé du registre des quais et du carnet de la vigie"
    found = places(denial, "le maire a menti au conseil", lang="fr")
    assert not spoken(found).denied(0, 1)
    assert spoken_of_self(found).denied(0, 1)


def test_an_act_is_told_only_of_oneself() -> None:
    """A call or a promise is no concept of a place, but what somebody may deny of himself."""
    found = places("aucun appel n'a été lancé", "un appel a été lancé", lang="fr")
    assert not spoken(found).denied(0, 1)
    assert spoken_of_self(found).denied(0, 1)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_is_both_a_concept_and_an_act(lang: str) -> None:
    """Each word is of one list, so that what is said of oneself holds all that anybody may deny."""
    concepts, acts = (
        {w for forms in pack.table(lang, t).values() for w in forms} for t in ("concepts", "acts")
    )
    assert acts
    assert concepts.isdisjoint(acts)
