"""Names and figures survive translation, whatever the alphabet."""

from __future__ import annotations

from selon.link.reuse.anchors import latin, shares_anchors
from selon.link.reuse.view import view_of
from tests.link.texts import OTHER, doc

FRENCH = (
    "Hier à Morvagne, la maire Odile Tarbeck a compté 1 450 tonnes de laine, contre 380 en 2029, dit-elle."
)
RUSSIAN = "Вчера в городе Морвань мэр Одиль Тарбек насчитала 1450 тонн шерсти против 380 в 2029 году."
ENGLISH = (
    "Yesterday in Morvagne, mayor Odile Tarbeck counted 1,450 tons of wool, against 380 in 2029, she says."
)


def test_alphabets_meet_in_latin_letters():
    """A name in Cyrillic and in Latin letters begins alike."""
    assert latin("тарбек")[:5] == "tarbe"


def test_a_translation_shares_anchors_and_another_subject_does_not():
    """Texts of three languages with the same names and figures are compared, others are not."""
    views = [
        view_of(doc("a", FRENCH)),
        view_of(doc("b", ENGLISH, lang="en")),
        view_of(doc("c", RUSSIAN, lang="ru")),
        view_of(doc("d", OTHER, lang="es")),
    ]
    assert shares_anchors(views) == {(0, 1), (0, 2), (1, 2)}


def test_one_language_is_left_to_the_words():
    """Documents of one language are not compared here."""
    assert shares_anchors([view_of(doc("a", FRENCH)), view_of(doc("b", FRENCH + " Fin."))]) == frozenset()
