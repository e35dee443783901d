"""The language of a text is found from its words alone."""

import pytest

from selon.nlp.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Douze personnes ont été blessées dans l'incendie.", "fr"),
        ("Twelve people were injured in the depot fire.", "en"),
        ("Doce personas resultaron heridas en el incendio.", "es"),
        ("Zwölf Menschen wurden bei dem Brand verletzt.", "de"),
        ("В результате пожара пострадали двенадцать человек.", "ru"),
        ("12 345 — 67", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_that_of_the_words(text, code):
    """Five languages, a text of figures and no text at all."""
    assert detect(text) == code
