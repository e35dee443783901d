"""What the count of a claim hangs on is told with both counts, and nothing else is."""

from __future__ import annotations

import msgspec

from selon.model.lineage import Direction
from selon.model.statement import SourceKind
from tests.link.story import Story

WORDS = "Le bac Estrenne sera vendu avant le printemps"


def story(named: str | None = None) -> Story:
    """A paper quotes the harbour master; another prints the same words, `named` or in its own voice."""
    made = Story()
    made.doc("a1", f"{WORDS}, affirme Aubin Trellec.", "Le Fanal", day="2024-02-01")
    made.said("a1", WORDS, "Aubin Trellec", SourceKind.named_person)
    made.doc("b1", f"{WORDS}, assure {named}." if named else f"{WORDS}.", "La Balise", day="2024-02-02")
    made.said("b1", WORDS, named, SourceKind.named_person)
    return made


def told(made: Story) -> list[tuple[str, int, tuple[str, ...]]]:
    found = made.claim("a1", WORDS).alternatives
    return [(s.rule, s.left, s.docs) for s in found if s.rule in ("copy", "undecided")]


def test_a_count_hangs_on_the_copy_without_which_there_were_a_second_source() -> None:
    """Were the second text no copy, the person whom it names would be an origin of her own."""
    made = story("Lise Aubray").copy("b1", "a1", WORDS, WORDS)
    assert made.claim("a1", WORDS).origin_count == 1
    assert told(made) == [("copy", 2, ("b1", "a1"))]


def test_a_copy_that_changes_nothing_is_not_told() -> None:
    """The outlet's own words would be folded into the same source anyway."""
    assert told(story().copy("b1", "a1", WORDS, WORDS)) == []


def test_an_open_direction_is_told_with_the_count_that_a_decision_would_give() -> None:
    """Two persons count as two; were one text a copy of the other, one would be left."""
    made = story("Lise Aubray").copy("b1", "a1", WORDS, WORDS)
    made.edges = [msgspec.structs.replace(e, direction=Direction.undecided) for e in made.edges]
    assert made.claim("a1", WORDS).origin_count == 2
    assert told(made) == [("undecided", 1, ("a1", "b1"))]
