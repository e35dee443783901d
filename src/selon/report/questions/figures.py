"""The figures of one quantity side by side, each with its articles and origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.model.claim import DisputeLevel, Origin
from selon.model.passage import ReuseKind
from selon.model.quantity import ConflictReason, Quantity, QuantityConflict
from selon.report.questions.case import Case, Listed


@dataclass(frozen=True)
class Figure:
    """One figure: where it first stands, in its exact words, and which claim it belongs to, if any."""

    quantity: Quantity
    words: str
    claim: Listed | None
    docs: tuple[str, ...]
    why: ConflictReason | None = None
    why_words: str = ""
    what: str = ""
    """What is counted, when the document prints those very words."""
    copied: str | None = None
    """The text that asserts the claim and that this figure's first text copies, changed."""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The origins of its claim."""
        return self.claim.claim.origins if self.claim else ()


def figures(case: Case, item: Listed) -> tuple[Figure, ...]:
    """Return the figures that stand against those of a claim, its own first, then by publication.

    They come from figures found to differ, and from claims that dispute this one by a figure. Empty when
    nothing in the dossier differs.
    """
    touching = [c for c in case.conflicts if _touches(item, c)]
    compared = [*_conflicting(case, item, touching)]
    own = _own(case, item, touching)
    known = {f.claim.claim.id for f in compared if f.claim}
    rivals = [*compared, *(f for f in _disputing(case, item) if f.claim and f.claim.claim.id not in known)]
    if not rivals or own is None:
        return ()
    rows = {_key(item, own): Figure(own, _words(case, own), item, item.claim.articles, what=_what(case, own))}
    for rival in sorted(rivals, key=lambda f: (case.order(f.quantity.doc), f.quantity.span)):
        rows.setdefault(_key(rival.claim, rival.quantity), rival)
    return tuple(rows.values())


def _own(case: Case, item: Listed, touching: Sequence[QuantityConflict]) -> Quantity | None:
    """Return the first place of the figure of a claim: the one held against others, else its first figure."""
    held = [q for c in touching for q in (c.a, c.b) if _belongs(item, q)]
    every = sorted((*item.claim.quantities, *held), key=lambda q: (*case.order(q.doc), q.span.start))
    chosen = min(held, key=lambda q: (*case.order(q.doc), q.span.start), default=next(iter(every), None))
    same = (q for q in every if chosen and (q.value, q.upper) == (chosen.value, chosen.upper))
    return next(same, chosen)


def _conflicting(case: Case, item: Listed, touching: Sequence[QuantityConflict]) -> Iterator[Figure]:
    for conflict in touching:
        theirs = conflict.b if _gives_first(item, conflict) else conflict.a
        claim = _claim_of(case, item, conflict, theirs)
        yield _figure(case, item, theirs, claim, conflict.why, conflict.words)


def _disputing(case: Case, item: Listed) -> Iterator[Figure]:
    """The figures of the claims that dispute this one by a figure, where none of theirs was compared."""
    levels = {d.claim for d in item.claim.disputed_by if d.level is DisputeLevel.figure and d.claim}
    for claim in (case.by_claim[c] for c in sorted(levels) if c in case.by_claim):
        if theirs := _compared(case, claim):
            yield _figure(case, item, theirs, claim, ConflictReason.unknown)


def _figure(
    case: Case, item: Listed, theirs: Quantity, claim: Listed | None, why: ConflictReason, said: str = ""
) -> Figure:
    docs = claim.claim.articles if claim else (theirs.doc,)
    sources = (e.source for e in case.parents.get(theirs.doc, ()) if e.kind is not ReuseKind.translated)
    copied = next((source for source in sources if source in item.articles), None)
    return Figure(theirs, _words(case, theirs), claim, docs, why, said, _what(case, theirs), copied)


def _compared(case: Case, claim: Listed) -> Quantity | None:
    """Return the figure of a claim that is held against others in the dossier, else its greatest."""
    held = {(q.value, q.upper) for c in case.conflicts for q in (c.a, c.b) if claim.claim.id in c.claims}
    first = sorted(claim.claim.quantities, key=lambda q: (*case.order(q.doc), q.span.start))
    return max(first, key=lambda q: ((q.value, q.upper) in held, q.value), default=None)


def _touches(item: Listed, conflict: QuantityConflict) -> bool:
    if conflict.claims:
        return item.claim.id in conflict.claims
    return _belongs(item, conflict.a) or _belongs(item, conflict.b)


def _gives_first(item: Listed, conflict: QuantityConflict) -> bool:
    """Tell whether a claim gives the first of two figures, here or at another place of theirs."""
    every = (conflict.a, conflict.b, *conflict.others)
    own = next((q.value for q in every if _belongs(item, q)), conflict.b.value)
    return abs(own - conflict.a.value) < abs(own - conflict.b.value)


def _belongs(item: Listed, quantity: Quantity) -> bool:
    if quantity in item.claim.quantities:
        return True
    return any(a.doc == quantity.doc and a.content.overlap(quantity.span) for a in item.claim.assertions)


def _claim_of(case: Case, item: Listed, conflict: QuantityConflict, theirs: Quantity) -> Listed | None:
    named = [case.by_claim[c] for c in conflict.claims if c in case.by_claim and c != item.claim.id]
    holding = [other for other in (named or case.claims) if other is not item and _belongs(other, theirs)]
    return next(iter(holding or named), None)


def _key(claim: Listed | None, quantity: Quantity) -> tuple[str, float, float | None, str]:
    return (claim.claim.id if claim else "", quantity.value, quantity.upper, quantity.bound)


def _words(case: Case, quantity: Quantity) -> str:
    doc = case.docs.get(quantity.doc)
    return quantity.span.of(doc.text) if doc else ""


def _what(case: Case, quantity: Quantity) -> str:
    """Return what is counted, where these are the document's own words and not in the figure's."""
    doc = case.docs.get(quantity.doc)
    printed = doc is not None and quantity.what in doc.text
    return quantity.what if printed and quantity.what not in _words(case, quantity) else ""
