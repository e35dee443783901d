"""What one text compares in itself, and what it counts twice: two times of one count, not two counts."""

from __future__ import annotations

import pytest

from selon.link.quantities.conflicts import find_conflicts
from selon.link.quantities.contrasts import contrasted
from selon.link.quantities.readings import bare, readings
from selon.link.quantities.steps import supported
from selon.model.quantity import ConflictReason, QuantityConflict
from tests.link.story import Story


def conflicts(lang: str, *texts: str) -> tuple[QuantityConflict, ...]:
    story = Story()
    for n, text in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", lang=lang)
    return find_conflicts(list(story.docs.values()), (), story.quantities())


def told(found: tuple[QuantityConflict, ...]) -> list[tuple[float, float, ConflictReason]]:
    return sorted((min(c.a.value, c.b.value), max(c.a.value, c.b.value), c.why) for c in found)


def test_words_of_comparison_make_two_times_of_one_count() -> None:
    """With the times told or not, in one sentence or the next; not without words of comparison."""
    marched = "Quelque 58.600 manifestants ont défilé"
    assert contrast(f"{marched}, contre 282.000.")
    assert contrast(f"{marched}. Un net recul par rapport aux 282.000 de la première marche.")
    assert not contrast(f"{marched}. Le port en avait dénombré 282.000.")


def test_a_sentence_with_two_times_counts_twice() -> None:
    """No word of comparison is needed where each figure has its own hour; one hour for both tells nothing."""
    assert contrast("Il y avait 7.000 manifestants vers 8h, près de 7.500 à 11h.")
    assert not contrast("Il y avait 7.000 manifestants vers 8h, près de 7.500 à 8h.")


def test_two_sources_of_two_weeks_are_no_rivals() -> None:
    """Who counts now and who counted the week before do not count against each other."""
    text = (
        "Samedi, 51.400 manifestants ont défilé, selon la mairie. Un recul par rapport aux {}, selon le "
        "syndicat Arvor."
    )
    said = ("51.400 manifestants ont défilé", "la mairie"), ("111.000 manifestants", "le syndicat Arvor")
    assert contrast(text.format("111.000 manifestants la semaine précédente"), *said)
    assert not contrast(text.format("111.000 manifestants"), *said)
    of_2017 = ("51.400 manifestants ont défilé", "la mairie"), ("111.000", "le syndicat Arvor")
    assert contrast(text.format("111.000 en 2017"), *of_2017)


def contrast(text: str, *said: tuple[str, str]) -> bool:
    """Whether the two figures of a text are of two times."""
    story = Story()
    story.doc("d0", text, "Outlet 0")
    for content, source in said:
        story.said("d0", content, source)
    one, other = readings(bare(list(story.docs.values()), story.quantities()), story.claims())
    return contrasted(one, other)


def test_what_is_told_for_comparison_supports_no_figure() -> None:
    """Three texts that compare with 84,000 do not make it the figure that others are held against."""
    text = "Au total 69.000 manifestants ont défilé samedi dans le pays, contre 84.000 samedi dernier."
    story = Story()
    for n in range(3):
        story.doc(f"d{n}", text, f"Outlet {n}")
    support = supported(readings(bare(list(story.docs.values()), story.quantities())))
    assert support == {("demonstrator", 69_000): 3}


def test_people_and_the_dead_of_one_text_are_no_rival_counts() -> None:
    """Twenty people on the quay and ten killed, by two sources: two things, not one counted twice."""
    text = "Vingt personnes {} sur le quai, dit le maire. Dix personnes ont été tuées, dit le port."

    def told(befell: str) -> int:
        story = Story()
        story.doc("d0", text.format(befell), "Outlet 0")
        story.said("d0", f"Vingt personnes {befell} sur le quai", "le maire")
        story.said("d0", "Dix personnes ont été tuées", "le port")
        return len(find_conflicts(list(story.docs.values()), story.claims(), story.quantities()))

    assert (told("attendaient"), told("ont été tuées")) == (0, 1)


@pytest.mark.parametrize(
    ("lang", "compares", "plain"),
    [
        (
            "fr",
            "Au total 58.600 manifestants ont défilé samedi dans le pays, contre 282.000 la semaine "
            "précédente.",
            "Une foule de 58.600 manifestants a défilé samedi dans le pays.",
        ),
        (
            "en",
            "In all 58,600 demonstrators marched across the country on Saturday, down from 282,000 last "
            "week.",
            "A crowd of 58,600 demonstrators marched across the country on Saturday.",
        ),
    ],
)
def test_a_count_that_a_text_compares_is_of_another_time(lang: str, compares: str, plain: str) -> None:
    """However far apart, a figure and the one that it is compared with are told, as of two periods, where
    another text gives one of them; what a text compares in itself alone is told by itself."""
    assert told(conflicts(lang, compares, plain)) == [(58_600, 282_000, ConflictReason.period)]
    assert not conflicts(lang, compares)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La police évoque 90 interpellations, moins que les 450 de la semaine dernière."),
        ("en", "Police speak of 90 arrests, fewer than the 450 of last week."),
    ],
)
def test_what_a_text_says_to_be_more_or_less_is_compared(lang: str, text: str) -> None:
    """ "Fewer than the 450" sets a count against one of another time, which another text gives too."""
    other = {"fr": "Il y eut 450 interpellations le 3 mai.", "en": "There were 450 arrests on 3 May."}[lang]
    assert (90, 450, ConflictReason.period) in told(conflicts(lang, text, other))


def test_a_figure_that_two_texts_only_compare_with_is_given_all_the_same() -> None:
    """The 450 of last week stand in two texts, in one of them for comparison alone."""
    old = "Lors du défilé, 450 arrestations ont eu lieu samedi dernier et 97 interpellations ce dimanche."
    new = "La police évoque 90 interpellations, moins que les 450 de la semaine dernière."
    assert (97, 450, ConflictReason.period) in told(conflicts("fr", old, new))


def test_a_figure_told_for_comparison_stands_against_no_other_text() -> None:
    """66,000 "a week earlier" is no rival of what another text counts on its day."""
    old = "Au total 38.600 manifestants ont défilé dans le pays le 2 mai, contre 66.000 une semaine plus tôt."
    new = "Au total {} manifestants ont défilé samedi dans le pays."
    assert (38_600, 44_000) in [t[:2] for t in told(conflicts("fr", old, new.format("44.000")))]
    assert not [t for t in told(conflicts("fr", old, new.format("69.000"))) if t[:2] == (66_000, 69_000)]


def test_two_sources_that_are_compared_are_rivals_still() -> None:
    """ "51,400 by the town, against 111,000 by the union" is a conflict, though "against" leads to it."""
    text = (
        "Samedi, 51.400 manifestants, selon la mairie, ont défilé, contre 111.000, selon le syndicat Arvor."
    )
    story = Story()
    story.doc("d0", text, "Outlet 0")
    story.said("d0", "51.400 manifestants", "la mairie")
    story.said("d0", "111.000", "le syndicat Arvor")
    (found,) = find_conflicts(list(story.docs.values()), story.claims(), story.quantities())
    assert found.why is ConflictReason.conflict


def test_a_sentence_that_counts_at_two_hours_counts_again() -> None:
    """7,000 gifts at eight and 7,500 at eleven are two times of one count."""
    text = "Le port a reçu 7.000 dons vers 8h30, près de 7.500 à 11h45, selon le cercle."
    found = conflicts("fr", text, "Le cercle du port parle de 7.000 dons.")
    assert told(found) == [(7_000, 7_500, ConflictReason.period)]


def test_a_count_of_a_town_is_no_count_of_the_country() -> None:
    """6,000 marchers in Brindelle are held against no figure of the whole country."""
    assert not conflicts(
        "fr",
        "Samedi, 6.000 manifestants ont défilé à Brindelle.",
        "Samedi, 10.200 manifestants ont défilé dans tout le pays.",
    )


def test_a_chronicle_tells_of_one_event_a_year() -> None:
    """The dead that a list of years gives are those of the year that stands before them."""
    fires = (
        "2004: A fire on Brindelle hill burnt 700 hectares. 2006: A fire on Brindelle hill burnt {} hectares."
    )
    chronicle = fires.format("800") + " 2009: The hill was planted again."
    now = "A fire on Brindelle hill burnt 900 hectares."
    assert not conflicts("en", chronicle, now)
    assert conflicts("en", chronicle.replace("2006: ", "").replace("2009: ", ""), now)


@pytest.mark.parametrize(
    ("lang", "former", "now"),
    [
        ("fr", "Un naufrage a fait 550 morts plus tôt cette année.", "Le naufrage a fait 384 morts."),
        ("en", "A shipwreck earlier this year killed 550 people.", "The shipwreck killed 384 people."),
    ],
)
def test_the_toll_of_an_earlier_event_is_another(lang: str, former: str, now: str) -> None:
    """ "Earlier this year" sets a toll apart from the one that the texts are about."""
    bare = {"fr": former.replace(" plus tôt cette année", ""), "en": former.replace(" earlier this year", "")}
    assert not conflicts(lang, former, now)
    assert conflicts(lang, bare[lang], now)


def test_round_figures_that_many_texts_give_are_of_one_kind() -> None:
    """50,000 people here are the 50,000 demonstrators of three other texts, and differ from 58,000."""
    many = ("Quelque 50.000 manifestants ont défilé samedi dans le pays.",) * 3
    bare = "Ils étaient là samedi dans tout le pays, 50.000 personnes au moins."
    more = "Quelque 58.000 manifestants ont défilé samedi dans le pays."

    def joined(*texts: str) -> bool:
        found = conflicts("fr", bare, *texts, more)
        return any("d0" in {q.doc for q in (c.a, c.b, *c.others)} for c in found)

    assert joined(*many)
    assert not joined(many[0])


def test_a_sentence_that_counts_again_is_told() -> None:
    """Two hours of one count are a difference though no other text gives either; what is only compared is
    none."""
    assert told(conflicts("fr", "Il y avait 7.000 dons vers 8h, près de 7.500 à 11h."))
    assert not told(conflicts("fr", "Il y avait 7.000 dons vers 11h, contre 7.500 à 8h."))
