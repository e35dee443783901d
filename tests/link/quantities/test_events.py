"""Events that are counted by number, and what other texts tell of one figure."""

from __future__ import annotations

import pytest

from selon.link.quantities.conflicts import find_conflicts
from selon.link.quantities.reading import Reading
from selon.link.quantities.readings import bare, readings
from selon.model.quantity import ConflictReason
from tests.link.story import Story


def read(*texts: str, lang: str = "fr") -> list[Reading]:
    """The figures of some texts, in order."""
    return readings(bare(list(story(texts, lang).docs.values()), story(texts, lang).quantities()))


def story(texts: tuple[str, ...], lang: str) -> Story:
    made = Story()
    for n, text in enumerate(texts):
        made.doc(f"d{n}", text, f"Outlet {n}", lang=lang)
    return made


@pytest.mark.parametrize(
    ("lang", "text", "event"),
    [
        ("fr", "Lors de l'acte VIII, 51.400 marcheurs ont défilé.", "acte 8"),
        ("fr", "L'« acte 8 » réunit 51.400 marcheurs.", "acte 8"),
        ("fr", "Le 8ème samedi de mobilisation rassemble 51.400 marcheurs.", "samedi 8"),
        ("fr", "Le huitième samedi rassemble 51.400 marcheurs.", "samedi 8"),
        ("fr", "Pour l'acte 8, le port est fermé. Quelque 51.400 marcheurs sont recensés.", "acte 8"),
        ("fr", "51.400 marcheurs ont défilé lors du XIVe acte.", "acte 14"),
        ("fr", "Samedi 8, 51.400 marcheurs ont défilé.", ""),
        ("fr", "L'acte l'oblige : 51.400 marcheurs ont défilé.", ""),
        ("fr", "Pour l'acte 8, le port est fermé.\nQuelque 51.400 marcheurs sont recensés.", ""),
        ("en", "Some 51,400 demonstrators marched in the eighth week of the strike.", "week 8"),
    ],
)
def test_a_figure_is_of_the_numbered_event_beside_it(lang: str, text: str, event: str) -> None:
    """In digits, Roman numerals and ordinals; a date is no number of an event, nor is another paragraph's."""
    assert [r.event for r in read(text, lang=lang) if r.quantity.value == 51_400] == [event]


def test_figures_of_two_events_are_of_two_times() -> None:
    """Acts eight and ten are two counts, though nothing else tells them apart."""
    one, other = "Lors de l'acte {}, {} marcheurs ont défilé dans le pays, selon la mairie.".format, "X"
    texts = one("VIII", "51.400"), one(other, "84.300")
    found = find_conflicts(list(story(texts, "fr").docs.values()), (), story(texts, "fr").quantities())
    assert {c.why for c in found} <= {ConflictReason.period}
    texts = one("X", "51.400"), one(other, "84.300")
    found = find_conflicts(list(story(texts, "fr").docs.values()), (), story(texts, "fr").quantities())
    assert [c.why for c in found] == [ConflictReason.conflict]


def test_a_figure_is_of_the_event_that_others_tell_of_it() -> None:
    """One figure hardly met twice by chance is of one event; where two are told, of neither."""
    bare_one, told = "51.400 marcheurs ont défilé.", "Lors de l'acte {}, 51.400 marcheurs ont défilé.".format
    assert [r.event for r in read(told(8), bare_one)] == ["acte 8", "acte 8"]
    assert [r.event for r in read(told(8), told(9), bare_one)] == ["acte 8", "acte 9", ""]


def test_a_figure_is_of_the_day_that_others_tell_of_it() -> None:
    """As with events; a text that dates it itself keeps its day."""
    told = "Le 5 janvier, 51.400 marcheurs ont défilé."
    assert [r.moments for r in read(told, "51.400 marcheurs ont défilé.")] == [{"5/1"}, {"5/1"}]
