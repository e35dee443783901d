"""The words of the interface: both languages whole, none of them a verdict."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import selon
from selon.model.document import Precision, Published
from selon.report.wording import LANGUAGES, catalogue, french, words

NEVER = {
    "fr": "vrai faux fausse fiable crédible infox confirmé vérifié désinformation prétend révèle admet",
    "en": "true false reliable credible fake confirmed verified disinformation pretends reveals admits trust",
}
"""The list of the design rules; the foot's sentence on what selon does not say is the exception."""


def _table(lang: str) -> dict[str, str]:
    found = {}
    for message in catalogue(lang):
        several = not isinstance(message.id, str)
        key = message.id[0] if several else message.id
        if key:
            found[key] = " ".join(message.string) if several else message.string
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_the_interface_is_a_verdict(lang: str):
    """selon never says what holds: the words of the 'never' list appear in no phrase."""
    banned = re.compile(rf"\b({'|'.join(NEVER[lang].split())})(e|s|es)?\b", re.I)
    guilty = {k: v for k, v in _table(lang).items() if banned.search(v) and k != "foot.truth"}
    assert not guilty


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short(lang: str):
    """No sentence of the interface has more than twenty words: who reads in a hurry reads once."""
    word, end = re.compile(r"[\w’'{}-]+"), re.compile(r"(?<=[.?!])\s")
    found = [(k, s) for k, phrase in _table(lang).items() if k != "numbers" for s in end.split(phrase)]
    assert not [(k, s) for k, s in found if len(word.findall(s)) > 20]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_small_numbers_are_written_out(lang: str):
    """A sentence begins with a word; beyond twenty, and inside sentences, figures stand."""
    say = words(lang)
    assert say.opening(1)[:1].isupper() and len({say.spelled(n) for n in range(1, 21)}) == 20
    assert say.spelled(21) == "21" and say.spelled(0) == "0"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2025-03-04", "2025-03-09", "du 4 au 9 mars 2025"),
        ("2025-03-01", "2025-04-01", "du 1er mars au 1er avril 2025"),
        ("2011-11-28", "2018-12-03", "du 28 novembre 2011 au 3 décembre 2018"),
        ("2025-03-04", "2025-03-04", "le 4 mars 2025"),
        ("2024", "2025-03-04", "du 2024 au 4 mars 2025"),
        ("2025-03", "2025-03", "en mars 2025"),
    ],
)
def test_a_stretch_of_time_says_what_its_ends_share_once(first, last, said):
    """Two days of one month have one month and one year."""
    assert words("fr").period(first, last) == said


def test_both_languages_have_the_same_phrases():
    """A phrase missing in one language would fail only on some pages: the keys are the same."""
    assert set(_table("fr")) == set(_table("en"))


def test_no_phrase_is_missing_or_unused():
    """Every phrase has words in both languages, and some page, drawing or answer says it."""
    source = "\n".join(p.read_text(encoding="utf-8") for p in _faces())
    starts = set(re.findall(r"""["']([a-z_]+\.(?:[a-z_]+\.)*)(?:\{|["'])""", source))
    for lang in LANGUAGES:
        table = _table(lang)
        assert all(words.strip() for words in table.values())
        unused = [k for k in table if not _said(k, source) and not k.startswith(tuple(starts))]
        assert not unused


def _faces() -> list[Path]:
    rooms = (Path(selon.__file__).parent / room for room in ("report", "web", "cli"))
    return [p for room in rooms for p in sorted(room.rglob("*")) if p.suffix in (".py", ".j2", ".toml")]


def _said(key: str, source: str) -> bool:
    unit = key.removeprefix("count.")
    return f'"{key}"' in source or f"'{key}'" in source or f"'{unit}'" in source or f'"{unit}"' in source


def test_both_languages_ask_for_the_same_values():
    """The places to fill in agree, so that no language loses a name or a number."""
    fr, en = _table("fr"), _table("en")
    fields = re.compile(r"\{(\w*)\}")
    assert all(sorted(fields.findall(fr[k])) == sorted(fields.findall(en[k])) for k in fr)


def test_french_spacing_is_set_on_interface_text():
    """A narrow space stands before ; ? ! and inside « », a no-break space before a colon."""
    assert french("Pourquoi ? « oui » : non ; soit !") == (
        "Pourquoi\u202f? «\u202foui\u202f»\u00a0: non\u202f; soit\u202f!"
    )


@given(st.text(st.characters(exclude_characters="{}"), max_size=30))
def test_values_are_never_respaced(value: str):
    """What is put into a phrase is document text and stays as it is."""
    assert value in words("fr").plain("how.cites_who", who=value)


def test_numbers_follow_the_language():
    """Thousands are parted and decimals marked as each language does."""
    assert words("fr").number(8000) == "8\u202f000"
    assert words("en").number(8000) == "8,000"
    assert words("fr").number(3.5) == "3,5"


def test_zero_is_singular_in_french_and_plural_in_english():
    """The unit follows the grammar of the language."""
    assert words("fr").unit("independent", 0) == "origine indépendante"
    assert words("en").unit("independent", 0) == "independent origins"


@pytest.mark.parametrize(
    ("value", "precision", "shown"),
    [
        ("2025-03-04T05:12", Precision.minute, "4 mars 05:12"),
        ("2025-03-01", Precision.day, "1er mars"),
        ("2025-03", Precision.month, "mars 2025"),
        ("2025", Precision.year, "2025"),
        (None, Precision.none, "non daté"),
    ],
)
def test_dates_are_shown_as_far_as_they_are_known(value, precision, shown):
    """Nothing is added to a date: no hour, day or month that was not read."""
    assert words("fr").date(Published(value, precision, None, "meta", "")) == shown


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("+02:00", "UTC+2"),
        ("-03:00", "UTC−3"),
        ("+05:30", "UTC+5:30"),
        ("Z", "UTC"),
        ("+0000", "UTC"),
        ("CET", "CET"),
    ],
)
def test_a_zone_is_told_as_hours_from_universal_time(zone, shown):
    """A printed zone is written as readers know it; a name that is none stands as it is."""
    assert words("fr").zone(zone) == shown


def test_an_hour_with_its_zone_is_told_in_universal_time_too():
    """An hour far from Greenwich says when that was there; without a zone nothing is added."""
    there = Published("2025-03-04T09:40", Precision.minute, "-03:00", "meta", "")
    assert words("fr").utc(there) == "12:40 UTC"
    late = Published("2025-03-04T23:40", Precision.minute, "-03:00", "meta", "")
    assert words("fr").utc(late) == "5 mars 02:40 UTC"
    assert words("fr").utc(Published("2025-03-04T09:40", Precision.minute, None, "meta", "")) == ""
    assert words("fr").utc(Published("2025-03-04", Precision.day, "+02:00", "meta", "")) == ""
