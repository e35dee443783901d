"""The head of state is called president with no word of what."""

from __future__ import annotations

from selon.link.actors.actors import Cast, find_actors
from selon.model.statement import SourceKind
from tests.link.story import Story

CHIEF = "le chef de l'État"


def cast(*texts: str) -> tuple[Cast, list[str]]:
    """The actors of texts in which Ivo Sarre and then the head of state are named as sources."""
    story = Story()
    for n, text in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}")
    ids = [
        story.said("d0", "Le bac est sûr", "Ivo Sarre", SourceKind.named_person).id,
        story.said(f"d{len(texts) - 1}", "Le pont tient", CHIEF, SourceKind.office).id,
    ]
    found = find_actors(list(story.docs.values()), story.statements)
    return found, [found.by_statement[i].id for i in ids]


FIRST = "Le bac est sûr, selon Ivo Sarre. Le président Ivo Sarre est venu."
LAST = f"Le pont tient, selon {CHIEF}."


def test_who_is_president_of_nothing_else_is_the_head_of_state() -> None:
    """Two texts call him president with no more words."""
    _, (person, office) = cast(FIRST, "Le président Sarre a parlé.", LAST)
    assert person == office


def test_one_text_is_not_enough() -> None:
    """A text that speaks of a club may call its president so."""
    _, (person, office) = cast(FIRST, LAST)
    assert person != office


def test_the_president_of_a_club_is_no_head_of_state() -> None:
    """Some text says of what he is the president."""
    club = "Le président du Rugby Club, Ivo Sarre, a parlé. Le président Sarre a souri."
    _, (person, office) = cast(FIRST, club, LAST)
    assert person != office


def test_a_president_abroad_is_not_the_one_at_home() -> None:
    """ "Le président américain X" is of another country, where another is president with no word of which."""
    abroad = "Le bac est sûr, selon Ivo Sarre. Le président américain Ivo Sarre a vu le président Ana Sol."
    story = (
        Story().doc("d0", abroad, "A").doc("d1", "Le quai tient, selon Ana Sol. Le président Sol rit.", "B")
    )
    story.doc("d2", LAST, "C")
    one = story.said("d0", "Le bac est sûr", "Ivo Sarre", SourceKind.named_person).id
    two = story.said("d1", "Le quai tient", "Ana Sol", SourceKind.named_person).id
    office = story.said("d2", "Le pont tient", CHIEF, SourceKind.office).id
    found = find_actors(list(story.docs.values()), story.statements).by_statement
    assert found[office].id == found[two].id != found[one].id


def test_two_presidents_are_told_apart_by_nobody() -> None:
    """Where two persons are called so, the office means neither."""
    other = "Le bac est sûr, selon Ivo Sarre. Le président Ivo Sarre et le président Hugo Clairin sont venus."
    story = Story()
    for n, text in enumerate((other, other, LAST)):
        story.doc(f"d{n}", text, f"Outlet {n}")
    one = story.said("d0", "Le bac est sûr", "Ivo Sarre", SourceKind.named_person).id
    two = story.said("d1", "sont venus", "Hugo Clairin", SourceKind.named_person).id
    office = story.said("d2", "Le pont tient", CHIEF, SourceKind.office).id
    found = find_actors(list(story.docs.values()), story.statements).by_statement
    assert len({found[i].id for i in (one, two, office)}) == 3
