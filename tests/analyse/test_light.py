"""The light packs read marks and cue words alone, and name nobody whom the text does not name."""

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of


def read(text, lang="es"):
    found = find_statements(Document(id="d", text=text, lang=lang))
    return [(words_of(text, s.source), words_of(text, s.cue), words_of(text, s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El alcalde dijo que no hay heridos.", ("El alcalde", "dijo", "que no hay heridos")),
        ("No hay heridos, según los bomberos.", ("los bomberos", "según", "No hay heridos")),
        ("Según los bomberos, no hay heridos.", ("los bomberos", "Según", "no hay heridos")),
        ("«No hay heridos», afirmó la prefecta.", ("la prefecta", "afirmó", "«No hay heridos»")),
    ],
)
def test_spanish_forms_are_read_without_a_parser(text, expected):
    """That-clauses, according-to forms on both sides and quotations with an inverted cue."""
    assert expected in read(text)


def test_what_is_said_by_nobody_in_particular_is_no_statement():
    """ "lo que se dice" has no speaker."""
    assert read("Lo que se dice y lo que se sabe del depósito.") == []
