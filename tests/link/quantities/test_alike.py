"""Figures that agree are found among those of about their size, and none is missed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.link.quantities import magnitudes
from selon.link.quantities.alike import Figures
from selon.link.quantities.magnitudes import agree
from selon.model.quantity import Bound, Quantity
from selon.model.span import Span

VALUES = st.sampled_from([0.0, 1.0, 2.0, 9.0, 10.0, 12.0, 13.0, 97.0, 100.0, 1e3, 1_080.0, 1_100.0])
LARGE = st.sampled_from([13_900.0, 14_000.0, 1.2e6, 1.29e6, 4.4e7, 4.48e7])


@st.composite
def quantities(draw: st.DrawFn) -> list[Quantity]:
    """Figures with bounds of all kinds, one after the other in a text."""
    out = []
    for n in range(draw(st.integers(0, 9))):
        value, bound = draw(VALUES | LARGE), draw(st.sampled_from(Bound))
        upper = value + 5 if bound is Bound.between else None
        words = draw(st.sampled_from([None, "about", "une dizaine"]))
        out.append(Quantity("d", Span(n, n + 1), value, bound, "person", "", upper, words))
    return out


@given(quantities())
def test_all_that_agree_are_found_in_order(found: list[Quantity]) -> None:
    """The answer for each figure is that of a look at all."""
    readings = [SimpleNamespace(quantity=q) for q in found]
    figures = Figures(readings)  # type: ignore[arg-type]
    for one in found:
        assert figures.agreeing(one) == [r for r in readings if agree(r.quantity, one)]


@given(quantities())
def test_no_figures_that_agree_are_far_apart(found: list[Quantity]) -> None:
    """What is told apart by its size alone would not agree if all else were asked."""
    quick = [[agree(one, other) for other in found] for one in found]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(magnitudes, "ORDER", float("inf"))
        assert quick == [[agree(one, other) for other in found] for one in found]
