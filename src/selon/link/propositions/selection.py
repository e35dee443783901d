"""Which sentences of the outlets' own voice are worth comparing: those that may repeat what somebody says."""

from __future__ import annotations

from collections.abc import Sequence

from selon.link.bags import Bags
from selon.link.propositions.propositions import Proposition
from selon.link.quantities.magnitudes import Figures, relation

CONTAINED = 0.45
"""Least weighted share of the smaller wording that must be common to be compared at all."""
MANY = 500
"""Voice sentences of a small dossier are all compared: about ten seconds of embedding, once."""
_TELLING = 3.0


def worth_comparing(found: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """Drop the voice sentences that share neither wording nor a figure with any other proposition."""
    if sum(p.voice for p in found) <= MANY:
        return tuple(found)
    near = Bags([p.stems for p in found]).most_contained() >= CONTAINED
    figured = [p for p in found if any(q.value > _TELLING for q in p.figures)]
    return tuple(p for k, p in enumerate(found) if not p.voice or near[k] or _same_figure(p, figured))


def _same_figure(one: Proposition, others: Sequence[Proposition]) -> bool:
    values = {q.value for q in one.figures if q.value > _TELLING}
    if not values:
        return False
    return any(
        other.doc != one.doc
        and values & {q.value for q in other.figures}
        and relation(one.figures, other.figures, (one.lang, other.lang)) is Figures.same
        for other in others
    )


def worth_showing(found: Sequence[Proposition], group: Sequence[int]) -> bool:
    """Keep a group with somebody's statement, with two documents, or with a figure of some size."""
    if any(not found[k].voice for k in group) or len({found[k].doc for k in group}) > 1:
        return True
    return any(q.unit and q.value > _TELLING for k in group for q in found[k].figures)
