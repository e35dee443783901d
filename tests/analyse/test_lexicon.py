"""Inflected cue forms."""

from __future__ import annotations

import pytest

from selon.analyse.lexicon import forms, inflect
from selon.languages.pack import table


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("annoncer", "annonça"),
        ("rappeler", "rappelle"),
        ("répéter", "répète"),
        ("exiger", "exigeant"),
        ("dire", "disait"),
        ("nier", "niées"),
    ],
)
def test_french_forms(lemma: str, form: str) -> None:
    """Spelling changes of the first group and the irregular verbs come out as they are written."""
    assert any(form in found for found in inflect("fr", lemma).values())


@pytest.mark.parametrize(
    ("lemma", "form"), [("deny", "denied"), ("say", "said"), ("argue", "arguing"), ("quip", "quipped")]
)
def test_english_forms(lemma: str, form: str) -> None:
    """English endings drop e, change y and double where the pack says so."""
    assert any(form in found for found in inflect("en", lemma).values())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_listed_lemma_has_forms(lang: str) -> None:
    """No lemma of the pack is lost on the way to the form table."""
    known = {entry.word.lemma for entries in forms(lang).values() for entry in entries}
    listed = {lemma for block in table(lang, "cues")["verbs"] for lemma in block["lemmas"]}
    assert listed <= known
