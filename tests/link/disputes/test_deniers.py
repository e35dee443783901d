"""Who denies what others say of himself."""

from __future__ import annotations

import pytest

from selon.model.statement import Form, SourceKind
from tests.link.story import Story

OF_HER = {
    "fr": "les dockers qui ont bloqué la rade ont répondu dimanche à l'appel de Lise Aubray",
    "en": "the dockers who walked out of the harbour answered on Sunday the call of Lise Aubray",
}
OF_ANOTHER = {
    "fr": "les dockers qui ont bloqué la rade ont répondu dimanche à l'appel de Paul Merle",
    "en": "the dockers who walked out of the harbour answered on Sunday the call of Paul Merle",
}
DENIAL = {"fr": "Je n'ai jamais appelé à bloquer la rade", "en": "I never called to walk out of the harbour"}


def contested(claim: str, denial: str, lang: str, who: str = "Lise Aubray") -> int:
    """How many places dispute what Aubin Trellec says, `who` denying in a text of its own."""
    story = Story()
    for doc, words, speaker in (("x1", claim, "Aubin Trellec"), ("y1", denial, who)):
        story.doc(doc, f"{words}, {speaker}.", f"Outlet {doc}", lang=lang)
        story.said(doc, words, speaker, SourceKind.named_person, form=Form.direct)
    return len(story.claim("x1", claim).disputed_by)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_who_is_named_denies_the_act_in_other_words(lang: str) -> None:
    """When Lise Aubray says so, "I never called for it" contests "the call of Lise Aubray", no other call."""
    assert contested(OF_HER[lang], DENIAL[lang], lang) == 1
    assert contested(OF_ANOTHER[lang], DENIAL[lang], lang) == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_act_alone_is_denied_by_nobody_else(lang: str) -> None:
    """Another person's denial of such an act may be of any."""
    assert contested(OF_HER[lang], DENIAL[lang], lang, "Paul Merle") == 0
