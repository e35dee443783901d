"""Dates are read as printed, cut to what the words give, and never completed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.ingest import dates

LATEST = date(2026, 1, 1)
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


def only(text, lang="fr"):
    found = list(dates.printed(text, lang, LATEST))
    return [(f.value, f.precision.value, f.zone) for f in found]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Publié le 4 mars 2025 à 06 h 30", "fr", ("2025-03-04T06:30", "minute", None)),
        ("Publié le mardi 4 mars 2025 à 6h30 (UTC+02:00)", "fr", ("2025-03-04T06:30", "minute", "+02:00")),
        ("le 1er août 2021", "fr", ("2021-08-01", "day", None)),
        ("17/11/2018 11:41:23 -", "fr", ("2018-11-17T11:41:23", "second", None)),
        ("Published March 4, 2025, 5:05 p.m. EST", "en", ("2025-03-04T17:05", "minute", "-05:00")),
        ("Tue 4 Mar 2025 10:05 GMT", "en", ("2025-03-04T10:05", "minute", "Z")),
        ("4 de marzo de 2025, 09:40 (UTC−3)", "es", ("2025-03-04T09:40", "minute", "-03:00")),
        ("2025-03-04 06:30", "fr", ("2025-03-04T06:30", "minute", None)),
        ("en mars 2019", "fr", ("2019-03", "month", None)),
        ("25/12/2024", "en", ("2024-12-25", "day", None)),
    ],
)
def test_printed_dates_keep_their_precision_and_zone(text, lang, expected):
    """Day, minute or second as the words give them; the zone only when it is printed."""
    assert only(text, lang) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "28 septembre",
        "mardi",
        "le 30 février 2020",
        "4 mars 2199",
        "le 12 à 14 h 30",
        "03/04",
        "à 6 h 30",
        "1312",
    ],
)
def test_nothing_is_invented(text):
    """No year, an impossible day, a future day, a weekday alone: no date."""
    assert only(text) == []


def test_figures_of_unsure_order_give_no_date():
    """03/04/2025 in English may be March or April."""
    assert only("03/04/2025", "en") == []
    assert only("03/04/2025", "fr") == [("2025-04-03", "day", None)]


@given(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
def test_any_french_date_is_read_back(day):
    """What is printed in words comes back as the same day, with the words of its place."""
    text = f"Publié le {day.day} {MONTHS[day.month - 1]} {day.year} par la rédaction"
    found = next(dates.printed(text, "fr", LATEST))
    assert found.value == day.isoformat()
    assert found.span.of(text) == f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@pytest.mark.parametrize(
    ("words", "value", "precision", "zone"),
    [
        ("2019-11-03", "2019-11-03", "day", None),
        ("2018-07", "2018-07", "month", None),
        ("2018", "2018", "year", None),
        ("2025-03-04T06:30:00+02:00", "2025-03-04T06:30", "minute", "+02:00"),
        ("2025-03-04T06:30:12.512Z", "2025-03-04T06:30:12", "second", "Z"),
        ("Tue, 04 Mar 2025 06:30:00 GMT", "2025-03-04T06:30", "minute", "Z"),
    ],
)
def test_fields_are_read_as_iso_or_as_words(words, value, precision, zone):
    """A date field keeps its words and says where it was read."""
    found = dates.parse(words, "en", "row", LATEST)
    assert (found.value, found.precision.value, found.zone) == (value, precision, zone)
    assert found.basis == "row"


@pytest.mark.parametrize(
    "words", ["yesterday", "2025-13-01", "2031-01-01", "03/04/2025", "n/a", "0000-00-00"]
)
def test_a_field_that_is_no_date_gives_none(words):
    """A field that cannot be read is no date."""
    assert dates.parse(words, "en", "row", LATEST) is None
