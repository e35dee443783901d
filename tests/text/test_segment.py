"""Sentences and paragraphs keep their places and follow the typography of the press."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.text.segment import paragraphs, sentences


def cut(text, lang="fr"):
    return [s.of(text) for s in sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Le feu a pris. Il est éteint.", ["Le feu a pris.", "Il est éteint."]),
        (
            "« Nous partons ! » a-t-il lancé. Rien d'autre.",
            ["« Nous partons ! » a-t-il lancé.", "Rien d'autre."],
        ),
        ("« C'est fini. » Elle sort.", ["« C'est fini. »", "Elle sort."]),
        ("« C'est fini.\u2009» Elle sort.", ["« C'est fini.\u2009»", "Elle sort."]),
        ("« C'est fini.\u00a0» Elle sort.", ["« C'est fini.\u00a0»", "Elle sort."]),
        ("M. Ormelin et Mme Tardivon parlent.", ["M. Ormelin et Mme Tardivon parlent."]),
        ("J. K. Ormelin écrit.", ["J. K. Ormelin écrit."]),
        ("Il brûle 3.5 ha. Puis rien.", ["Il brûle 3.5 ha.", "Puis rien."]),
        ("Le port ferme.En outre, la rue est close.", ["Le port ferme.", "En outre, la rue est close."]),
        ("Elle attend… puis repart. Fin.", ["Elle attend… puis repart.", "Fin."]),
        ("Voir www.exemple.example pour plus.", ["Voir www.exemple.example pour plus."]),
    ],
)
def test_french_sentences_end_where_a_reader_ends_them(text, pieces):
    """Abbreviations, initials, figures, closing guillemets and lost spaces are read as a reader does."""
    assert cut(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            'Mr. Vane spoke. "I saw it," he said. "Then I left."',
            ["Mr. Vane spoke.", '"I saw it," he said.', '"Then I left."'],
        ),
        ("“Really?” she asked. Yes.", ["“Really?” she asked.", "Yes."]),
        ("The U.N. envoy left.", ["The U.N. envoy left."]),
    ],
)
def test_english_sentences_end_where_a_reader_ends_them(text, pieces):
    """English titles, initials and both kinds of quotation marks are read as a reader does."""
    assert cut(text, "en") == pieces


@given(st.text())
def test_sentences_are_sorted_disjoint_and_lose_no_word(text):
    """Over any Unicode text the sentences are in order and hold every character that is no white space."""
    found = sentences(text, "fr")
    held = set()
    for before, after in zip(found, found[1:], strict=False):
        assert before.end <= after.start
    for span in found:
        held.update(range(span.start, span.end))
    lost = [
        c for i, c in enumerate(text) if i not in held and not c.isspace() and c not in "\u200b\ufeff\x00"
    ]
    assert not lost


@given(st.text())
def test_paragraphs_hold_every_sentence(text):
    """No sentence crosses the end of a paragraph."""
    frames = paragraphs(text)
    for sentence in sentences(text, "en"):
        assert any(f.holds(sentence) for f in frames)


def test_a_text_without_sentence_end_is_cut_at_a_space():
    """A line of 20,000 words gives pieces of bounded length."""
    text = "mot " * 20000
    assert max(len(s) for s in sentences(text, "fr")) <= 4000


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("zh", "桥在夜里塌了。七人受伤！“没有人知道原因。”镇长说。", 4),
        ("ja", "橋が落ちた。原因は不明だ。", 2),
        ("ar", "ماذا حدث؟ انهار الجسر ليلا.", 2),
        ("hi", "पुल टूट गया। सात लोग घायल हुए।", 2),
    ],
)
def test_other_scripts_end_sentences_with_their_own_stops(lang, text, count):
    """Full-width stops need no space after them; Arabic question marks and dandas are stops."""
    assert len(sentences(text, lang)) == count
