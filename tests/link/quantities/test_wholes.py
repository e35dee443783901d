"""Which place a figure is of: a whole, the part of a place, what is compared with either."""

from __future__ import annotations

import pytest

from selon.link.quantities.conflicts import find_conflicts
from selon.link.quantities.reading import Reading
from selon.link.quantities.readings import bare, readings
from tests.link.story import Story


def told(lang: str, *texts: str) -> list[tuple[float, float]]:
    """The pairs of figures that texts of unknown days give."""
    story = Story()
    for n, text in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", lang=lang)
    found = find_conflicts(list(story.docs.values()), (), story.quantities())
    return sorted((min(c.a.value, c.b.value), max(c.a.value, c.b.value)) for c in found)


def read(lang: str, text: str) -> list[Reading]:
    """The figures of a text."""
    story = Story().doc("d0", text, "Outlet 0", lang=lang)
    return readings(bare(list(story.docs.values()), story.quantities()))


@pytest.mark.parametrize(
    ("lang", "whole", "part", "alone"),
    [
        (
            "fr",
            "La police de Brindelle a interpellé 130 dockers samedi, dont 42 à Brindelle.",
            "La police a interpellé 68 dockers samedi à Brindelle.",
            "La police de Brindelle a interpellé 130 dockers samedi.",
        ),
        (
            "en",
            "The Brindelle police arrested 130 dockers on Saturday, including 42 in Brindelle.",
            "Police arrested 68 dockers on Saturday in Brindelle.",
            "The Brindelle police arrested 130 dockers on Saturday.",
        ),
    ],
)
def test_a_count_of_a_town_is_held_against_the_part_of_the_town(
    lang: str, whole: str, part: str, alone: str
) -> None:
    """Not against the whole of that part; a count that tells no part may be of the town for all we know."""
    assert told(lang, whole, part) == [(42, 68)]
    assert told(lang, alone, part) == [(68, 130)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le maire parle de 42 interpellations à Brindelle sur 130 interpellations."),
        ("en", "The mayor speaks of 42 arrests in Brindelle out of 130 arrests."),
    ],
)
def test_the_whole_may_stand_behind_its_part(lang: str, text: str) -> None:
    """ "42 in Brindelle out of 130": the second figure is of no one place."""
    assert [r.whole for r in read(lang, text)] == [False, True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Ils étaient 4.200 manifestants dans tout le pays, dont 300 à Brindelle, contre {} en mai."),
        (
            "en",
            "Some 4,200 marchers walked across the country, including 300 in Brindelle, against {} in May.",
        ),
    ],
)
def test_what_is_compared_goes_with_the_figure_of_its_size(lang: str, text: str) -> None:
    """Behind a whole and its part, 9,100 is held against the whole and 410 against the part."""
    of_whole, of_part = (
        read(lang, text.format(n))[-1] for n in ("9.100" if lang == "fr" else "9,100", "410")
    )
    assert (of_whole.extent, of_whole.whole) == ("country", True)
    assert (of_part.site, of_part.whole) == ("brindelle", False)


def test_what_is_compared_keeps_a_place_of_its_own() -> None:
    """ "Against 410 in Morvagne" is of Morvagne, whatever it is compared with."""
    *_, last = read("fr", "Ils étaient 300 manifestants à Brindelle, contre 410 à Morvagne.")
    assert last.site == "morvagne"
