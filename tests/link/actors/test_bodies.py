"""One actor for a body and those who speak for it, as long as its word can mean one alone."""

from __future__ import annotations

from selon.link.actors.actors import Cast, find_actors
from selon.model.statement import SourceKind
from tests.link.story import Story


def cast(*sources: str) -> tuple[Cast, list[str]]:
    """The actors of texts that each name one office as the source, and the actor of each text."""
    story, said = Story(), []
    for n, source in enumerate(sources):
        content = f"Le quai {n} est fermé"
        story.doc(f"d{n}", f"{content}, selon {source}.", f"Outlet {n}")
        said.append(story.said(f"d{n}", content, source, SourceKind.office).id)
    found = find_actors(list(story.docs.values()), story.statements)
    return found, [found.by_statement[s].id for s in said]


def test_the_bare_word_of_a_body_is_the_only_one_of_its_kind() -> None:
    """ "Le ministre" is the Ministry of the Interior where the dossier names no other ministry."""
    _, ids = cast("le ministère de l'Intérieur", "le ministre")
    assert ids[0] == ids[1]


def test_of_two_bodies_the_bare_word_means_neither() -> None:
    """Where two ministries are named, "le ministre" makes them no single actor."""
    _, ids = cast("le ministère de l'Intérieur", "le ministère de la Santé", "le ministre")
    assert ids[0] != ids[1]
    assert ids[2] not in ids[:2]


def test_fewer_words_for_one_body_are_that_body() -> None:
    """ "La préfecture de Morvagne" is that of its police when no other is named there."""
    _, ids = cast("la préfecture de Morvagne", "le préfet de Morvagne")
    assert ids[0] == ids[1]


def test_one_person_holds_two_offices_of_one_kind() -> None:
    """The prosecutor of a town heads the office against fraud: both are his, where nobody else's."""
    story = Story()
    story.doc("d0", "Le quai est fermé, selon le procureur de Vernissac, Ivo Sarre.", "A")
    story.doc("d1", "Le bac est sûr, selon le chef du parquet antifraude, Ivo Sarre.", "B")
    story.doc("d2", "Le pont tient, selon le chef du parquet antifraude.", "C")
    story.doc("d3", "La rive tient, selon le procureur de Vernissac.", "D")
    for doc, content, source in (
        ("d0", "Le quai est fermé", "le procureur de Vernissac, Ivo Sarre"),
        ("d1", "Le bac est sûr", "le chef du parquet antifraude, Ivo Sarre"),
        ("d2", "Le pont tient", "le chef du parquet antifraude"),
        ("d3", "La rive tient", "le procureur de Vernissac"),
    ):
        story.said(doc, content, source, SourceKind.office)
    assert len(find_actors(list(story.docs.values()), story.statements).actors) == 1


def test_words_before_the_body_qualify_what_it_speaks_through() -> None:
    """ "Le décompte très précis du ministère": the count is precise, the ministry is the ministry."""
    _, ids = cast("le ministère de l'Intérieur", "le décompte très précis du ministère de l'Intérieur")
    assert ids[0] == ids[1]
