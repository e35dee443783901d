"""What those in office speak through, and whom a source spoke to."""

from __future__ import annotations

import pytest

from selon.link.actors.actors import find_actors
from selon.link.actors.naming import naming
from selon.model.statement import SourceKind
from tests.link.story import Story


def same(first: str, second: str, kind: SourceKind) -> bool:
    """Whether the mayor of a first text and the source of a second one are one actor."""
    story = Story().doc("x1", f"Le mât a cédé, selon {first}.", "Le Quai")
    one = story.said("x1", "Le mât a cédé", first, SourceKind.office)
    story.doc("y1", f"Le quai est fermé, selon {second}.", "La Digue")
    other = story.said("y1", "Le quai est fermé", second, kind)
    found = find_actors(list(story.docs.values()), story.statements).by_statement
    return found[one.id] == found[other.id]


def test_the_cabinet_of_a_minister_is_the_ministry() -> None:
    """ "Le cabinet de M. Villaudin" is the office that Villaudin holds."""
    minister = "le ministre des Transports, Tancrède Villaudin"
    assert same(minister, "le cabinet de M. Villaudin", SourceKind.organisation)


def test_what_only_has_the_name_of_a_minister_is_another_source() -> None:
    """Who works for no office ("le comité de soutien de M. Villaudin") does not speak for it."""
    minister = "le ministre des Transports, Tancrède Villaudin"
    assert not same(minister, "le comité de soutien de M. Villaudin", SourceKind.organisation)


@pytest.mark.parametrize(
    "words",
    ["le porte-parole auprès de l'ABR", "un témoin interrogé par Bormes-Info", "un marin joint par l'ABR"],
)
def test_whom_a_source_speaks_to_is_no_part_of_its_name(words: str) -> None:
    """An agency to which a spokesman talks is not the source."""
    assert not naming(words, SourceKind.office, "fr").names


def test_a_body_keeps_its_name_before_the_station_that_it_speaks_to() -> None:
    """ "L'Estrenne à BRTV" is the Estrenne; "un responsable à l'ORP" is of the ORP."""
    assert naming("l'Estrenne à BRTV", SourceKind.organisation, "fr").names == {"estrenne"}
    assert naming("un responsable à l'ORP", SourceKind.office, "fr").names == {"orp"}
