"""Quotations by their marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analyse.quotes import find_quotes


def inner(text: str, lang: str = "fr") -> list[str]:
    return [q.inner.of(text).strip(" \u00a0") for q in find_quotes(text, lang)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il a parlé de « paix » et de “guerre”.", ["paix", "guerre"]),
        ('Elle dit "oui" puis "non".', ["oui", "non"]),
        ("Mr. Lowe said ''we will see'' twice.", ["we will see"]),
        ("L’élu n’a pas répondu.", []),
        ("« Il m’a dit “non” », raconte-t-elle.", ["Il m’a dit “non”", "non"]),
        ("« Un début.\nUne fin », dit-il.", ["Un début.\nUne fin"]),
        ("Un prix de 12\" et rien d'autre.", []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    """Marks of all kinds pair up; apostrophes and inch signs never do."""
    assert inner(text) == found


def test_opening_mark_repeated_by_paragraph() -> None:
    """A guillemet repeated at the start of each paragraph carries one quotation on."""
    text = "« Premier point.\n« Second point. », a dit la maire."
    assert inner(text)[0].startswith("Premier") and inner(text)[0].endswith("Second point.")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="«»“”\"'’‘ ab.\n>—", max_size=60), st.sampled_from(["fr", "en", "es"]))
def test_spans_are_inside(text: str, lang: str) -> None:
    """Whatever the marks, every quotation lies in the text and holds its inner words."""
    for quote in find_quotes(text, lang):
        assert quote.span.end <= len(text)
        assert quote.span.holds(quote.inner)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'Mrs Hale said: "I promised homes.\nThat means more of them.\nRough sleeping goes on."\nNo.',
            ["I promised homes.\nThat means more of them.\nRough sleeping goes on."],
        ),
        ('"We are ready," said Lowe. "We have planned this.', ["We are ready,", "We have planned this"]),
        ('He kept "work-related\u201d mails.\nShe kept "one" box.', ["one"]),
        (
            "Siva said: 'Our findings show more don't mean less.\n'The hairs have nerves and long ends.'",
            ["Our findings show more don't mean less.", "The hairs have nerves and long ends."],
        ),
        ("The drivers' union read 'Coal Isn't the Villain.' in the hall.", []),
    ],
)
def test_marks_that_are_left_open_or_single(text: str, found: list[str]) -> None:
    """A straight mark ends where the next one leans on a word; single marks quote a sentence at least."""
    assert inner(text, "en") == found
