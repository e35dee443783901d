"""Derived text maps every offset back."""

from hypothesis import given
from hypothesis import strategies as st

from selon.text.normalise import fold, folded
from selon.text.tokens import words


def test_folding_makes_the_typography_of_the_press_plain():
    """Guillemets, curly marks, dashes, special spaces, ligatures and accents become plain."""
    assert fold("« L’Œuvre\u202f» – Été “dit”…") == '" l\'oeuvre " - ete "dit"...'


@given(st.text())
def test_folded_text_equals_fold_and_maps_back(text):
    """`folded` gives the same characters as `fold`, and each comes from the code point it maps to."""
    made = folded(text)
    assert made.text == fold(text)
    assert len(made.starts) == len(made.text)
    for at in range(len(made.text)):
        back = made.back(at, at + 1)
        assert made.text[at] in fold(back.of(text))


@given(st.text(), st.integers(0, 30), st.integers(1, 30))
def test_a_slice_maps_to_words_that_fold_to_it(text, start, length):
    """A slice of derived text maps back to a span whose folding contains the slice."""
    made = folded(text)
    piece = made.text[start : start + length]
    if piece:
        assert piece in fold(made.back(start, start + len(piece)).of(text))


@given(st.text())
def test_words_are_in_order_and_inside_the_text(text):
    """Words never overlap and their forms are the folded words at their places."""
    found = words(text)
    for before, after in zip(found, found[1:], strict=False):
        assert before.span.end <= after.span.start
    assert all(t.form == fold(t.span.of(text)) for t in found)


def test_elided_words_are_words_of_their_own():
    """l'incendie is two words, so that a copy with another apostrophe is the same."""
    assert [t.form for t in words("L’incendie d'hier, 3,5 ha, 8 000 t")] == [
        "l",
        "incendie",
        "d",
        "hier",
        "3,5",
        "ha",
        "8 000",
        "t",
    ]
