"""What a person decided about two things: kept, superseded, never overwritten.

The shape follows the resolver of nomenklatura (OpenSanctions): every decision is a record of its own; the
last one about a pair stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from selon.model.identity import make_id
from selon.model.span import Span


class Subject(StrEnum):
    """What a judgement is about: two actors, places of claims or documents, or a claim and the lists."""

    actors = "actors"
    claims = "claims"
    reuse = "reuse"
    lists = "lists"
    """A claim judged `different` from LISTS is put aside where claims are listed; nothing else changes."""


LISTS = "lists"
"""The key of the lists themselves."""


class Verdict(StrEnum):
    """What was decided. `withdrawn` takes a decision back and leaves the pair to the machine again."""

    same = "same"
    different = "different"
    unsure = "unsure"
    withdrawn = "withdrawn"


class Judgement(msgspec.Struct, frozen=True):
    """One decision of one person about the pair `a`, `b` (sorted).

    Actors are named by one of `Actor.keys`, documents by their id, claims by the place of one of their
    assertions (`place_key`), so that a judgement holds whatever ids later runs give. `time` is UTC, ISO 8601.
    """

    id: str
    about: Subject
    a: str
    b: str
    verdict: Verdict
    by: str
    time: str
    note: str = ""
    supersedes: str | None = None


def judgement(
    about: Subject, a: str, b: str, verdict: Verdict, by: str, time: str, note: str, former: Judgement | None
) -> Judgement:
    """Return the record of a decision; its id depends on all of it. Raises ValueError for a pair of one."""
    if a == b:
        raise ValueError("a judgement is about two different things")
    first, second = sorted((a, b))
    supersedes = former.id if former else None
    ident = make_id("j", about, first, second, verdict, by, time, note, supersedes)
    return Judgement(ident, about, first, second, verdict, by, time, note, supersedes)


def standing(every: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements in force, sorted: those that no other supersedes and that are not withdrawn."""
    return tuple(j for j in latest(every) if j.verdict is not Verdict.withdrawn)


def latest(every: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the last word on each pair, sorted, withdrawals among them: those that no other supersedes."""
    records = {j.id: j for j in every}
    over = {j.supersedes for j in records.values()}
    last = [j for j in records.values() if j.id not in over]
    return tuple(sorted(last, key=lambda j: (j.about, j.a, j.b, j.time, j.id)))


def together(judgements: Iterable[Judgement], about: Subject) -> tuple[frozenset[str], ...]:
    """Return the sets of keys that judgements of one subject say are the same, sorted by their first key."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for one in sorted(judgements, key=lambda j: (j.a, j.b)):
        if one.about is about and one.verdict is Verdict.same:
            first, second = sorted((root(one.a), root(one.b)))
            parent[second] = first
    sets: dict[str, set[str]] = defaultdict(set)
    for key in parent:
        sets[root(key)].add(key)
    return tuple(frozenset(sets[k]) for k in sorted(sets))


def contradicted(judgements: Sequence[Judgement]) -> Judgement | None:
    """Return a judgement `different` whose two sides others say are the same, or None."""
    for about in Subject:
        sets = together(judgements, about)
        apart = (j for j in judgements if j.about is about and j.verdict is Verdict.different)
        for one in apart:
            if any(one.a in many and one.b in many for many in sets):
                return one
    return None


def put_aside(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, str, Span], ...]:
    """Return the places of the claims that somebody put aside in the lists, with the judgement of each."""
    found = (j for j in judgements if j.about is Subject.lists and j.verdict is Verdict.different)
    keys = ((j, key) for j in found for key in (j.a, j.b) if key != LISTS)
    return tuple((j, *place_of(key)) for j, key in keys)


def place_key(doc: str, span: Span) -> str:
    """Return the key of a place of a document: `ID@START-END`, code points."""
    return f"{doc}@{span.start}-{span.end}"


def place_of(key: str) -> tuple[str, Span]:
    """Return the document and span of a place key. Raises ValueError for anything else."""
    doc, mark, ends = key.rpartition("@")
    start, dash, end = ends.partition("-")
    if not (mark and dash and start.isdigit() and end.isdigit() and int(start) < int(end)):
        raise ValueError(f"{key} is no place: DOCUMENT@START-END")
    return doc, Span(int(start), int(end))
