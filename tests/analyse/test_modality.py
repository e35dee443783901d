"""Polarity and modality of contents, on invented sentences: the value and the words that show it."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.analyse.voice import outlet_voice
from selon.model.document import Document
from selon.model.span import words_of
from selon.model.statement import Modality, Polarity, Statement

CASES = [
    ("fr", "Le maire a dit que le pont est sûr.", Modality.asserted, ""),
    ("fr", "Le maire a dit que le pont fermera lundi.", Modality.future, "fermera"),
    ("fr", "Le maire a dit que le pont fermerait lundi.", Modality.future, "fermerait"),
    ("fr", "Le maire a dit que le pont va bientôt fermer.", Modality.future, "va bientôt fermer"),
    ("fr", "Le maire a dit que la ville compte fermer le pont.", Modality.future, "compte fermer"),
    ("fr", "Le maire a dit que le compte de la ville est bon.", Modality.asserted, ""),
    ("fr", "Le maire a dit que le pont pourrait céder.", Modality.possible, "pourrait"),
    ("fr", "Le maire a dit que le pont devrait tenir.", Modality.probable, "devrait"),
    ("fr", "Le maire a dit que la ville doit payer.", Modality.obligation, "doit"),
    ("fr", "Le maire a dit que le pont, qui pourrait céder, est fermé.", Modality.asserted, ""),
    ("fr", "Le maire a dit que le pont tiendra si la pluie cesse.", Modality.conditional, "tiendra … si"),
    ("fr", "Le maire considérait que la caméra montrait le pont.", Modality.asserted, ""),
    (
        "fr",
        "« Le pont fermera. La ville doit payer. », a dit le maire Jean Ordas.",
        Modality.future,
        "fermera",
    ),
    ("en", "The mayor said the bridge is safe.", Modality.asserted, ""),
    ("en", "The mayor said the bridge will close.", Modality.future, "will"),
    ("en", "The mayor said the bridge would close.", Modality.future, "would"),
    ("en", "The mayor said the bridge might fall.", Modality.possible, "might"),
    ("en", "The mayor said the bridge closed on May 3.", Modality.asserted, ""),
    ("en", "The mayor said the city must pay.", Modality.obligation, "must"),
    ("en", "The mayor said the bridge will hold if the rain stops.", Modality.conditional, "will … if"),
    ("en", "The mayor said the bridge is likely to hold.", Modality.probable, "likely"),
    ("es", "El alcalde dijo que el puente cerrará el lunes.", Modality.future, "cerrará"),
    ("es", "El alcalde dijo que el puente podría caer.", Modality.possible, "podría"),
]


def _only(text: str, lang: str) -> Statement:
    (found,) = find_statements(Document("d", text, lang))
    return found


@pytest.mark.parametrize(("lang", "text", "modality", "words"), CASES)
def test_modality_is_that_of_the_words(lang: str, text: str, modality: Modality, words: str) -> None:
    """A content is held for a fact unless its own words, outside relative clauses, say otherwise."""
    found = _only(text, lang)
    assert (found.modality, words_of(text, found.modality_words)) == (modality, words)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "Le maire a dit que le pont n'est pas sûr.", "pas"),
        ("fr", "Le maire a dit que le pont n'est pas seulement vieux.", ""),
        ("fr", "Le maire a dit que ceux qui ne sont pas venus ont tort.", ""),
        ("en", "The mayor said the bridge is not safe.", "not"),
        ("en", "The mayor said the bridge is safe.", ""),
        ("es", "El alcalde dijo que el puente no es seguro.", "no"),
    ],
)
def test_polarity_names_its_words(lang: str, text: str, words: str) -> None:
    """A content is negative when a negative word of its main clause makes it so; idioms deny nothing."""
    found = _only(text, lang)
    assert words_of(text, found.polarity_words) == words
    assert found.polarity is (Polarity.negative if words else Polarity.positive)


def test_the_stance_of_the_cue_is_no_polarity() -> None:
    """ "A nié que P" denies by its cue; its content stays positive, so that both can be told apart."""
    found = _only("Le maire a nié que le pont soit fermé.", "fr")
    assert (found.stance.value, found.polarity) == ("denies", Polarity.positive)


def test_hearsay_is_a_hedge_and_no_condition() -> None:
    """The conditional of hearsay tells whose word it is; it makes nothing conditional."""
    found = _only("Le pont aurait été fermé dans la nuit.", "fr")
    assert found.hedged
    assert found.modality is Modality.asserted


def test_outlet_voice_has_them_too() -> None:
    """What a document asserts in its own voice is read in the same way."""
    doc = Document("d", "Le pont de Rodane ne fermera pas lundi.", "fr")
    (voice,) = outlet_voice(doc, ())
    assert (voice.polarity, voice.modality) == (Polarity.negative, Modality.future)
