"""Sources named side by side are two origins of one place."""

from __future__ import annotations

import pytest

from selon.link.actors.coordination import coordinated
from selon.model.statement import SourceKind
from tests.link.story import Story

WORDS = "Le barrage de Sourdelle menace de céder"


def test_two_persons_named_side_by_side_are_two_origins_of_one_place() -> None:
    """ "X and Y fear that …": the place stands under both, each with a chain of its own."""
    pair = "Odile Pernavant et Tancrède Villaudin"
    story = Story().doc("x1", f"{WORDS}, préviennent {pair}.", "Le Quai")
    story.said("x1", WORDS, pair, SourceKind.named_person)
    claim = story.claim("x1", WORDS)
    assert len(claim.assertions) == 1
    assert [o.name for o in claim.origins] == ["Odile Pernavant", "Tancrède Villaudin"]
    assert [(c.assertion, c.links[-1].name) for c in claim.chains] == [(0, o.name) for o in claim.origins]
    assert claim.steps[-1].left == 2


def test_one_of_two_who_also_speaks_alone_is_counted_once() -> None:
    """Another text that has one of the pair adds no origin."""
    pair = "Odile Pernavant et Tancrède Villaudin"
    story = Story().doc("x1", f"{WORDS}, préviennent {pair}.", "Le Quai")
    story.said("x1", WORDS, pair, SourceKind.named_person)
    story.doc("y1", f"{WORDS}, selon Tancrède Villaudin.", "La Digue")
    story.said("y1", WORDS, "Tancrède Villaudin", SourceKind.named_person)
    assert story.claim("y1", WORDS).origin_count == 2


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Odile Pernavant (RPB) et Tancrède Villaudin (PLO)", 2),
        ("M. Villaudin et Mme Pernavant", 2),
        ("Moscou et Damas", 2),
        ("le maire d'Ouvrelac et la préfète de l'Orvanche", 2),
        ("le ministre de l'Economie et des Finances", 0),
        ("la maire et ancienne ministre Odile Pernavant", 0),
        ("la police et des témoins", 0),
        ("Odile Pernavant et son frère", 0),
    ],
)
def test_only_what_stands_alone_is_a_source_of_its_own(words: str, count: int) -> None:
    """Two posts of one person, two fields of one ministry, and somebody who is not named are no pair."""
    assert len(coordinated(words, "fr")) == count


def test_two_posts_behind_a_name_are_one_person() -> None:
    """A prize that is named after somebody does not speak beside its president."""
    assert coordinated("Odile Pernavant, poète et présidente du Prix Ivo Sarre", "fr") == ()
    assert len(coordinated("Odile Pernavant, poète, et Ivo Sarre", "fr")) == 2
