"""The figures of one quantity side by side, each with its articles and origins."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.claim import Origin
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

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The origins of its claim."""
        return self.claim.claim.origins if self.claim else ()


def figures(case: Case, item: Listed) -> tuple[Figure, ...]:
    """Return the figures that stand against those of a claim, its own first, then by publication.

    Empty when nothing in the dossier differs.
    """
    touching = [c for c in case.conflicts if _touches(item, c)]
    own = [q for c in touching for q in (c.a, c.b) if _belongs(item, q)] or list(item.claim.quantities)
    if not touching or not own:
        return ()
    first = min(own, key=lambda q: (*case.order(q.doc), q.span.start))
    own_figure = Figure(first, _words(case, first), item, item.claim.articles, what=_what(case, first))
    rows = {_key(item, first): own_figure}
    for conflict in sorted(touching, key=lambda c: _when(case, item, c)):
        theirs = conflict.b if _belongs(item, conflict.a) else conflict.a
        claim = _claim_of(case, item, conflict, theirs)
        docs = claim.claim.articles if claim else (theirs.doc,)
        what = _what(case, theirs)
        new = Figure(theirs, _words(case, theirs), claim, docs, conflict.why, conflict.words, what)
        rows.setdefault(_key(claim, theirs), new)
    return tuple(rows.values())


def _touches(item: Listed, conflict: QuantityConflict) -> bool:
    if conflict.claims:
        return item.claim.id in conflict.claims
    return _belongs(item, conflict.a) or _belongs(item, conflict.b)


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


def _when(case: Case, item: Listed, conflict: QuantityConflict) -> tuple[str, str, int]:
    theirs = conflict.b if _belongs(item, conflict.a) else conflict.a
    return (*case.order(theirs.doc), theirs.span.start)
