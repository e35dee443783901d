"""The place that a preposition ties to a figure."""

from __future__ import annotations

import pytest

from selon.link.quantities.sites import site
from selon.model.span import Span


@pytest.mark.parametrize(
    ("text", "figure", "lang", "place"),
    [
        ("Ils étaient 1.500 à Brindelle, 900 à Morvagne.", "1.500", "fr", "brindelle"),
        ("Ils étaient 1.500 à Brindelle, 900 à Morvagne.", "900", "fr", "morvagne"),
        ("À Brindelle, où la pluie tombait, 4.000 personnes ont défilé.", "4.000", "fr", "brindelle"),
        ("A Brindelle, ils étaient 4.000.", "4.000", "fr", "brindelle"),
        ("Some 700 dockers marched in Brindelle on Monday.", "700", "en", "brindelle"),
        ("Some 700 dockers marched in March.", "700", "en", ""),
        ("La grève a réuni 700 dockers.", "700", "fr", ""),
        ("La grève a réuni 700 dockers dont 42 à Brindelle.", "700", "fr", ""),
        ("Some 700 dockers marched including 42 in Brindelle.", "700", "en", ""),
    ],
)
def test_a_figure_has_the_place_behind_it_or_before_it(text: str, figure: str, lang: str, place: str) -> None:
    """The place of a figure stands in its clause, else before it; a month is none, nor that of its part."""
    at = text.index(figure)
    assert site(text, Span(at, at + len(figure)), Span(0, len(text)), lang) == place
