"""Where the name of a source ends: no circumstance, no second clause, no half of a name."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of


def sources(text: str, lang: str) -> list[str]:
    found = find_statements(Document(id="d", text=text, lang=lang))
    return [words_of(text, s.source) for s in found if s.source]


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        (
            "« Le pont tient », a dit le porte-parole Ivo Lind à l'issue du conseil.",
            "fr",
            "le porte-parole Ivo Lind",
        ),
        ("« Le pont tient », a lancé Ana Sol à la tribune pour un discours.", "fr", "Ana Sol"),
        ("« C'est flou », considère une militante à l'une des tables du marché.", "fr", "une militante"),
        ("« Trop tard », raille même l'ex-ministre.", "fr", "l'ex-ministre"),
        ("À la radio, Jacline Vaudrey a indiqué qu'elle ne viendrait pas.", "fr", "Jacline Vaudrey"),
        ("Il y a trois blessés, comme annoncé par les gardes «en raison d'une erreur».", "fr", "les gardes"),
        ("Selon Mediapart, l'ancien président du port, Ivo Lind, viendra.", "fr", "Mediapart"),
        (
            "A survey of more than 200 pilots found that fog is common.",
            "en",
            "A survey of more than 200 pilots",
        ),
    ],
)
def test_a_source_ends_where_its_name_does(text: str, lang: str, source: str) -> None:
    """An occasion, a place of speech, a broken-off article and the next clause are no part of it."""
    assert sources(text, lang) == [source]


def test_a_sentence_before_a_colon_is_no_speaker() -> None:
    """ "Des habitantes se consolent : « … »" and "La question était la suivante : « … »" name nobody."""
    assert sources("Des habitantes se consolent entre elles : « Nous sommes là. »", "fr") == []
    assert sources("La question était la suivante : « Faut-il un pont ? »", "fr") == []
    assert sources("Ana Sol : « Le pont tient. »", "fr") == ["Ana Sol"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Alors que le maire affirmait que le bac était vide, le capitaine a assuré qu'il portait du sel.",
            ["que le bac était vide", "qu'il portait du sel"],
        ),
        (
            "Si le maire affirme que, le bac étant vide, le cuistot pouvait partir, la garde n'en dit rien.",
            ["que, le bac étant vide, le cuistot pouvait partir"],
        ),
        (
            "Le maire affirme qu'après l'accident, le préfet a assuré que tout allait bien.",
            ["qu'après l'accident, le préfet a assuré que tout allait bien", "que tout allait bien"],
        ),
    ],
)
def test_a_report_before_the_main_clause_ends_where_that_begins(text: str, contents: list[str]) -> None:
    """ "Alors que X dit que P, Y assure que Q": Q is no part of what X says."""
    found = find_statements(Document(id="d", text=text, lang="fr"))
    assert [words_of(text, s.content) for s in found] == contents


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Alors que le maire dit que le pont a cédé, le port"),
        ("en", "While the mayor said the bridge was closed, the ferry"),
    ],
)
def test_a_sentence_that_breaks_off_before_its_main_verb_is_read(lang: str, text: str) -> None:
    """A caption or a cut text ends with the subject of a main clause that never comes."""
    assert len(find_statements(Document(id="d", text=text, lang=lang))) == 1
