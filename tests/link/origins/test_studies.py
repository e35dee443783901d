"""A study and those who made it are one source, unless their names tell two."""

from __future__ import annotations

from selon.link.chains.scene import End
from selon.link.origins.studies import Doubt, join_studies
from selon.model.actor import ActorKind


def end(key: str, kind: ActorKind, *names: str) -> End:
    return End(key, key, kind, on_record=True, doc=key, study=True, names=frozenset(names))


def test_a_study_is_who_made_it_and_the_doubt_is_told() -> None:
    """ "The study" and its lead author are one origin: the author, who may be of another one."""
    doubts: list[Doubt] = []
    ends = [end("a study", ActorKind.document), end("person:pellworth", ActorKind.person, "pellworth")]
    join_studies(found := list(ends), doubts)
    assert [e and e.key for e in found] == ["person:pellworth"] * 2
    assert [change for _, change, _ in doubts] == [1]


def test_studies_with_two_names_are_two() -> None:
    """What the universities of two towns found are two studies."""
    ends = [
        end("morvagne", ActorKind.document, "morvagne"),
        end("brindelle", ActorKind.document, "brindelle"),
    ]
    join_studies(found := list(ends), [])
    assert found == ends


def test_what_is_no_study_is_left_alone() -> None:
    """Only studies and those who made them join."""
    mayor = End("person:mayor", "the mayor", ActorKind.person, on_record=True, doc="d1")
    ends = [end("a study", ActorKind.document), mayor]
    join_studies(found := list(ends), [])
    assert found == ends
