"""Figures: value, bound, unit and what is counted, in three languages; dates and labels are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.analyse.quantities import find_quantities
from selon.model.document import Document, Part, PartKind
from selon.model.quantity import Bound, Quantity
from selon.model.span import Span


def figures(text: str, lang: str = "fr") -> tuple[Quantity, ...]:
    return find_quantities(Document(id="q", text=text, lang=lang))


@pytest.mark.parametrize(
    ("lang", "text", "value", "bound", "unit"),
    [
        ("fr", "Au moins 100.000 vies perdues", 100_000, Bound.at_least, "vie"),
        ("fr", "près de 1,3 million de personnes", 1_300_000, Bound.about, "personne"),
        ("fr", "une trentaine de dockers", 30, Bound.about, "docker"),
        ("fr", "vingt et une caisses", 21, Bound.exact, "caisse"),
        ("fr", "quatre-vingt-dix-sept navires", 97, Bound.exact, "navire"),
        ("fr", "soixante et onze barques", 71, Bound.exact, "barque"),
        ("fr", "plus de 30 millions de dollars", 30_000_000, Bound.more_than, "dollar"),
        ("fr", "environ un millier de membres", 1000, Bound.about, "membre"),
        ("fr", "un million et demi d'euros", 1_500_000, Bound.exact, "euro"),
        ("fr", "quatre de ses voisins", 4, Bound.exact, "voisin"),
        ("fr", "69'000 manifestants", 69_000, Bound.exact, "manifestant"),
        ("fr", "150 personnes environ", 150, Bound.about, "personne"),
        ("fr", "Deux personnes au moins", 2, Bound.at_least, "personne"),
        ("fr", "jusqu'à 12 % des stocks", 12, Bound.at_most, "%"),
        ("fr", "Près de 60 pour cent des dockers", 60, Bound.about, "%"),
        ("fr", "soixante pour cent", 60, Bound.exact, "%"),
        ("fr", "Le fonds a dépassé les 4 millions d'euros", 4_000_000, Bound.more_than, "euro"),
        ("en", "The count exceeded 4 million dollars", 4_000_000, Bound.more_than, "dollar"),
        ("fr", "deux mille trois cents tonnes", 2300, Bound.exact, "tonne"),
        ("fr", "12 l d'huile", 12, Bound.exact, "litre"),
        ("fr", "311 l’année précédente", 311, Bound.exact, ""),
        ("fr", "541 recensés dans le port", 541, Bound.exact, ""),
        ("fr", "une demi-douzaine de grues", 6, Bound.about, "grue"),
        ("fr", "près de 190 départs de feu", 190, Bound.about, "feu"),
        ("en", "40 cases of fever", 40, Bound.exact, "fever"),
        ("en", "at least twelve people", 12, Bound.at_least, "person"),
        ("en", "about two dozen cars", 24, Bound.about, "car"),
        ("en", "a hundred and two homes", 102, Bound.exact, "home"),
        ("en", "$4.5 million", 4_500_000, Bound.exact, "dollar"),
        ("en", "more than 3,000 homes", 3000, Bound.more_than, "home"),
        ("en", "fewer than 40 crates", 40, Bound.less_than, "crate"),
        ("en", "half a dozen cranes", 6, Bound.about, "crane"),
        ("en", "one dead", 1, Bound.exact, "dead"),
        ("es", "unas 8.000 toneladas", 8000, Bound.about, "tonelada"),
        ("es", "al menos 1,5 millones de euros", 1_500_000, Bound.at_least, "euro"),
        ("es", "treinta y dos barcos", 32, Bound.exact, "barco"),
        ("es", "una veintena de bomberos", 20, Bound.about, "bombero"),
    ],
)
def test_value_bound_and_unit_are_read(lang: str, text: str, value: float, bound: Bound, unit: str) -> None:
    """A figure in digits or words gives its value, its bound and the lemma of what it counts."""
    (found,) = figures(text, lang)
    assert (found.value, found.bound, found.unit) == (value, bound, unit)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "le 4 mars 2025 à 14 h 40, en 2019, vers 16h45, dans le 11e arrondissement"),
        ("fr", "l'article 49, au 5 rue des Tilleuls, dans le silo 4, n° 2025-031, un LBD 40"),
        ("fr", "un homme et une femme, les deux frères, plusieurs milliers de gens, deux fois"),
        ("fr", "https://exemple.test/2024/12/345 et l'avion Su-24"),
        ("fr", "par dizaines de mille, des centaines de milliers de gens"),
        ("fr", "un habitant sur dix"),
        ("en", "on March 4, 2025 at 7.30 am, the 14th, in 1998, flight 714, one of the men"),
        ("es", "el 4 de marzo de 2025 a las 9.40 horas, una mujer"),
    ],
)
def test_dates_hours_labels_and_addresses_count_nothing(lang: str, text: str) -> None:
    """What only places, dates or names a thing is no quantity."""
    assert figures(text, lang) == ()


def test_the_second_figure_of_a_ratio_counts_nothing() -> None:
    """ "Eight out of 10 voters": nobody counted ten."""
    assert [q.value for q in figures("Eight out of 10 voters came.", "en")] == [8]
    assert [q.value for q in figures("57 suspects sur 378 dockers")] == [57, 378]


def test_a_range_has_both_ends() -> None:
    """ "Entre X et Y" is one quantity with a lower and an upper value."""
    (found,) = figures("entre 12 et 15 tonnes de sel")
    assert (found.bound, found.value, found.upper, found.unit) == (Bound.between, 12, 15, "tonne")
    assert found.bound_words == "entre"


def test_bound_words_survive_as_printed() -> None:
    """The words of a bound are kept with their capitals and accents."""
    assert figures("Près de 40 barques ont coulé")[0].bound_words == "Près de"
    assert figures("une centaine de barques")[0].bound_words == "une centaine"


def test_a_part_takes_the_unit_of_its_whole() -> None:
    """ "Dont deux" counts what the figure before it counts; an unrelated figure takes nothing."""
    whole, part = figures("Douze pêcheurs ont été secourus, dont deux grièvement atteints.")
    assert part.unit == whole.unit == "pecheur"
    assert [q.unit for q in figures("Douze pêcheurs. Il en reste 40.")] == ["pecheur", ""]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Entre 700, selon la police, et 1.000 pêcheurs, selon le port, sont venus.", "fr"),
        ("1.000 pêcheurs, selon le port, 700, selon la police, sont venus.", "fr"),
        ("There were 700, according to the police, and 1,000 fishers, according to the port.", "en"),
    ],
)
def test_two_sources_count_the_same(text: str, lang: str) -> None:
    """A figure without a noun counts what another source counts beside it, before or after it."""
    first, second = figures(text, lang)
    assert first.unit == second.unit != ""


@pytest.mark.parametrize(("words", "value"), [("3½ tonnes", 3.5), ("½ tonne", 0.5), ("12¾ kilos", 12.75)])
def test_a_fraction_of_one_sign_belongs_to_its_figure(words: str, value: float) -> None:
    """A fraction sign adds to the figure before it, and is one figure when it stands alone."""
    assert [q.value for q in figures(f"On a chargé {words}.")] == [value]


def test_a_noun_before_the_figure_is_found() -> None:
    """ "Le nombre de X à N" counts X."""
    assert figures("Il a évalué le nombre de pèlerins à 69.000")[0].unit == "pelerin"


def test_furniture_holds_no_figures() -> None:
    """A figure in a promo or cookie notice is no quantity of the article."""
    text = "Lire aussi : 300 barques vendues\nQuarante barques ont coulé."
    parts = (
        Part(PartKind.promo, Span(0, 32), "lire aussi"),
        Part(PartKind.body, Span(33, len(text)), "text"),
    )
    found = find_quantities(Document(id="q", text=text, lang="fr", parts=parts))
    assert [q.value for q in found] == [40]


@given(st.integers(min_value=4, max_value=999_999), st.sampled_from([".", "\u202f", "\u00a0", " "]))
def test_grouped_digits_keep_their_value(value: int, mark: str) -> None:
    """Whatever mark groups the digits, the value is the same."""
    grouped = f"{value:,}".replace(",", mark)
    assert [q.value for q in figures(f"On a compté {grouped} barques.")] == [value]


@given(st.text(max_size=200), st.sampled_from(["fr", "en", "es", "xx"]))
def test_any_text_is_read_and_spans_are_inside(text: str, lang: str) -> None:
    """No text breaks the reader; every span is inside the text and in order."""
    found = figures(text, lang)
    assert all(q.span.end <= len(text) for q in found)
    assert list(found) == sorted(found, key=lambda q: q.span.start)


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("10.000.000 people were told to stay inside.", "en", 10_000_000),
        ("Some 1,250,000.5 tonnes were shipped.", "en", 1_250_000.5),
        ("Environ 1.250.000,5 tonnes ont été expédiées.", "fr", 1_250_000.5),
    ],
)
def test_marks_that_come_twice_group_thousands(text, lang, value):
    """Points or commas that stand twice in a figure are no decimal marks, whatever the language."""
    assert [q.value for q in find_quantities(Document("d", text, lang))] == [value]


@pytest.mark.parametrize("text", ["74.113.53", "205.157.110.11", "1.2.3", "12.216.83 people", "7.,2"])
@pytest.mark.parametrize("lang", ["fr", "en", "es", "de", "ru"])
def test_numbers_of_machines_and_versions_break_nothing(text, lang):
    """Dotted groups of any length are no figures, and never stop the reading of a text."""
    find_quantities(Document("d", f"The host {text} was seen.", lang))


@given(st.text("0123456789.,' ½", min_size=1, max_size=12), st.sampled_from(["fr", "en", "es", "de"]))
def test_any_row_of_digits_and_marks_is_read(text, lang):
    """No row of digits and separators breaks the reading of figures."""
    find_quantities(Document("d", f"On compte {text} cas.", lang))


def test_a_pronoun_carries_the_people_counted_before() -> None:
    """ "Ils étaient 4.000" counts those whom the sentence before counts; a figure of things lends nothing."""
    found = figures("7.000 marcheurs ont campé à Brindelle avec 12 tentes. À Sourdelle, ils étaient 4.000.")
    assert [
        q.unit for q in figures("Les 7.000 participants ont 12 tentes. À Sourdelle, ils étaient 4.000.")
    ] == [
        "participant",
        "tente",
        "participant",
    ]
    assert [q.unit for q in found] == ["marcheur", "tente", ""]


@pytest.mark.parametrize(
    ("text", "lang", "units"),
    [
        ("1.700 marcheurs sont venus à Brindelle, 1.500 à Morvagne.", "fr", ["marcheur", "marcheur"]),
        ("12.000 marcheurs sont venus à midi (32.000 en fin de journée).", "fr", ["marcheur", "marcheur"]),
        ("Some 1,700 marchers came in Brindelle, 1,500 in Morvagne.", "en", ["marcher", "marcher"]),
        ("1.700 marcheurs sont venus à Brindelle. 1.500 à Morvagne.", "fr", ["marcheur", ""]),
        ("1.700 marcheurs sont venus, 1.500 bien sûr.", "fr", ["marcheur", "bien"]),
    ],
)
def test_a_list_goes_on_counting_the_same(text: str, lang: str, units: list[str]) -> None:
    """A figure with a place or a time of its own in a list or bracket takes the noun of the one before."""
    assert [q.unit for q in figures(text, lang)] == units


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les 9.000 participants sont partis. Le port en avait dénombré 8.600 le 2 mai.", "fr"),
        ("Les 9.000 participants sont partis. « On est 15.000 », dit Ivo Lind.", "fr"),
        ("The 9,000 participants left. The union put their number at 15,000.", "en"),
    ],
)
def test_a_figure_of_those_counted_before_needs_no_noun(text: str, lang: str) -> None:
    """ "En avait dénombré 8.600", "on est 15.000": those whom the sentence before counts."""
    assert [q.unit for q in figures(text, lang)] == ["participant", "participant"]


def test_words_of_time_are_nothing_counted() -> None:
    """ "32,000 last week" counts no weeks and no lasts."""
    assert [q.unit for q in figures("They counted 32,000 last week.", "en")] == [""]
