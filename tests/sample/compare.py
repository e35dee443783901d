"""Hold traced claims and edges against the gold of the sample.

A predicted claim is matched to a gold claim by the places of their assertions: two places are one when they
share at least half of the shorter. Each predicted claim answers for one gold claim at most, its best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

import msgspec

from selon import sample
from selon.model.actor import ActorKind
from selon.model.claim import Claim, Dispute
from selon.model.document import FURNITURE, Document
from selon.model.lineage import Direction, Edge
from selon.model.span import Span
from selon.sample.gold import Asserted, GoldClaim, GoldDispute, GoldEdge, GoldOrigin, Trap, places
from selon.text.normalise import fold

GOLD = sample.gold()
Quoted = Asserted | GoldDispute


class ClaimResult(msgspec.Struct, frozen=True):
    """How one gold claim was met; `predicted` is None when no claim answers for it."""

    gold: str
    predicted: str | None
    missing: tuple[str, ...]
    """Documents that assert the claim and were not found."""
    extra: tuple[str, ...]
    """Documents that were said to assert it and do not."""
    origin_count: int | None
    kinds: tuple[ActorKind, ...]
    kinds_fit: bool
    unnamed: tuple[str, ...]
    """Gold actors that no predicted origin names."""
    altered: int
    """How many predicted origins were born of a changed copy."""
    misled: tuple[str, ...]
    """Documents whose assertion leads to another actor than it should, or to none."""
    circular: bool | None
    undisputed: tuple[str, ...]
    """Documents whose contest was not attached."""
    unopposed: tuple[str, ...]
    """Gold claims that should stand against this one and do not."""


class EdgeResult(msgspec.Struct, frozen=True):
    """How one gold edge was met; `found` is None when no edge joins the two documents."""

    gold: GoldEdge
    found: Edge | None
    directed: bool
    kind: bool
    level: bool


class TrapResult(msgspec.Struct, frozen=True):
    """The edges that fell into a trap: none is right."""

    trap: Trap
    edges: tuple[Edge, ...]


class Comparison(msgspec.Struct, frozen=True):
    """All results, in the order of the gold; `strays` are edges between documents of no gold edge."""

    claims: tuple[ClaimResult, ...]
    edges: tuple[EdgeResult, ...]
    traps: tuple[TrapResult, ...]
    strays: tuple[Edge, ...]

    def claim(self, id: str) -> ClaimResult:
        """Return the result for a gold claim."""
        return next(r for r in self.claims if r.gold == id)

    def edge(self, derived: str, source: str) -> EdgeResult:
        """Return the result for a gold edge."""
        return next(r for r in self.edges if (r.gold.derived, r.gold.source) == (derived, source))


def compare(claims: Sequence[Claim], edges: Sequence[Edge], documents: Sequence[Document]) -> Comparison:
    """Return how the traced `claims` and `edges` of the sample's `documents` meet the gold."""
    texts = {d.id: d for d in documents}
    spots = {c.id: _spots(c.asserted, texts) for c in GOLD.claims}
    matched = match(claims, spots)
    return Comparison(
        claims=tuple(_claim(g, matched, spots, texts) for g in GOLD.claims),
        edges=tuple(_edge(g, edges) for g in GOLD.edges),
        traps=tuple(TrapResult(t, tuple(e for e in edges if _joins(e, t.a, t.b))) for t in GOLD.traps),
        strays=tuple(e for e in edges if not any(_joins(e, g.derived, g.source) for g in GOLD.edges)),
    )


Spots = Mapping[str, Span]
"""One place in each document."""


def _spots(quoted: Iterable[Quoted], texts: Mapping[str, Document]) -> Spots:
    found = ((w.doc, spot(texts[w.doc], w.words)) for w in quoted if w.doc in texts)
    return {doc: place for doc, place in found if place}


def spot(document: Document, words: str) -> Span | None:
    """Return the first place of `words` in what a document says (not in its furniture), or None."""
    for place in places(words, document.text):
        part = document.part_at(place)
        if part is None or part.kind not in FURNITURE:
            return place
    return None


def same(a: Span, b: Span) -> bool:
    """Tell whether two places share at least half of the shorter."""
    return 2 * a.overlap(b) >= min(len(a), len(b))


def match(claims: Sequence[Claim], spots: Mapping[str, Spots]) -> dict[str, Claim]:
    """Return the predicted claim that answers for each gold claim: most hits first, then fewest others."""
    scored = [
        (_hits(c, places), len(c.assertions), c.id, gold, c) for gold, places in spots.items() for c in claims
    ]
    out: dict[str, Claim] = {}
    taken: set[str] = set()
    for hits, _, _, gold, claim in sorted(scored, key=lambda s: (-s[0], s[1], s[2], s[3])):
        if hits and gold not in out and claim.id not in taken:
            out[gold] = claim
            taken.add(claim.id)
    return out


def _hits(claim: Claim, spots: Spots) -> int:
    return len({a.doc for a in claim.assertions if a.doc in spots and same(a.content, spots[a.doc])})


def _claim(
    gold: GoldClaim, matched: Mapping[str, Claim], spots: Mapping[str, Spots], texts: Mapping[str, Document]
) -> ClaimResult:
    claim = matched.get(gold.id)
    asserting = {w.doc for w in gold.asserted}
    disputes = claim.disputed_by if claim else ()
    hit = {a.doc for a in claim.assertions if _at(a.doc, a.content, spots[gold.id])} if claim else set()
    kinds = tuple(sorted(o.kind for o in claim.origins)) if claim else ()
    return ClaimResult(
        gold=gold.id,
        predicted=claim.id if claim else None,
        missing=tuple(sorted(asserting - hit)),
        extra=tuple(d for d in claim.articles if d not in asserting) if claim else (),
        origin_count=claim.origin_count if claim else None,
        kinds=kinds,
        kinds_fit=claim is not None and kinds_fit(kinds, gold.origins),
        unnamed=tuple(o.actor for o in gold.origins if not claim or not _named(o, claim)),
        altered=sum(o.altered for o in claim.origins) if claim else 0,
        misled=tuple(w.doc for w in gold.asserted if not claim or not _leads(w, claim, spots[gold.id])),
        circular=claim.circular if claim else None,
        undisputed=tuple(
            d.doc for d in gold.disputed if not any(_at(p.doc, p.span, _spots([d], texts)) for p in disputes)
        ),
        unopposed=tuple(r for r in gold.rivals if not any(_opposes(p, r, matched, spots) for p in disputes)),
    )


def _at(doc: str, span: Span, spots: Spots) -> bool:
    return doc in spots and same(span, spots[doc])


def kinds_fit(kinds: Sequence[ActorKind], wanted: Sequence[GoldOrigin]) -> bool:
    """Tell whether the predicted kinds can be laid one to one on the gold origins."""
    return len(kinds) == len(wanted) and any(
        all(kind in origin.kinds for kind, origin in zip(order, wanted, strict=True))
        for order in permutations(kinds)
    )


def _named(origin: GoldOrigin, claim: Claim) -> bool:
    return any(names(o.name, origin.actor) for o in claim.origins)


def names(name: str, actor: str) -> bool:
    """Tell whether `name` is one of the gold actor's forms, or holds one, or is held in one."""
    said, known = fold(name), GOLD.actor(actor)
    return any(form in said or said in form for form in map(fold, (known.name, *known.forms)))


def _leads(asserted: Asserted, claim: Claim, spots: Spots) -> bool:
    """Tell whether every chain that starts at this assertion ends with its actor, and one does."""
    here = {
        n for n, a in enumerate(claim.assertions) if a.doc == asserted.doc and _at(a.doc, a.content, spots)
    }
    ends = {c.origin for c in claim.chains if c.assertion in here}
    if asserted.origin is None:
        return ends == {None}
    ending = {o.id: o.name for o in claim.origins}
    return bool(ends) and all(
        e in ending and names(ending[e], asserted.origin) for e in ends if e or len(ends) == 1
    )


def _opposes(dispute: Dispute, rival: str, matched: Mapping[str, Claim], spots: Mapping[str, Spots]) -> bool:
    other = matched.get(rival)
    return (other is not None and dispute.claim == other.id) or _at(dispute.doc, dispute.span, spots[rival])


def _joins(edge: Edge, a: str, b: str) -> bool:
    return {edge.derived, edge.source} == {a, b}


def _edge(gold: GoldEdge, edges: Sequence[Edge]) -> EdgeResult:
    found = next((e for e in edges if _joins(e, gold.derived, gold.source)), None)
    return EdgeResult(
        gold=gold,
        found=found,
        directed=found is not None and _directed(found, gold),
        kind=found is not None and found.kind == gold.kind,
        level=found is not None and found.level == max(gold.levels),
    )


def _directed(found: Edge, gold: GoldEdge) -> bool:
    decided = (found.derived, found.source) == (gold.derived, gold.source)
    return found.direction == gold.direction and (decided or gold.direction is Direction.undecided)
