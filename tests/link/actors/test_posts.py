"""Who heads or speaks for an organisation is one actor with it, where a text says so."""

from __future__ import annotations

import pytest

from selon.link.actors.actors import find_actors
from selon.model.statement import SourceKind
from tests.link.story import Story


def actors(text: str, other: str, lang: str, person: str, body: str) -> int:
    story = Story()
    story.doc("d0", text, "Outlet 0", lang=lang).doc("d1", other, "Outlet 1", lang=lang)
    story.said("d0", text.split(", ")[0].rstrip("."), person, SourceKind.named_person)
    story.said("d1", other.split(", ")[0].rstrip("."), body, SourceKind.organisation)
    return len(find_actors(list(story.docs.values()), story.statements).actors)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The pier is safe, said Lowell Grain Trust chairman Ada Pellworth.", "en"),
        ("The pier is safe, said Ada Pellworth, chief executive of the Lowell Grain Trust.", "en"),
        ("The pier is safe, said Lowell Grain Trust’s boss Ada Pellworth.", "en"),
        ("Le quai est sûr, selon la présidente du Lowell Grain Trust, Ada Pellworth.", "fr"),
        ("Le quai est sûr, selon Ada Pellworth, PDG du Lowell Grain Trust.", "fr"),
    ],
)
def test_a_post_makes_person_and_organisation_one(text: str, lang: str) -> None:
    """The chairwoman and the trust that she heads are one actor (rule 3)."""
    assert (
        actors(text, "The silo burnt, said Lowell Grain Trust.", lang, "Ada Pellworth", "Lowell Grain Trust")
        == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "The pier is safe, said Ada Pellworth, a critic of the Lowell Grain Trust.",
        "The pier is safe, said Ada Pellworth. The chairman of the Lowell Grain Trust was away.",
        "The pier is safe, said Ada Pellworth, chairman of the Cobb Ferry Line.",
    ],
)
def test_without_a_post_they_are_two(text: str) -> None:
    """A critic, a name in the next sentence and the head of another body do not speak for it."""
    assert (
        actors(text, "The silo burnt, said Lowell Grain Trust.", "en", "Ada Pellworth", "Lowell Grain Trust")
        == 2
    )


def test_who_heads_a_body_is_named_by_the_post_alone() -> None:
    """ "La présidente du Pacte fluvial (PF)" is the person whom another text calls so."""
    text = "Le quai est sûr, selon Ada Pellworth. Ada Pellworth, présidente du Pacte fluvial, est venue."
    other = "Le silo a brûlé, selon la présidente du Pacte fluvial (PF, ex Rive)."
    assert actors(text, other, "fr", "Ada Pellworth", "la présidente du Pacte fluvial (PF, ex Rive)") == 1
