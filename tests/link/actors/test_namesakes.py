"""Namesakes: several persons of one last name, and whom each text means by it."""

from __future__ import annotations

import pytest

from selon.link.actors.actors import Cast, find_actors
from selon.link.actors.namesakes import apart
from selon.model.actor import Actor
from selon.model.statement import SourceKind, Statement
from tests.link.story import Story

PERSON = SourceKind.named_person
LEADER = "Hier, Éric Tévenot a parlé. Selon M. Tévenot, le bac est sûr. Éric Tévenot est parti."
ANCESTOR = (
    "Jean-Baptiste Tévenot fonda le port. Selon Tévenot, la digue tiendrait. Jean-Baptiste Tévenot est mort."
)


def told(*extra: str) -> tuple[Story, list[Statement]]:
    """The leader and the ancestor, each in a text of his own, and further texts with one more source each."""
    story = Story()
    story.doc("d0", LEADER, "Le Quai")
    story.doc("d1", ANCESTOR, "La Digue")
    said = [
        story.said("d0", "Hier", "Éric Tévenot", PERSON),
        story.said("d0", "le bac est sûr", "M. Tévenot", PERSON),
        story.said("d1", "fonda le port", "Jean-Baptiste Tévenot", PERSON),
        story.said("d1", "la digue tiendrait", "Tévenot", PERSON),
    ]
    for n, text in enumerate(extra, 2):
        story.doc(f"d{n}", text, f"Outlet {n}")
        said.append(story.said(f"d{n}", text.rsplit(", ", 1)[-1].rstrip("."), "M. Tévenot", PERSON))
    return story, said


def cast(story: Story) -> Cast:
    return find_actors(list(story.docs.values()), story.statements)


def of(found: Cast, said: list[Statement]) -> list[Actor]:
    return [found.by_statement[s.id] for s in said]


def test_a_last_name_alone_is_the_one_whom_its_text_names() -> None:
    """Two who bear one last name stay two; each text means its own by the last name alone."""
    story, said = told("Éric Tévenot est revenu. Selon M. Tévenot, le quai est vide.")
    leader, titled, ancestor, bare, later = of(cast(story), said)
    assert leader == titled == later != ancestor == bare


def test_nobody_is_guessed_where_a_text_names_neither() -> None:
    """A text with the last name alone joins neither; the user is asked."""
    story, said = told("Selon M. Tévenot, le quai est vide.")
    found = cast(story)
    leader, _, ancestor, _, alone = of(found, said)
    assert alone not in (leader, ancestor)
    assert {alone.id} < {i for p in found.proposals for i in (p.a, p.b)}


def test_a_name_printed_once_is_nobody_of_its_own() -> None:
    """A word with a capital before a last name, once, is a slip and divides nobody."""
    story = Story()
    story.doc("d0", LEADER, "Le Quai")
    first = story.said("d0", "le bac est sûr", "M. Tévenot", PERSON)
    full = story.said("d0", "Hier", "Éric Tévenot", PERSON)
    story.doc("d1", "Selon Radical Tévenot, la digue tiendra.", "La Digue")
    story.said("d1", "la digue tiendra", "Radical Tévenot", PERSON)
    found = cast(story)
    assert found.by_statement[first.id] == found.by_statement[full.id]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("eric tevenot", "jean-baptiste tevenot", True),
        ("serguei lavoine", "sergei lavoine", False),
        ("vladimir lavoine", "wladimir lavoine", False),
        ("mel orde", "melvin orde", False),
        ("radical paul orde", "paul orde", False),
        ("orde", "paul orde", False),
        ("paule orde", "marc orde", True),
    ],
)
def test_spellings_of_a_first_name_are_one(one: str, other: str, two: bool) -> None:
    """First names of two alphabets, short forms and names with a word before them are not two persons."""
    assert apart(one.split(), other.split()) is two


def test_a_last_name_alone_may_be_somebody_whom_the_texts_only_name() -> None:
    """A niece who speaks is not the uncle whose full name stands in the text, and who speaks by the last."""
    story = Story().doc(
        "d0", "Philippe Tévenot est là. M. Tévenot a dit oui. Odile Tévenot a dit non.", "Le Quai"
    )
    story.doc("d1", "Philippe Tévenot est parti. Tévenot a dit que tout va.", "La Digue")
    niece = story.said("d0", "non", "Odile Tévenot", PERSON)
    uncle = [
        story.said("d0", "oui", "M. Tévenot", PERSON),
        story.said("d1", "que tout va", "Tévenot", SourceKind.organisation),
    ]
    found = cast(story)
    him, again = (found.by_statement[s.id] for s in uncle)
    assert him != found.by_statement[niece.id] != again
