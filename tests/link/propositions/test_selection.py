"""Which propositions are shown."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from selon.link.propositions.selection import worth_showing
from selon.model.quantity import Bound, Quantity
from selon.model.span import Span
from tests.link.disputes.test_culprits import places


@pytest.mark.parametrize(("unit", "shown"), [("an", False), ("blessé", True)])
def test_the_age_of_a_source_is_no_claim(unit: str, shown: bool) -> None:
    """ "Says Ana Sol, a baker of 24": years that stand beside what she says; other counts are claims."""
    (one,) = places("une boulangère de 24 ans", lang="fr")
    count = Quantity(one.doc, one.span, 24.0, Bound.exact, unit, unit)
    beside = replace(one, figures=(count,), span=Span(one.span.end + 5, one.span.end + 30))
    assert worth_showing([beside], [0]) is shown
