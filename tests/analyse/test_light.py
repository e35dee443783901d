"""The light packs read marks and cue words alone, and name nobody whom the text does not name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("de", "Laut Polizei Halm brannte das Lager.", "Polizei Halm"),
        ("de", "Der Brand sei gelöscht, sagte Feuerwehrchef Jan Holm am Montag.", "Feuerwehrchef Jan Holm"),
        ("ru", "Мост закрыт, сообщила мэр Вера Ладыгина журналистам в среду.", "мэр Вера Ладыгина"),
        ("es", "El puente cerrará, dijo Ana Soler a la prensa el lunes.", "Ana Soler"),
    ],
)
def test_a_source_ends_before_dates_places_and_persons_told(lang, text, source):
    """What stands after a speaker is no part of him; German nouns are told from verbs by their capitals."""
    assert [found[0] for found in read(text, lang)] == [source]


def test_a_plan_is_no_hearsay():
    """ "soll gebaut werden" is a plan, "soll gebaut worden sein" is what somebody says."""
    assert read("Die Brücke soll bald gebaut werden.", "de") == []
    assert len(read("Die Brücke soll schlecht gebaut worden sein.", "de")) == 1


def test_the_rule_says_that_no_parser_was_at_work():
    """Every statement of a light pack, and of a language with no pack, says how it was read."""
    light = find_statements(Document("d", "Der Rat sagte, dass er geht.", "de"))
    none = find_statements(
        Document("d", "Det står så här i brevet: « Vi stänger bron nu på fredag kväll »", "sv")
    )
    full = find_statements(Document("d", "Le maire a dit que le pont est fermé.", "fr"))
    assert [s.made.why for s in light] == ["light pack de, no parser: cue word, that-clause"]
    assert [s.made.why for s in none] == ["no pack for sv: quotation after a colon"]
    assert [s.made.why for s in full] == ["verb dire: clause"]


PIECES = [
    "« ",
    " »",
    "„",
    "“",
    '"',
    "\n",
    ", ",
    ". ",
    ": ",
    " — ",
    "сказал ",
    "что ",
    "sagte ",
    "dass ",
    "dijo ",
    "que ",
    "laut ",
    "zufolge ",
    "según ",
    "по словам ",
    "его ",
    "Иван Петров",
    "sei ",
    "об этом ",
    "\x01",
    "\x02",
    "\x00",
    "😀",
    "שלום ",
    "«Да», — ",
    "wie ",
    "sollen ",
    "worden sein",
]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join),
    st.sampled_from(["de", "es", "ru", "sv"]),
)
def test_any_text_gives_valid_spans(text, lang):
    """Arbitrary Unicode never crashes a light pack, and every span lies inside the text."""
    found = find_statements(Document("d", text, lang))
    for s in found:
        assert max(span.end for span in (*s.content, *s.source, *s.cue, *s.hedges)) <= len(text)
    assert find_statements(Document("d", text, lang)) == found
