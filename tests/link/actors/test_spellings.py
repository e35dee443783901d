"""Names that may be one name spelled twice."""

from __future__ import annotations

import pytest

from selon.link.actors.spellings import spelled_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sacharova", "zakharova"),
        ("villaudin", "villaudain"),
        ("pellworth", "pelworth"),
        ("marchetski", "marchetzki"),
    ],
)
def test_one_name_by_another_ear_or_with_a_slip(one: str, other: str) -> None:
    """Another alphabet's spelling, a doubled letter and one wrong letter leave it one name."""
    assert spelled_alike([other, one]) == [tuple(sorted((one, other)))]


def test_short_names_and_names_that_differ_by_more_are_several() -> None:
    """In a short name one letter is no slip, nor are two letters in a long one."""
    assert not spelled_alike(["morin", "marin"])
    assert not spelled_alike(["villaudin", "vallandin"])
