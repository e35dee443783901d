"""A second source for what was just said, on invented sentences."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.analyse.voice import outlet_voice
from selon.model.document import Document
from selon.model.span import words_of
from selon.model.statement import Form
from tests.analyse.test_statements import triples

SECOND = [
    (
        "fr",
        "Le port rouvrira lundi, une information confirmée par deux armateurs.",
        ("deux armateurs", "confirmée", "Le port rouvrira lundi"),
    ),
    (
        "fr",
        "L'usine fermera en mai, ce que la direction a confirmé lundi.",
        ("la direction", "confirmé", "L'usine fermera en mai"),
    ),
    (
        "fr",
        "Le maire a dit que le pont était fermé. La préfecture a confirmé cette information.",
        ("La préfecture", "confirmé", "que le pont était fermé"),
    ),
    (
        "en",
        "The plant will close in May, a claim echoed by the union.",
        ("the union", "echoed", "The plant will close in May"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SECOND)
def test_what_is_taken_up_is_the_content(lang: str, text: str, expected: tuple[str, str, str]) -> None:
    """Who confirms "this" asserts what stands before, in its own words."""
    assert expected in triples(text, lang)


NONE = [
    "L'usine fermera en mai, ce que la direction n'a pas confirmé.",
    "L'usine fermera en mai, ce qui n'est pas confirmé par les images.",
    "Le pont est fermé. Le conseil l'a confirmé dans ses fonctions.",
    "Le pont est-il fermé ? La préfecture l'a confirmé.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_confirmed_has_no_second_source(text: str) -> None:
    """A refusal confirms nothing; nor does an office confirmed, or a question before."""
    assert triples(text) == set()


def test_a_sentence_of_its_own_takes_up_nothing_inside_itself() -> None:
    """With nothing said before it, "the report was confirmed" has only its noun."""
    text = "Donnée lundi soir, l'information a été confirmée par la préfecture."
    assert triples(text) == {("la préfecture", "confirmée", "l'information")}


def test_a_second_source_reports_in_other_words() -> None:
    """Whoever confirms a quotation has not said its words: the form is indirect."""
    doc = Document(
        "d", "« Le pont est fermé depuis lundi », a dit Ana Sol, ce qu'a confirmé la préfecture.", "fr"
    )
    forms = {words_of(doc.text, s.source): s.form for s in find_statements(doc)}
    assert forms == {"Ana Sol": Form.direct, "la préfecture": Form.indirect}


def test_the_outlet_still_says_what_somebody_confirms() -> None:
    """The words before ", which X confirmed" are the outlet's own as well; "this was confirmed" is not."""
    first = "L'usine de Sourdelle fermera en mai, ce qu'a confirmé la direction."
    text = f"{first} L'information a été confirmée par le maire."
    doc = Document("d", text, "fr")
    voices = outlet_voice(doc, find_statements(doc))
    assert [words_of(text, v.content) for v in voices] == ["L'usine de Sourdelle fermera en mai"]
