"""When and where a figure holds, and how far it reaches."""

from __future__ import annotations

import pytest

from selon.analyse.quantities import find_quantities
from selon.link.quantities.circumstances import (
    days_of,
    entry_of,
    led_by_comparison,
    moments_of,
    reach,
)
from selon.model.document import Document
from selon.model.span import Span


@pytest.mark.parametrize(
    ("text", "value", "extent"),
    [
        ("36.000 marcheurs dans le pays et 5.500 dans la capitale.", 5500, "capital"),
        ("Dans la capitale, 412 marcheurs sont partis et 378 marcheurs revenus.", 378, "capital"),
        ("Hier, 4.000 marcheurs sont partis dans les rues de Paris.", 4000, "capital"),
        ("À Brindelle, où la pluie tombait, 4.000 marcheurs sont partis.", 4000, ""),
        ("La police parle de 35 marcheurs sur tout le territoire.", 35, "country"),
        ("La police parle de 35 marcheurs dont 18 dans la capitale.", 35, ""),
    ],
)
def test_a_figure_reaches_as_far_as_the_words_nearest_to_it(text: str, value: float, extent: str) -> None:
    """What stands behind it counts first, then its clause, then the place that sets the scene."""
    doc = Document("d", text, "fr")
    (figure,) = (q for q in find_quantities(doc) if q.value == value)
    assert reach(doc, figure, Span(0, len(text))) == extent


def test_the_day_of_a_figure_is_told_by_words_or_by_the_date_of_its_text() -> None:
    """A date in words wins; "the Saturday before" is no day of the text."""
    assert days_of(frozenset({"2/3"}), "2023-05-07") == {62}
    assert days_of(frozenset({"day6"}), "2023-01-31") == {31}
    assert days_of(frozenset({"before", "day6"}), "2023-01-31") == frozenset()
    assert days_of(frozenset(), "2023-01") == frozenset() == days_of(frozenset(), None)


@pytest.mark.parametrize(
    ("text", "lang", "led"),
    [
        ("4.000 marcheurs, contre 7.000 la semaine précédente.", "fr", True),
        (
            "4.000 marcheurs, en recul par rapport à la semaine précédente, où 7.000 étaient venus.",
            "fr",
            True,
        ),
        ("4.000 marcheurs contre la digue. Hier 7.000 étaient venus.", "fr", False),
        ("4,000 marchers, down from last week, when 7,000 came.", "en", True),
        ("4.000 marcheurs, contre 6.000 samedi dernier et 7.000 le 2 mai.", "fr", True),
        ("4,000 marchers, against 6,000 last week and 7,000 in May.", "en", True),
        ("4.000 marcheurs contre 600 gendarmes. Et 7.000 le 2 mai.", "fr", False),
    ],
)
def test_words_of_comparison_lead_to_a_figure(text: str, lang: str, led: bool) -> None:
    """Straight, or with the time of the second figure between; never across a sentence."""
    doc = Document("d", text, lang)
    (figure,) = (q for q in find_quantities(doc) if q.value == 7000)
    assert led_by_comparison(doc, figure) is led


def test_each_figure_of_a_sentence_has_its_own_hour() -> None:
    """ "7,000 at 8 and 7,500 at 11": the hours of one figure are not those of the other."""
    text = "Le port a reçu 7.000 dons vers 8h30, près de 7.500 à 11h45."
    doc = Document("d", text, "fr")
    hours = [moments_of(doc, q, Span(0, len(text)), text) for q in find_quantities(doc)]
    assert hours == [frozenset({"8h"}), frozenset({"11h"})]


def test_the_words_that_compare_a_figure_date_it() -> None:
    """The week before of "down from the week before, when 7,000 came" is that of the 7,000."""
    text = "4.000 marcheurs, en recul par rapport à la semaine précédente, où 7.000 étaient venus."
    doc = Document("d", text, "fr")
    moments = [moments_of(doc, q, Span(0, len(text)), "") for q in find_quantities(doc)]
    assert moments == [frozenset(), frozenset({"before"})]


def test_one_year_with_a_colon_makes_no_chronicle() -> None:
    """A list of years dates what stands behind each of them, up to the next paragraph."""
    chronicle = "2004: 700 dead. 2006: 900 dead. 2009: 1,100 dead.\n\nSome 300 live there."

    def entries(text: str) -> list[str]:
        doc = Document("d", text, "en")
        return [entry_of(doc, q) for q in find_quantities(doc)]

    assert entries(chronicle) == ["2004", "2006", "2009", ""]
    assert entries("In 2004: 700 dead.") == [""]


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("Il y a 42 interpellations, selon un bilan de la mairie dans la soirée.", "fr", {"20h"}),
        ("Dans la matinée, 42 dockers marchaient.", "fr", {"10h"}),
        ("Il y avait 42 dockers dans l'après-midi.", "fr", {"15h"}),
        ("42 dockers, selon la mairie, samedi dernier.", "fr", {"before", "day6"}),
        ("42 dockers, selon la mairie une semaine plus tôt.", "fr", {"before"}),
        ("42 dockers, selon un texte du 3 mai.", "fr", set()),
        ("There were 42 arrests, according to the town hall in the evening.", "en", {"20h"}),
        ("42 dockers marched, according to the town hall, last week.", "en", {"before"}),
        ("42 dockers marched, according to the town hall last week.", "en", {"before"}),
        ("At 5 pm 42 dockers marched, and in the evening they left.", "en", {"17h"}),
    ],
)
def test_a_time_behind_the_source_of_a_figure_is_its_own(text: str, lang: str, told: set[str]) -> None:
    """So is a part of the day in its clause, where no hour stands; not the day on which its source spoke."""
    doc = Document("d", text, lang)
    (figure,) = (q for q in find_quantities(doc) if q.value == 42)
    assert moments_of(doc, figure, Span(0, len(text)), "") == told


def test_an_hour_in_words_comes_before_that_of_another_figure() -> None:
    """ "12,000 at noon (32,000 at the end of the day)": noon is not the time of the second figure."""
    text = "On a compté 12.000 dockers à midi (32.000 en fin de journée)."
    doc = Document("d", text, "fr")
    hours = [moments_of(doc, q, Span(0, len(text)), text) for q in find_quantities(doc)]
    assert hours == [frozenset({"12h"}), frozenset({"18h"})]


def test_two_figures_that_are_joined_have_a_time_each() -> None:
    """ "450 last Saturday and 97 this Sunday": the day behind one figure is not that of the other."""
    text = "Lors du défilé, 450 arrestations ont eu lieu samedi et 97 interpellations ce dimanche."
    doc = Document("d", text, "fr")
    first, last = find_quantities(doc)
    inside = Span(0, len(text))
    assert moments_of(doc, first, inside, text) == {"day6"}
    assert moments_of(doc, last, inside, text) == {"day7"}


def test_two_days_of_a_month_that_are_joined_are_no_two_figures() -> None:
    """ "From 3 and 4 May" dates one count."""
    text = "La police compte 450 arrestations le 3 et 4 mai à Brindelle."
    doc = Document("d", text, "fr")
    first = next(q for q in find_quantities(doc) if q.value == 450)
    assert "4/5" in moments_of(doc, first, Span(0, len(text)), text)
