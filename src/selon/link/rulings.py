"""What people decided, held against what the machine found: a rejected link never comes back by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from selon.link.propositions import Proposition
from selon.model.alias import Alias
from selon.model.judgement import Judgement, Subject, Verdict, place_of, together
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.span import Span


@dataclass(frozen=True)
class Rulings:
    """The judgements in force and the names that the user gave."""

    judgements: tuple[Judgement, ...] = ()
    aliases: tuple[Alias, ...] = ()

    def pairs(self, about: Subject, verdict: Verdict) -> tuple[Judgement, ...]:
        """Return the judgements of one subject and verdict, in order."""
        return tuple(j for j in self.judgements if j.about is about and j.verdict is verdict)


NONE = Rulings()
"""Nobody decided anything."""


def allowed_passages(passages: Sequence[Passage], rulings: Rulings) -> tuple[Passage, ...]:
    """Return the passages but those between two texts that somebody judged no copies of each other."""
    apart = _apart(rulings)
    return tuple(p for p in passages if frozenset((p.a, p.b)) not in apart)


def allowed_edges(edges: Sequence[Edge], rulings: Rulings) -> tuple[Edge, ...]:
    """Return the lineage but for edges between two texts that somebody judged no copies of each other."""
    apart = _apart(rulings)
    return tuple(e for e in edges if frozenset((e.derived, e.source)) not in apart)


def _apart(rulings: Rulings) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((j.a, j.b)) for j in rulings.pairs(Subject.reuse, Verdict.different))


def joined_places(found: Sequence[Proposition], rulings: Rulings) -> tuple[tuple[int, ...], ...]:
    """Return the rows of `found` that judgements put into one claim, each set sorted, two rows or more."""
    sets = []
    for keys in together(rulings.judgements, Subject.claims):
        rows = {k for key in sorted(keys) for k in _rows(found, key)}
        if len(rows) > 1:
            sets.append(tuple(sorted(rows)))
    return tuple(sorted(sets))


def judged_places(found: Sequence[Proposition], rulings: Rulings) -> frozenset[int]:
    """Return the rows of `found` that any judgement about claims names."""
    keys = {key for j in rulings.judgements if j.about is Subject.claims for key in (j.a, j.b)}
    return frozenset(k for key in sorted(keys) for k in _rows(found, key))


def parted_places(
    found: Sequence[Proposition], rulings: Rulings, joined: Sequence[Sequence[int]]
) -> frozenset[tuple[int, int]]:
    """Return the pairs of rows that must not meet: places judged different, with all that is the same as
    them."""
    mates = {k: tuple(many) for many in joined for k in many}
    out: set[tuple[int, int]] = set()
    for one in rulings.pairs(Subject.claims, Verdict.different):
        for i, j in product(_rows(found, one.a), _rows(found, one.b)):
            out.update(product(mates.get(i, (i,)), mates.get(j, (j,))))
    return frozenset((min(p), max(p)) for p in out)


def _rows(found: Sequence[Proposition], key: str) -> tuple[int, ...]:
    """The places that a key names: at least half of either; none when the document has left the dossier."""
    doc, span = place_of(key)
    return tuple(k for k, p in enumerate(found) if p.doc == doc and _one_place(p.span, span))


def _one_place(one: Span, other: Span) -> bool:
    return one.overlap(other) * 2 > min(len(one), len(other))
