"""Clauses of one content that ended in the same claim, or alone, become one proposition again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from selon.link.propositions.propositions import Proposition
from selon.model.span import hull


@dataclass(frozen=True, slots=True)
class Fused:
    """Propositions after fusion, their groups, and the row of the longest piece that each was made of."""

    found: tuple[Proposition, ...]
    groups: tuple[tuple[int, ...], ...]
    rows: tuple[int, ...]


def fuse(found: Sequence[Proposition], groups: Sequence[Sequence[int]]) -> Fused:
    """Return the propositions with the pieces of each content put together where nothing keeps them apart.

    Pieces of one sentence of one statement fuse inside a group; single pieces fuse with each other into one
    claim of their own, and counts that only stand beside each other are one claim, so that a content is cut
    only where it supports two claims.
    """
    groups = _without_companions(found, groups)
    made: list[tuple[Proposition, int, int]] = []
    lone: dict[tuple[str, object], list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        if len(group) == 1:
            lone[_content(found[group[0]])].append(group[0])
            continue
        inside: dict[tuple[str, object], list[int]] = defaultdict(list)
        for k in group:
            inside[_content(found[k])].append(k)
        made.extend((*_one(found, pieces), n) for pieces in inside.values())
    for m, pieces in enumerate(lone.values()):
        made.append((*_one(found, pieces), len(groups) + m))
    return _numbered(made)


def _without_companions(
    found: Sequence[Proposition], groups: Sequence[Sequence[int]]
) -> list[tuple[int, ...]]:
    """Put counts together that stand in the same contents and nowhere else, two or more."""
    made: dict[object, list[int]] = {}
    for n, group in enumerate(groups):
        counts = len(group) > 1 and all(found[k].figures for k in group)
        key = frozenset(_content(found[k]) for k in group) if counts else n
        made.setdefault(key, []).extend(group)
    return [tuple(sorted(group)) for group in made.values()]


def _content(one: Proposition) -> tuple[str, object]:
    return one.statement.id, one.sentence


def _one(found: Sequence[Proposition], pieces: Sequence[int]) -> tuple[Proposition, int]:
    if len(pieces) == 1 and len(found[pieces[0]].figures) < 2:
        return found[pieces[0]], pieces[0]
    longest = max(pieces, key=lambda k: (len(found[k].span), -k))
    many = [found[k] for k in sorted(pieces)]
    one = replace(
        found[longest],
        span=hull(tuple(p.span for p in many)),
        stems=frozenset().union(*(p.stems for p in many)),
        names=frozenset().union(*(p.names for p in many)),
        moments=frozenset().union(*(p.moments for p in many)),
        figures=tuple(sorted({q for p in many for q in p.figures}, key=lambda q: q.span)),
        positive=all(p.positive for p in many),
    )
    return one, longest


def _numbered(made: Sequence[tuple[Proposition, int, int]]) -> Fused:
    ordered = sorted(made, key=lambda m: (m[0].key, m[2]))
    groups: dict[int, list[int]] = defaultdict(list)
    for k, (_, _, group) in enumerate(ordered):
        groups[group].append(k)
    return Fused(
        tuple(m[0] for m in ordered),
        tuple(sorted(tuple(g) for g in groups.values())),
        tuple(m[1] for m in ordered),
    )
