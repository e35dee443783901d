"""What the count of a claim hangs on is told with both counts, and nothing else is."""

from __future__ import annotations

import msgspec

from selon.model.lineage import Direction
from selon.model.statement import SourceKind
from tests.link.story import Story, ferry

WORDS = "Quatorze passagers ont été blessés"


def told(made: Story) -> list[tuple[str, int, tuple[str, ...]]]:
    found = made.claim("a1", WORDS).alternatives
    return [(s.rule, s.left, s.docs) for s in found if s.rule in ("copy", "undecided")]


def test_a_count_hangs_on_the_copy_without_which_there_were_another_source() -> None:
    """The trimmed copy names the mayor alone: were it no copy, he would count beside the harbour office."""
    made = ferry()
    assert made.claim("a1", WORDS).origin_count == 2
    assert told(made) == [("copy", 3, ("b1", "a1"))]


def test_an_open_direction_is_told_with_the_count_that_a_decision_would_give() -> None:
    """While nothing says which text came first, the mayor counts; decided, he echoes the harbour office."""
    made = ferry()
    made.edges = [msgspec.structs.replace(e, direction=Direction.undecided) for e in made.edges]
    assert made.claim("a1", WORDS).origin_count == 3
    assert told(made) == [("undecided", 2, ("b1", "a1"))]


def test_a_copy_that_changes_nothing_is_not_told() -> None:
    """The outlet's own words would be folded into the same source anyway."""
    made = Story()
    made.doc("a1", f"{WORDS}, affirme Aubin Trellec.", "Le Fanal", day="2024-02-01")
    made.said("a1", WORDS, "Aubin Trellec", SourceKind.named_person)
    made.doc("b1", f"{WORDS}.", "La Balise", day="2024-02-02").said("b1", WORDS)
    assert told(made.copy("b1", "a1", WORDS, WORDS)) == []
