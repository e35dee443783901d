"""When and where a figure holds, and how far it reaches."""

from __future__ import annotations

import pytest

from selon.analyse.quantities import find_quantities
from selon.link.quantities.circumstances import days_of, reach
from selon.model.document import Document
from selon.model.span import Span


@pytest.mark.parametrize(
    ("text", "value", "extent"),
    [
        ("36.000 marcheurs dans le pays et 5.500 dans la capitale.", 5500, "capital"),
        ("Dans la capitale, 412 marcheurs sont partis et 378 marcheurs revenus.", 378, "capital"),
        ("Hier, 4.000 marcheurs sont partis dans les rues de Paris.", 4000, "capital"),
        ("À Brindelle, où la pluie tombait, 4.000 marcheurs sont partis.", 4000, ""),
    ],
)
def test_a_figure_reaches_as_far_as_the_words_nearest_to_it(text: str, value: float, extent: str) -> None:
    """What stands behind it counts first, then its clause, then the place that sets the scene."""
    doc = Document("d", text, "fr")
    (figure,) = (q for q in find_quantities(doc) if q.value == value)
    assert reach(doc, figure, Span(0, len(text))) == extent


def test_the_day_of_a_figure_is_told_by_words_or_by_the_date_of_its_text() -> None:
    """A date in words wins; "the Saturday before" is no day of the text."""
    assert days_of(frozenset({"2/3"}), "2023-05-07") == {62}
    assert days_of(frozenset({"day6"}), "2023-01-31") == {31}
    assert days_of(frozenset({"before", "day6"}), "2023-01-31") == frozenset()
    assert days_of(frozenset(), "2023-01") == frozenset() == days_of(frozenset(), None)
