"""When two figures are one figure said more or less closely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.link.quantities.magnitudes import agree, plain
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


@pytest.mark.parametrize(
    ("rough", "fine", "same"), [(23, 22.8, True), (22, 22.8, False), (3, 2.8, False), (22.7, 22.8, False)]
)
def test_a_figure_of_two_digits_may_leave_out_what_follows_its_comma(
    rough: float, fine: float, same: bool
) -> None:
    """23 % is 22.8 % told less closely; with one digit the rest is too much of it."""
    assert agree(figure(rough), figure(fine)) is same
    assert agree(figure(fine), figure(rough)) is same


def test_two_bounds_may_keep_each_other() -> None:
    """ "More than 150" and "nearly 160" may be one figure, as they are not of 190."""
    more = figure(150, Bound.more_than)
    assert agree(more, figure(160, Bound.about)) and not agree(more, figure(190, Bound.about))
    assert not agree(more, figure(160))


@given(st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_plain_figures_agree_only_where_they_are_equal(one: int, other: int) -> None:
    both = [figure(float(value)) for value in (one, other)]
    if all(map(plain, both)):
        assert agree(*both) == (one == other)


def test_what_is_rounded_or_bounded_is_not_plain() -> None:
    assert plain(figure(1310.0))
    assert not plain(figure(1300.0))
    assert not plain(figure(1310.0, Bound.about))
    assert not plain(figure(22.8))
