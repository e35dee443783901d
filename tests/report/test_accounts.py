"""Where the source that an article names is not the text that its words come from, both are told."""

from __future__ import annotations

from selon.model.statement import SourceKind
from selon.report.html import render
from selon.report.questions.accounts import Difference, accounts
from selon.report.questions.case import Case
from selon.report.terminal.accounts import account_lines
from selon.report.wording import words
from tests.link.story import Story
from tests.report.sample import Sample

WORDS = "Le phare sera vendu à Corvalis avant le printemps"


def story() -> Story:
    """La Balise names Le Fanal as its source."""
    made = Story().doc("b1", f"{WORDS}, selon Le Fanal.", "La Balise", day="2024-02-02")
    made.said("b1", WORDS, "Le Fanal", SourceKind.media)
    return made


def other(made: Story, ident: str, outlet: str, text: str = f"{WORDS}, affirme Aubin Trellec.") -> Story:
    made.doc(ident, text, outlet, day="2024-02-01")
    if WORDS in text:
        made.said(ident, WORDS, "Aubin Trellec", SourceKind.named_person)
    return made


def view(made: Story) -> Sample:
    said = [s for many in made.statements.values() for s in many]
    docs = list(made.docs.values())
    return Sample(docs=docs, said=said, found=list(made.claims()), aligned=made.passages, lineage=made.edges)


def told(made: Story) -> list[tuple[str, str, Difference, str | None]]:
    shown = view(made)
    (claim,) = [c for c in shown.found if "b1" in c.articles]
    return [(a.doc, a.named, a.difference, a.text) for a in accounts(Case(shown), claim)]


def test_a_named_outlet_whose_text_says_so_leaves_nothing_to_tell() -> None:
    """Named and textual source are one: Le Fanal says it, and the words were copied from Le Fanal or not."""
    made = other(story(), "a1", "Le Fanal")
    assert told(made) == []
    assert told(made.copy("b1", "a1", WORDS, WORDS)) == []


def test_words_from_another_text_than_the_one_named_are_told() -> None:
    """La Balise names Le Fanal and prints what La Digue wrote: both are shown, with the text of La Digue."""
    made = other(other(story(), "a1", "Le Fanal"), "c1", "La Digue").copy("b1", "c1", WORDS, WORDS)
    assert told(made) == [("b1", "Le Fanal", Difference.elsewhere, "c1")]
    (claim,) = view(made).found
    lines = account_lines(Case(view(made)), claim, words("en"))
    shown = " ".join(str(getattr(line, "renderable", line)) for line in lines)
    assert "La Balise (b1) names Le Fanal as its source; the words come from La Digue (c1)." in shown
    assert "the words come from La Digue (c1)" in render(view(made), "en")


def test_an_outlet_that_says_nothing_of_it_is_told() -> None:
    """Le Fanal has a text in the dossier, on another matter: the claim ends with its name, as is told."""
    made = other(story(), "a1", "Le Fanal", "Le marché couvert rouvrira jeudi.")
    assert told(made) == [("b1", "Le Fanal", Difference.silent, None)]


def test_an_outlet_that_says_otherwise_is_told() -> None:
    """La Balise gives Le Fanal forty hurt where Le Fanal has fourteen: its texts say otherwise."""
    made, fewer = Story(), "Quatorze passagers du bac Estrenne ont été blessés"
    more = fewer.replace("Quatorze", "Quarante")
    made.doc("a1", f"{fewer}, affirme Aubin Trellec.", "Le Fanal", day="2024-02-01")
    made.said("a1", fewer, "Aubin Trellec", SourceKind.named_person)
    made.doc("b1", f"{more}, selon Le Fanal.", "La Balise", day="2024-02-02")
    made.said("b1", more, "Le Fanal", SourceKind.media)
    assert told(made) == [("b1", "Le Fanal", Difference.otherwise, None)]
