"""Figures among words, in digits and in letters."""

from __future__ import annotations

import pytest

from selon.link.reuse.figures import values


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("vingt et une", "fr", 21),
        ("quatre vingt douze", "fr", 92),
        ("deux mille trois cent", "fr", 2300),
        ("une trentaine", "fr", 30),
        ("twenty one", "en", 21),
        ("one hundred and twenty", "en", 120),
        ("cincuenta y dos", "es", 52),
        ("1.200", "fr", 1200),
        ("3,5", "fr", 3.5),
        ("25 000", "fr", 25000),
        ("2 millions", "fr", 2_000_000),
    ],
)
def test_figures_have_one_value(words, lang, expected):
    """One figure, however it is written, has one value."""
    assert values(words.split(), lang) == (expected,)


def test_an_article_is_no_figure():
    """'un' alone counts nothing."""
    assert values(["un", "navire"], "fr") == ()
