"""Traces of translation: exact places, the language that explains them, and silence on plain texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.analyse.artefacts import find_artefacts
from selon.model.artefact import ArtefactKind as K
from selon.model.document import Document, Part, PartKind
from selon.model.span import Span


def traces(text: str, lang: str = "fr"):
    return [(a.kind, a.words, a.suggests) for a in find_artefacts(Document(id="d", text=text, lang=lang))]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Le convoi a quitté la ville D'Orvelle à l'aube.", "fr", [(K.capital, "D'Orvelle", ())]),
        ("Le maire a condamné l’Attaque du dépôt.", "fr", [(K.capital, "l’Attaque", ())]),
        ("Il parle d'actions illicites et illicites.", "fr", [(K.doubled, "illicites et illicites", ())]),
        ("They called it a winding and winding road.", "en", [(K.doubled, "winding and winding", ())]),
        ("Le porte-parole Igor Sacharow a démenti.", "fr", [(K.transliteration, "Sacharow", ("de",))]),
        ("El portavoz Igor Zhukov lo negó.", "es", []),
        ("Le colonel Oleg Jarkov et le colonel Schukow.", "fr", [
            (K.transliteration, "Jarkov", ("es",)), (K.transliteration, "Schukow", ("de",))]),
        ("Le pont, which have cédé, sera refait.", "fr", [(K.untranslated, "which have", ("en",))]),
        ("The mayor said a departure of fire was seen.", "en", [(K.calque, "a departure of fire", ("fr",))]),
        ("Selon la partie ukrainienne, rien.", "fr", [(K.calque, "la partie ukrainienne", ("ru",))]),
        ("The fire covered 3,5 hectares of quay.", "en", [
            (K.typography, "3,5", ("de", "es", "fr", "it", "pt", "ru"))]),
        ("Voir https://exemple.test/a?languageId=en_GB pour le texte.", "fr", [
            (K.address, "languageId=en_GB", ("en",))]),
    ],
)  # fmt: skip
def test_a_trace_is_found_with_its_words_and_what_explains_it(text, lang, found):
    """Each kind of trace has its words and the languages that would explain it, none where all would."""
    assert traces(text, lang) == found


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("L'Union a salué l'accord. D'Orvelle, le maire a appelé au calme.", "fr"),
        ("Le quotidien L'Écho d'Orvelle et l'Avocat général Jean D'Ormes ont répondu.", "fr"),
        ("Il l'a dit encore et encore, telle ou telle raison n'y changeant rien.", "fr"),
        ("They came again and again, for the person or persons responsible, sweeter and sweeter.", "en"),
        ("Le colonel Joukov et Maria Zakharova ont signé l’accord à Kharkov.", "fr"),
        ("Le slogan « they were with the people » est resté.", "fr"),
        ("Its titles (les contes dans une nuit) sold 1,500 copies and 12,000 more.", "en"),
        ("Voir https://exemple.test/a?lang=fr pour le texte.", "fr"),
        ("ein Satz von Schukow", "xx"),
        ("", "fr"),
    ],
)
def test_what_a_writer_of_the_language_would_write_is_no_trace(text, lang):
    """Names, titles, idioms, quotations and glosses leave no trace; nor does a language without rules."""
    assert traces(text, lang) == []


def test_furniture_holds_no_trace():
    """What a page carries around its text is not read."""
    text = "Le maire a parlé.\nà propos D'Orvelle"
    part = Part(PartKind.promo, Span(18, len(text)), "test")
    assert find_artefacts(Document(id="d", text=text, lang="fr", parts=(part,))) == ()


@given(st.text(alphabet=st.sampled_from("abcdDIL'’ «»„“,.0123éЗ\n&?=/:htps"), max_size=200))
def test_places_are_exact_and_in_order(text):
    """Over any text the words are those at the span, and traces come by place."""
    for lang in ("fr", "en", "es"):
        found = find_artefacts(Document(id="d", text=text, lang=lang))
        assert [a.words for a in found] == [a.span.of(text) for a in found]
        assert [a.span for a in found] == sorted(a.span for a in found)
