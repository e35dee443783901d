"""When two figures are one figure said more or less closely."""

from __future__ import annotations

import pytest

from selon.link.quantities.magnitudes import agree
from selon.model.quantity import Bound, Quantity
from selon.model.span import Span


def figure(value: float, bound: Bound = Bound.exact) -> Quantity:
    return Quantity("d", Span(0, 1), value, bound, "person", "people", None, None)


@pytest.mark.parametrize(
    ("low", "high", "same"),
    [
        (16_000, 16_700, True),
        (16_000, 17_100, False),
        (800, 832, True),
        (800, 890, False),
        (870, 879, True),
        (1_000, 1_063, True),
        (1_000, 1_130, False),
        (500, 530, False),
    ],
)
def test_a_bound_from_below_may_be_the_figure_cut_off(low: float, high: float, same: bool) -> None:
    """ "More than 16,000" is 16,700 with its last digits cut off; one digit alone binds less."""
    assert agree(figure(low, Bound.more_than), figure(high)) is same


def test_bounds_that_exclude_each_other_differ() -> None:
    """ "More than 50,000" and "fewer than 50,000" are no one figure, though both say 50,000."""
    more, less = figure(50_000, Bound.more_than), figure(50_000, Bound.less_than)
    assert not agree(more, less)
    assert agree(more, figure(50_000)) and agree(less, figure(50_000, Bound.about))


@pytest.mark.parametrize(
    ("rough", "fine", "same"),
    [(418_000, 418_730, True), (418_000, 419_100, False), (41_000, 41_730, False), (417_000, 418_730, False)],
)
def test_a_figure_with_three_digits_may_be_cut_off(rough: float, fine: float, same: bool) -> None:
    """418,000 is 418,730 with its last digits left out; two digits say too little."""
    assert agree(figure(rough), figure(fine)) is same
