"""Figures of one quantity that differ, and why: conflict, revision, period or scope.

Two figures are held against each other when they count the same heads or things and stand in wordings that
are alike once the figures are left out; `selon.link.quantities.reasons` says why they differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from selon.link.quantities.alike import Figures, by_kind
from selon.link.quantities.comparing import Values, key_of, side_by_side
from selon.link.quantities.pairs import Pair, find_pairs
from selon.link.quantities.reading import Reading
from selon.link.quantities.readings import Bare, bare, readings
from selon.link.quantities.reasons import why
from selon.link.quantities.steps import (
    Contested,
    contesting,
    printed,
    rounded_together,
    steps_of,
    supported,
    with_steps,
)
from selon.link.quantities.times import of_one_event, of_one_time
from selon.link.quantities.weighing import weigh
from selon.model.claim import Claim, DisputeLevel
from selon.model.document import Document
from selon.model.quantity import ConflictReason, Quantity, QuantityConflict
from selon.model.span import Span

VERSION = 11

_ELSE = 0.85
"""Least likeness, figures masked, of two places that give one figure for one thing."""


def find_conflicts(
    docs: Sequence[Document],
    claims: Sequence[Claim],
    quantities: Mapping[str, Sequence[Quantity]],
    figures: Bare | None = None,
) -> tuple[QuantityConflict, ...]:
    """Return the pairs of figures for one thing that differ, sorted by place.

    `quantities` is by document id. Two figures are told once, where most articles tell them, with all other
    places of both; of a toll that grows ("60, 85, 104 injured") each step is told, of other counts what
    differs from the figure that most texts give. `figures` are those of all documents, read here when not
    given.
    """
    every = bare(sorted(docs, key=lambda d: d.id), quantities) if figures is None else figures
    found = readings(every, claims)
    kinds = by_kind(found)
    told = {c.id: len(c.articles) for c in claims}
    pairs: dict[Values, list[Pair]] = defaultdict(list)
    apart = side_by_side(found)
    for pair in find_pairs(found, kinds, apart):
        pairs[key_of(*pair[1:])].append(pair)
    pairs = of_one_time(of_one_event(rounded_together(pairs), found))
    made = with_steps(pairs, apart)
    contested = _contested(claims)
    steps = steps_of(made, contested, apart, supported(found), printed(found))
    conflicts = (
        _told_once(made[key], found, kinds[key[0]], told, contested, grown=key not in pairs) for key in steps
    )
    return tuple(sorted(conflicts, key=_place))


def _contested(claims: Sequence[Claim]) -> Contested:
    """The claims of which one contests the other's figure, both ways."""
    figures = ((c.id, d.claim) for c in claims for d in c.disputed_by if d.level is DisputeLevel.figure)
    found = {(one, other) for one, other in figures if other is not None}
    return frozenset(found | {(other, one) for one, other in found})


def _told_once(
    many: Sequence[Pair],
    found: Sequence[Reading],
    of_kind: Figures,
    told: Mapping[str, int],
    contested: Contested,
    grown: bool = False,
) -> QuantityConflict:
    """The conflict of two figures, with the reason that weighs most among the pairs of their places.

    What one claim contests of the other is a conflict, whatever else lies between them; steps of one toll
    (`grown`) revise each other.
    """
    made = [(alike, one, other, _conflict(one, other, found)) for alike, one, other in many]
    if contesting(many, contested):
        reason = ConflictReason.conflict
    elif grown:
        reason = ConflictReason.revision
    else:
        reason = weigh([(one, other, conflict.why) for _, one, other, conflict in made], of_kind)
    ranked = [
        (c.why is not reason, -_told(one, told) - _told(other, told), -alike, _place(c), c, one, other)
        for alike, one, other, c in made
    ]
    *_, first, one, other = min(ranked, key=lambda r: r[:4])
    places = [*of_kind.like(one, _ELSE), *of_kind.like(other, _ELSE)]
    own = {first.a, first.b}
    return replace(
        first,
        why=reason,
        others=tuple(sorted({r.quantity for r in places} - own, key=lambda q: (q.doc, q.span))),
        claims=tuple(sorted({*first.claims, *(c for r in places for c in r.claims)})),
    )


def _told(one: Reading, told: Mapping[str, int]) -> int:
    """How many articles tell a figure, by the claim that most of them share."""
    return max((told[c] for c in one.claims), default=1)


def _place(conflict: QuantityConflict) -> tuple[str, Span, str, Span]:
    return conflict.a.doc, conflict.a.span, conflict.b.doc, conflict.b.span


def _conflict(one: Reading, other: Reading, found: Sequence[Reading]) -> QuantityConflict:
    reason, words = why(one, other, found)
    claims = tuple(sorted({*one.claims, *other.claims}))
    return QuantityConflict(one.quantity, other.quantity, reason, words, claims)
