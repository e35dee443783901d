"""Which sentences of the outlets' own voice are worth comparing: those that may repeat what somebody says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.link.kept import Kept
from selon.link.propositions.figured import TERM
from selon.link.propositions.mates import mated
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.rarity import rarity
from selon.link.quantities.magnitudes import Figures, concept, relation

CONTAINED = 0.45
"""Least weighted share of the smaller wording that must be common to be compared at all."""
MANY = 500
"""Voice sentences of a small dossier are all compared: about ten seconds of embedding, once."""
_TELLING = 3.0


def worth_comparing(found: Sequence[Proposition], kept: Kept | None = None) -> tuple[Proposition, ...]:
    """Drop the voice sentences that share neither wording nor a figure with any other proposition.

    `kept` is what an earlier run found out.
    """
    if sum(p.voice for p in found) <= MANY:
        return tuple(found)
    bags = [p.stems for p in found]
    near = mated(bags, rarity(found, bags), CONTAINED, kept or Kept())
    figured: dict[float, list[Proposition]] = defaultdict(list)
    for one in found:
        for value in _values(one):
            figured[value].append(one)
    return tuple(p for k, p in enumerate(found) if not p.voice or near[k] or _same_figure(p, figured))


def _values(one: Proposition) -> set[float]:
    return {q.value for q in one.figures if q.value > _TELLING}


def _same_figure(one: Proposition, figured: Mapping[float, Sequence[Proposition]]) -> bool:
    return any(
        other.doc != one.doc and relation(one.figures, other.figures, (one.lang, other.lang)) is Figures.same
        for value in sorted(_values(one))
        for other in figured[value]
    )


def worth_showing(found: Sequence[Proposition], group: Sequence[int]) -> bool:
    """Keep a group with somebody's statement, with two documents, or with a figure of some size; not one that
    only tells the age of a source."""
    if all(_age(found[k]) for k in group):
        return False
    if any(not found[k].voice for k in group) or len({found[k].doc for k in group}) > 1:
        return True
    return any(q.unit and q.value > _TELLING for k in group for q in found[k].figures)


def _age(one: Proposition) -> bool:
    """Tell whether a place beside what its source says holds years alone ("says Ana Sol, a baker of 24")."""
    beside = not any(c.overlap(one.span) for c in one.statement.content)
    return beside and bool(one.figures) and all(concept(q.unit, one.lang) == TERM for q in one.figures)
