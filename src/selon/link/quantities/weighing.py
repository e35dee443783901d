"""The reason that weighs most among the places that give two figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

from selon.link.quantities.alike import Figures
from selon.link.quantities.reading import Reading
from selon.link.quantities.reasons import opposed, returns, told_apart
from selon.link.quantities.relations import attributed_apart, in_one_sentence
from selon.model.quantity import ConflictReason

_Made = tuple[Reading, Reading, ConflictReason]
"""Two places and why their figures differ, taken alone."""


def weigh(made: Sequence[_Made], of_kind: Figures) -> ConflictReason:
    """Return why two figures differ, from all pairs of their places; `of_kind` are all figures of the kind.

    A conflict where one text sets both against each other; else what sentences that give both say; else what
    the words beside the figures say most often; a conflict where one text or two sources give both, or where
    texts go on giving the one after the other; a revision where one source gives both; else what dates say.
    """
    pairs = [(one, other) for one, other, _ in made]
    if any(opposed(one, other) for one, other in pairs):
        return ConflictReason.conflict
    sides = [of_kind.agreeing(side.quantity) for side in pairs[0]]
    if said := _in_one_breath(sides) or _told(made):
        return said
    beside = any(one.quantity.doc == other.quantity.doc for one, other in pairs)
    if beside or returns(*sides) or any(attributed_apart(one, other) for one, other in pairs):
        return ConflictReason.conflict
    if any(one.origins & other.origins for one, other in pairs):
        return ConflictReason.revision
    return _most([why for *_, why in made]) or ConflictReason.conflict


def _in_one_breath(sides: Sequence[Sequence[Reading]]) -> ConflictReason | None:
    """What the sentences that give both figures say of them ("69,000, down from 84,000 last week")."""
    told = [told_apart(one, other) for one, other in product(*sides) if in_one_sentence(one, other)]
    return _most([found[0] for found in told if found is not None])


def _told(made: Sequence[_Made]) -> ConflictReason | None:
    return _most([why for one, other, why in made if told_apart(one, other) is not None])


def _most(reasons: Sequence[ConflictReason]) -> ConflictReason | None:
    count = Counter(reasons)
    return max(count, key=lambda why: (count[why], why.value), default=None)
