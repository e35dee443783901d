"""Which rate a share tells, and which two rates are held against each other."""

from __future__ import annotations

import pytest

from selon.analyse.quantities import find_quantities
from selon.link.quantities.conflicts import find_conflicts
from selon.link.quantities.rates import RATE
from selon.link.quantities.readings import bare
from selon.model.document import Document
from selon.model.quantity import ConflictReason, QuantityConflict
from tests.link.story import Story


def rates(text: str, lang: str = "fr") -> list[tuple[float, str]]:
    """The figures of a text that tell a rate, and of what."""
    doc = Document("x1", text, lang, outlet="Le Fanal")
    found = (one for _, one in bare([doc], {doc.id: find_quantities(doc)}))
    return [(r.quantity.value, r.tally.kind.removeprefix(RATE)) for r in found if RATE in r.tally.kind]


def conflicts(*texts: str, day: str = "2023-02-06") -> tuple[QuantityConflict, ...]:
    story = Story()
    for n, text in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", day=day)
    return find_conflicts(list(story.docs.values()), (), story.quantities())


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Le taux de chômage de l'île est de 30 %, dit-elle.", "fr", [(30, "unemployment")]),
        ("Notre île compte 33 % de chômage et peu d'usines.", "fr", [(33, "unemployment")]),
        (
            "L'île a un taux de chômage de 22,8 % et un taux de pauvreté de 40 %.",
            "fr",
            [(22.8, "unemployment"), (40, "poverty")],
        ),
        ("Ici 42 % de la population vit sous le seuil de pauvreté.", "fr", [(42, "poverty")]),
        ("Some 42% of the population live below the poverty line.", "en", [(42, "poverty")]),
        ("The statistics office puts unemployment at 22.8% in Brindelle.", "en", [(22.8, "unemployment")]),
        ("The jobless rate fell to 7.1 percent.", "en", [(7.1, "unemployment")]),
        ("With 9% unemployment, the region suffers.", "en", [(9, "unemployment")]),
        (
            "Le déficit atteindra 3,4 % du PIB, contre 2,8 % prévus.",
            "fr",
            [(3.4, "deficit"), (2.8, "deficit")],
        ),
    ],
)
def test_a_share_is_of_the_rate_that_its_sentence_names(
    text: str, lang: str, found: list[tuple[float, str]]
) -> None:
    """A rate is named before its figure, right behind it, or by the line under which people fall."""
    assert rates(text, lang) == found


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le chômage a baissé de 0,3 % en mai.", "fr"),
        ("Le déficit reste sous la limite des 3 % du PIB.", "fr"),
        ("Le chômage inquiète, et 60 % des habitants veulent partir.", "fr"),
        ("La croissance du bourg atteint 2 % et la pêche va bien.", "fr"),
        ("Le chômage partiel touche 12 % des usines.", "fr"),
        ("Unemployment rose 2% last year.", "en"),
        ("Inflation matters, and wages rose sharply by 2 percent.", "en"),
    ],
)
def test_changes_limits_and_shares_of_something_else_are_no_rate(text: str, lang: str) -> None:
    """By how much a rate changes, what it may not pass, and a share of other people are not its height."""
    assert rates(text, lang) == []


def test_the_rate_of_a_group_is_another_rate() -> None:
    """Young people out of work are no measure of all who are."""
    assert rates("Le chômage des jeunes atteint 56 %.") == [(56, "unemployment among jeune")]
    assert rates("Youth unemployment has reached 56 percent.", "en") == [(56, "unemployment among youth")]
    assert rates("Ici 20 % des étudiants vivent sous le seuil de pauvreté.") == [(20, "poverty among etudia")]


def test_two_rates_of_one_name_differ_however_they_are_worded() -> None:
    """A deputy and the statistics office give two rates: a conflict, also of texts of two days."""
    (found,) = conflicts(
        "La colère monte à Brindelle parce que le taux de chômage y est très haut, autour de 30 %.",
        "Brindelle affiche un taux de chômage de 22,8 %, selon l'institut.",
    )
    assert ({found.a.value, found.b.value}, found.why) == ({30, 22.8}, ConflictReason.conflict)


def test_rates_of_two_years_rounded_or_of_two_places_are_no_difference() -> None:
    """Nobody disputes that a rate changes; 23 % is 22.8 % told without what follows the comma."""
    ours = "Brindelle affiche un taux de chômage de 22,8 % en 2019, selon l'institut."
    assert not conflicts(ours, "Brindelle affiche un taux de chômage de 30 % en 2021, selon l'institut.")
    assert not conflicts(ours, "Brindelle affiche un taux de chômage de 23 % en 2019, selon l'institut.")
    placed = "Le chômage à {} est de {} %, selon l'institut."
    assert not conflicts(placed.format("Brindelle", "22,8"), placed.format("Morvagne", "30"))
    assert conflicts(placed.format("Brindelle", "22,8"), placed.format("Brindelle", "30"))


def test_adjectives_of_two_places_set_rates_apart() -> None:
    """The debt of one country is not that of another."""
    text = "La dette {} atteint {} % du PIB, selon la banque."
    assert not conflicts(text.format("islandaise", 60), text.format("portugaise", 90))
    assert conflicts(text.format("islandaise", 60), text.format("islandaise", 90))
