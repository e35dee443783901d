"""Figures that differ: which are told, and the reason given."""

from __future__ import annotations

from selon.link.conflicts import find_conflicts
from selon.model.quantity import ConflictReason, QuantityConflict
from tests.link.story import Story


def conflicts(*texts: tuple[str, str | None]) -> tuple[QuantityConflict, ...]:
    story = Story()
    for n, (text, day) in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}", day=day)
    return find_conflicts(list(story.docs.values()), (), story.quantities())


def test_two_figures_for_one_thing_are_told() -> None:
    """Two counts of the marchers of one day are a conflict, with both places."""
    (found,) = conflicts(
        ("Les rues de Brindelle ont vu défiler 4.000 manifestants samedi.", None),
        ("Les rues de Brindelle ont vu défiler 7.000 manifestants samedi.", None),
    )
    assert (found.a.value, found.b.value, found.why) == (4000, 7000, ConflictReason.conflict)


def test_another_day_is_only_apparent() -> None:
    """Figures of two dates are told as of two periods."""
    (found,) = conflicts(
        ("Les rues de Brindelle ont vu défiler 4.000 manifestants le 3 mai.", None),
        ("Les rues de Brindelle ont vu défiler 7.000 manifestants le 10 mai.", None),
    )
    assert found.why is ConflictReason.period


def test_two_years_are_two_periods() -> None:
    """Grants of two years are no conflict."""
    (found,) = conflicts(
        ("La ville a versé 6,6 millions d'euros au musée de la mer.", "2021-03-01"),
        ("La ville a versé 4,5 millions d'euros au musée de la mer.", "2022-03-01"),
    )
    assert found.why is ConflictReason.period


def test_a_new_count_is_a_revision() -> None:
    """ "Porté à" says that the figure replaces an earlier one."""
    (found,) = conflicts(
        ("Le naufrage du bac a fait douze blessés parmi les passagers.", "2023-02-06"),
        ("Le bilan du naufrage du bac est porté à vingt blessés parmi les passagers.", "2023-02-07"),
    )
    assert found.why is ConflictReason.revision


def test_equal_near_or_other_things_are_silent() -> None:
    """Equal figures, approximations of one, other units and other things are no conflicts."""
    assert not conflicts(
        ("Près de 4.000 manifestants ont défilé à Brindelle samedi.", None),
        ("Ils étaient 4.050 manifestants à défiler à Brindelle samedi.", None),
    )
    assert not conflicts(
        ("Le port a perdu 400 tonnes de sel.", None), ("La chorale de Morvagne compte 700 membres.", None)
    )
