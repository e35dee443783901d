"""Which pairs of figures are told: the steps of a count, and one of each difference."""

from __future__ import annotations

from selon.link.quantities.comparing import Values, key_of
from selon.link.quantities.pairs import Pair
from selon.link.quantities.readings import Reading, bare, readings
from selon.link.quantities.steps import with_steps
from tests.link.story import Story


def read(text: str, *figures: int) -> list[Reading]:
    """One reading for each figure, each in a text of its own."""
    story = Story()
    for n, figure in enumerate(figures):
        story.doc(f"d{n}", text.format(figure), f"Outlet {n}")
    return readings(bare(list(story.docs.values()), story.quantities()))


def pair(one: Reading, other: Reading) -> dict[Values, list[Pair]]:
    """Two readings that stand in wordings alike."""
    return {key_of(one, other): [(0.9, one, other)]}


def test_two_steps_of_a_toll_that_a_third_figure_joins_are_a_step() -> None:
    """224 and 263 arrests that both differ from 287 differ from each other, whatever the words."""
    low, middle, high = read("La police du port a procédé à {} interpellations.", 224, 263, 287)
    made = with_steps(pair(low, high) | pair(middle, high), set())
    assert set(made) == {("arrest", 224, 287), ("arrest", 263, 287), ("arrest", 224, 263)}


def test_only_tolls_grow() -> None:
    """Tonnes of salt are no toll: two that differ from a third may be of other things."""
    low, middle, high = read("Le port a vendu {} tonnes de sel.", 224, 263, 287)
    assert len(with_steps(pair(low, high) | pair(middle, high), set())) == 2
