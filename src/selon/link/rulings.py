"""What people decided, held against what the machine found: a rejected link never comes back by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.alias import Alias
from selon.model.judgement import Judgement, Subject, Verdict
from selon.model.lineage import Edge
from selon.model.passage import Passage


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
