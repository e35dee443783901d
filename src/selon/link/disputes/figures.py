"""Claims that give different figures for one quantity dispute each other, where nothing else tells why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from selon.link.quantities.magnitudes import agree
from selon.model.actor import ActorKind
from selon.model.claim import Claim, Dispute, DisputeLevel
from selon.model.quantity import ConflictReason, Quantity, QuantityConflict

_Place = tuple[int, int]
"""A claim and one of its assertions, by number."""


def with_figures(claims: Sequence[Claim], conflicts: Sequence[QuantityConflict]) -> tuple[Claim, ...]:
    """Return the claims, each disputed also by those whose figure cannot stand beside its own.

    Only what is a conflict is a dispute: a revision, another period or scope contradicts nobody, nor does a
    figure that newsrooms give on nobody's word.
    """
    places = _places(claims)
    more: dict[int, set[Dispute]] = defaultdict(set)
    for one in conflicts:
        if one.why is ConflictReason.conflict:
            for mine, theirs in _rivals(one, places):
                more[mine[0]].add(_dispute(claims, theirs))
                more[theirs[0]].add(_dispute(claims, mine))
    return tuple(_disputed(c, more[n]) if n in more else c for n, c in enumerate(claims))


def _places(claims: Sequence[Claim]) -> Mapping[Quantity, tuple[_Place, ...]]:
    """Where each quantity of a claim is given on somebody's word."""
    out: dict[Quantity, list[_Place]] = defaultdict(list)
    for n, claim in enumerate(claims):
        for quantity in claim.quantities:
            for k, one in enumerate(claim.assertions):
                here = one.doc == quantity.doc and one.content.overlap(quantity.span)
                if here and _vouched(claim, k):
                    out[quantity].append((n, k))
    return {quantity: tuple(many) for quantity, many in out.items()}


def _vouched(claim: Claim, at: int) -> bool:
    """Whether an assertion names its source, or is known to come from one."""
    ends = (o.kind for o in claim.origins if at in o.assertions)
    return claim.assertions[at].source is not None or any(kind is not ActorKind.media for kind in ends)


def _rivals(
    conflict: QuantityConflict, places: Mapping[Quantity, Sequence[_Place]]
) -> Iterator[tuple[_Place, _Place]]:
    every = (conflict.a, conflict.b, *conflict.others)
    sides = [
        [place for q in every if agree(q, side) for place in places.get(q, ())]
        for side in (conflict.a, conflict.b)
    ]
    for mine in sides[0]:
        yield from ((mine, theirs) for theirs in sides[1] if theirs[0] != mine[0])


def _dispute(claims: Sequence[Claim], place: _Place) -> Dispute:
    claim, one = claims[place[0]], claims[place[0]].assertions[place[1]]
    name = next((o.name for o in claim.origins if place[1] in o.assertions), one.doc)
    return Dispute(one.doc, one.content, name, DisputeLevel.figure, one.statement, claim.id)


def _disputed(claim: Claim, more: set[Dispute]) -> Claim:
    """The claim with further disputes; a place that contests it already is told once."""
    known = {(d.doc, d.span) for d in claim.disputed_by}
    fresh = {d for d in more if (d.doc, d.span) not in known}
    every = sorted({*claim.disputed_by, *fresh}, key=lambda d: (d.doc, d.span, d.claim or ""))
    return replace(claim, disputed_by=tuple(every))
