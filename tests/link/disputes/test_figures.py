"""Claims that give different figures for one quantity dispute each other."""

from __future__ import annotations

from selon.model.claim import DisputeLevel
from tests.link.story import Story


def marchers(first: str | None, second: str | None) -> Story:
    """Two texts of two sources count the marchers of a day otherwise."""
    story = Story()
    for doc, count, source, day in (
        ("d0", "4.000", "la préfecture de Morvagne", first),
        ("d1", "7.000", "le syndicat des dockers", second),
    ):
        content = f"Les rues de Brindelle ont vu défiler {count} manifestants samedi"
        story.doc(doc, f"{content}, selon {source}.", f"Outlet {doc}", day=day)
        story.said(doc, content, source)
    return story


def test_two_counts_of_one_march_dispute_each_other() -> None:
    """Each of the two claims is told to be contested in its figure by the source of the other."""
    story = marchers("2023-02-06", "2023-02-06")
    levels = {c.text_doc: [(d.doc, d.level) for d in c.disputed_by] for c in story.claims()}
    assert levels == {"d0": [("d1", DisputeLevel.figure)], "d1": [("d0", DisputeLevel.figure)]}


def test_figures_of_two_periods_contest_nobody() -> None:
    """The counts of two Saturdays differ and stand beside each other."""
    assert not any(c.disputed_by for c in marchers("2022-02-06", "2023-02-06").claims())


def test_a_figure_on_nobodys_word_contests_nobody() -> None:
    """Two newsrooms that count the marchers themselves differ, and neither contests the other."""
    story = Story()
    for doc, count in (("d0", "4.000"), ("d1", "7.000")):
        content = f"Les rues de Brindelle ont vu défiler {count} manifestants samedi"
        story.doc(doc, f"{content}.", f"Outlet {doc}", day="2023-02-06")
        story.said(doc, content)
    claims = story.claims()
    assert len(claims) == 2 and not any(c.disputed_by for c in claims)
