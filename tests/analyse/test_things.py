"""A thing or an event does not speak: what stands where a speaker would is no source."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of


def sources(text: str, lang: str = "fr") -> list[str]:
    found = find_statements(Document(id="d", text=text, lang=lang))
    return [words_of(text, s.source) for s in found if s.source]


@pytest.mark.parametrize(
    "text",
    [
        "Selon la gravité des dégâts, la vanne sera remplacée ou réparée.",
        "Selon le niveau de l'eau, le pont de Castelmire restera fermé.",
        "La mobilisation des dockers réclame une réponse rapide.",
        "La fermeture de la digue a montré que le chenal était ensablé.",
        "Tel est le prix du pont. Vous pensez que la digue tient ?",
    ],
)
def test_a_thing_is_no_source(text: str) -> None:
    """ "selon la gravité", "la mobilisation réclame": nobody has said it."""
    assert sources(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Selon la direction du port, la vanne sera remplacée.", "la direction du port"),
        ("Selon les estimations du port, la vanne sera remplacée.", "les estimations du port"),
        ("Selon le comptage du port, dix bacs ont coulé.", "le comptage du port"),
        ("Cette figure du mouvement assure avoir vu la digue.", "Cette figure du mouvement"),
        ("L'association des riverains réclame une réponse rapide.", "L'association des riverains"),
        ("L'entourage du maire affirme que le chenal était ensablé.", "L'entourage du maire"),
    ],
)
def test_a_body_or_a_paper_with_an_abstract_name_speaks(text: str, source: str) -> None:
    """A management, estimates, an association and an entourage are sources, whatever their endings."""
    assert sources(text) == [source]


def test_the_last_noun_tells_in_english() -> None:
    """The head of an English phrase is its last noun: an authority speaks, a closure plan does not."""
    assert sources("The harbour authority demanded an answer.", "en") == ["The harbour authority"]
    assert sources("The harbour closure plan demanded an answer.", "en") == []


def test_the_person_of_a_story_speaks_in_its_relative_clause() -> None:
    """ "le scénario du batelier qui affirme …": who affirms is the boatman."""
    assert sources("Cela étaye le scénario du batelier qui affirme avoir vu la digue.") == ["batelier"]
