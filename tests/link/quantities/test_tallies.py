"""What a figure counts, read from the words around it."""

from __future__ import annotations

import pytest

from selon.analyse.quantities import find_quantities
from selon.link.quantities.tallies import Tally, comparable, tally
from selon.model.document import Document
from selon.model.span import Span


def tallies(text: str, lang: str = "fr") -> list[Tally]:
    """The tallies of the figures of one sentence."""
    doc = Document("x1", text, lang, outlet="Le Fanal")
    return [tally(q, text, Span(0, len(text)), lang) for q in find_quantities(doc)]


@pytest.mark.parametrize(
    ("text", "lang", "kinds"),
    [
        ("Le bac a chaviré, tuant quatre personnes et en blessant onze autres.", "fr", ["dead", "injured"]),
        ("Le naufrage a coûté la vie à cinq personnes.", "fr", ["dead"]),
        ("Douze personnes ont été interpellées près du bac.", "fr", ["arrest"]),
        ("Twelve people were wounded on the ferry.", "en", ["injured"]),
        ("Sixty people sat on the ferry.", "en", ["person"]),
        ("Quelque 600 membres des forces de l'ordre étaient mobilisés.", "fr", ["officer"]),
        ("Some 600 members of the security forces were deployed.", "en", ["officer"]),
        ("Le port parle de 32.000 mobilisés.", "fr", ["demonstrator"]),
        ("Quelque 600 sont déployés sur les quais.", "fr", ["officer"]),
        ("Le parquet parle de 45 personnes qui ont été interpellées.", "fr", ["arrest"]),
        ("Some 45 people who were wounded left the ferry.", "en", ["injured"]),
        ("Une centaine sont condamnés, et 42 personnes attendent.", "fr", ["convicted", "person"]),
        ("Le tribunal a condamné le patron et 42 personnes attendent.", "fr", ["person"]),
        ("The court sentenced the owner and 42 people were waiting.", "en", ["person"]),
        ("Ce soir 42 personnes sont relâchées, 12 personnes écrouées.", "fr", ["released", "jailed"]),
        (
            "Tonight 42 people were released, 12 people remanded, 9 indicted.",
            "en",
            ["released", "jailed", "charged"],
        ),
        ("Une centaine de personnes qui harcèlent les policiers.", "fr", ["person"]),
    ],
)
def test_what_befell_the_counted_is_read_from_the_clause(text: str, lang: str, kinds: list[str]) -> None:
    """The words behind a figure, then those before it, tell what befell whom it counts."""
    assert [t.kind for t in tallies(text, lang)] == kinds


def test_a_part_and_another_degree_are_not_comparable() -> None:
    """ "Of whom five" is no rival of a whole, nor are the seriously injured of the injured."""
    whole, part = tallies("Le bilan est de treize blessés, dont cinq blessés à l'épaule.")
    (grave,) = tallies("Le bac a fait sept blessés graves.")
    assert part.part and not comparable(whole, part)
    assert grave.degree == "serious" and not comparable(whole, grave)
    assert comparable(whole, tallies("Onze blessés ont quitté le quai.")[0])


def test_a_figure_out_of_another_is_a_part_of_it() -> None:
    """ "Three hundred out of a total of 4,100" names the part first."""
    part, whole = tallies("Three hundred people were hurt, out of a total of 4,100 who were there.", "en")
    assert part.part and not whole.part


@pytest.mark.parametrize(
    ("lang", "came", "planned"),
    [
        (
            "fr",
            "Sur les quais, 4.000 personnes ont manifesté.",
            [
                "Sur le réseau, 9.000 personnes se sont dites prêtes à manifester.",
                "La mairie attend 9.000 manifestants.",
                "Les 9.000 manifestants attendus sont en route.",
            ],
        ),
        (
            "en",
            "On the docks, 4,000 people marched.",
            [
                "Online, 9,000 people have signed up to march.",
                "The town expects 9,000 marchers.",
                "Some 9,000 marchers are expected.",
            ],
        ),
    ],
)
def test_those_who_say_that_they_will_come_are_not_those_who_came(
    lang: str, came: str, planned: list[str]
) -> None:
    """A count of what is to be is compared with another one of that kind alone."""
    (present,) = tallies(came, lang)
    expected = [one for text in planned for one in tallies(text, lang)]
    assert not present.planned and all(one.planned for one in expected)
    assert not any(comparable(present, one) for one in expected)
    assert comparable(expected[1], expected[2])


@pytest.mark.parametrize(
    ("lang", "some", "family"),
    [
        ("fr", "Deux frères vivaient sur le bac.", "Trois membres de sa famille vivaient sur le bac."),
        ("en", "Two brothers lived on the ferry.", "Three members of his family lived on the ferry."),
    ],
)
def test_brothers_are_only_some_of_a_family(lang: str, some: str, family: str) -> None:
    """A noun of some of those whom a toll counts is no rival of one of them all; a bare figure may be."""
    (brothers,), (people,) = tallies(some, lang), tallies(family, lang)
    assert not comparable(brothers, people)
    assert comparable(brothers, tallies("Seize.", lang)[0]) if lang == "fr" else True


@pytest.mark.parametrize(
    ("lang", "taken", "prolonged"),
    [
        ("fr", "22 personnes ont été placées en garde à vue.", "28 gardes à vue ont été prolongées."),
        ("en", "22 people were in custody.", "28 people in custody had their stay extended."),
    ],
)
def test_custody_that_goes_on_is_another_count(lang: str, taken: str, prolonged: str) -> None:
    """Those who are held on are only some of those who were taken into custody."""
    (first,), (second,) = tallies(taken, lang), tallies(prolonged, lang)
    assert first.kind == second.kind == "custody" and not comparable(first, second)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Ce soir 42 des personnes interpellées dorment au poste."),
        ("fr", "Ce soir 42 personnes supplémentaires sont blessées."),
        ("en", "Tonight 42 of the arrested people sleep at the station."),
        ("en", "Tonight 42 more people are hurt."),
        ("en", "Tonight another 42 people are hurt."),
    ],
)
def test_some_of_them_and_those_who_are_added_are_no_whole(lang: str, text: str) -> None:
    """ "42 of the arrested" and "42 more" count a part of the whole, or what comes beside it."""
    (figure,) = tallies(text, lang)
    assert figure.part


@pytest.mark.parametrize(
    ("lang", "fresh", "every"),
    [
        ("fr", "Le port abrite 900 nouveaux réfugiés.", "Le port abrite 900 réfugiés."),
        ("en", "The port shelters 900 new refugees.", "The port shelters 900 refugees in New Brindelle."),
    ],
)
def test_what_is_new_is_compared_with_what_is_new(lang: str, fresh: str, every: str) -> None:
    """Those who came since an earlier count are no rival of all; nor is a name that begins with New."""
    (new,), (known,) = tallies(fresh, lang), tallies(every, lang)
    assert new.fresh and not known.fresh
    assert not comparable(new, known) and comparable(new, new)
    assert not tallies("There are 20 in New Brindelle.", "en")[0].fresh
