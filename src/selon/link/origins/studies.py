"""A study and those who made it are one source, unless their names tell two."""

from __future__ import annotations

from selon.link.chains.scene import End
from selon.model.actor import ActorKind

_SHORT_NAME = 3
"""Letters of a name that tells no study from another ("a US study")."""

Doubt = tuple[str, int, tuple[str, ...]]
"""What may be otherwise, by how much the count would change, and the documents that it is about."""


def join_studies(ends: list[End | None], doubts: list[Doubt]) -> None:
    """Join a study and those who made it, unless their names tell two: a person by name before the rest."""
    found = sorted({e.key: e for e in ends if e is not None and e.study}.values(), key=_studied)
    for n, one in enumerate(found):
        first = next((e for e in found[:n] if not _two_studies(e, one)), None)
        if first is not None:
            ends[:] = [first if e is not None and e.key == one.key else e for e in ends]
            doubts.append(
                (f"“{one.name}” may be of another study than “{first.name}”", 1, (one.doc, first.doc))
            )
            found[n] = first


def _studied(end: End) -> tuple[bool, bool, bool, str]:
    return end.kind is not ActorKind.person, not end.names, end.kind is not ActorKind.document, end.key


def _two_studies(one: End, other: End) -> bool:
    """Whether both are named and share no name; a person may be of any study."""
    persons = ActorKind.person in (one.kind, other.kind) and one.kind is not other.kind
    told = [frozenset(n for n in e.names if len(n) > _SHORT_NAME) for e in (one, other)]
    return not persons and bool(told[0] and told[1]) and told[0].isdisjoint(told[1])
