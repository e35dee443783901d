"""Which pairs of figures are told: the steps of a count, and one of each difference."""

from __future__ import annotations

from selon.link.quantities.comparing import Values, key_of
from selon.link.quantities.pairs import Pair
from selon.link.quantities.readings import Reading, bare, readings
from selon.link.quantities.steps import rounded_together, with_steps
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


def test_a_difference_told_in_rounded_figures_is_told_once() -> None:
    """Some 1,800 against 1,000 is 1,796 against 1,000: it stands under the figures that come first in
    rank, and a third difference stays apart."""
    exact, low = read("La police du port a procédé à {} interpellations.", 1796, 1000)
    (rough,) = read("La police du port a procédé à environ {} interpellations.", 1800)
    (other,) = read("La police du port a procédé à {} interpellations.", 400)
    pairs = {**pair(exact, low), **pair(rough, low), **pair(low, other)}
    told = rounded_together(pairs)
    assert {key[1:]: len(many) for key, many in told.items()} == {(1000, 1796): 2, (400, 1000): 1}
