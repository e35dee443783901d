"""Words: letters with the signs that belong to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.text.tokens import forms, words


@pytest.mark.parametrize(
    ("text", "count"),
    [("हिन्दी में", 2), ("เชียงใหม่ 5", 2), ("e\u0301te\u0301 venu", 2), ("l'été 12,5", 3)],
)
def test_a_sign_on_a_letter_does_not_end_the_word(text, count):
    """Vowel signs of Hindi and Thai and accents of their own stay inside the word."""
    assert len(words(text)) == count


@given(st.text(max_size=80))
def test_forms_are_the_words_without_their_places(text):
    """The short way gives the same words in the same order."""
    assert forms(text) == [t.form for t in words(text)]
