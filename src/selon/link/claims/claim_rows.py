"""Claims, lineage and figures that differ in the fixed form of `selon origins` (EVALUATION.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from selon.model.claim import Claim
from selon.model.lineage import Edge
from selon.model.quantity import Quantity, QuantityConflict
from selon.model.span import Span


def origins_row(
    claims: Sequence[Claim], edges: Sequence[Edge], conflicts: Sequence[QuantityConflict]
) -> dict[str, Any]:
    """Return the JSON object of claims, lineage and quantity_conflicts; spans are pairs of code points."""
    return {
        "claims": [_claim(c) for c in claims],
        "lineage": [_edge(e) for e in edges],
        "quantity_conflicts": [_conflict(c) for c in conflicts],
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "statements": [
            {"doc": a.doc, "content": _pair(a.content), "source": _pair(a.source), "stance": a.stance.value}
            for a in claim.assertions
        ],
        "origins": [
            {"name": o.name, "kind": o.kind.value, "on_record": o.on_record, "statements": list(o.assertions)}
            for o in claim.origins
        ],
        "origin_count": claim.origin_count,
        "circular": claim.circular,
        "disputed_by": [{"doc": d.doc, "span": _pair(d.span), "actor": d.actor} for d in claim.disputed_by],
        "quantities": [_quantity(q) for q in claim.quantities],
    }


def _quantity(q: Quantity) -> dict[str, Any]:
    return {
        "value": q.value,
        "bound": q.bound.value,
        "unit": q.unit,
        "what": q.what,
        "doc": q.doc,
        "span": _pair(q.span),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "derived": edge.derived,
        "source": edge.source,
        "kind": edge.kind.value,
        "direction": edge.direction.value,
        "level": int(edge.level),
        "evidence": "; ".join(e.why for e in edge.evidence),
    }


def _conflict(conflict: QuantityConflict) -> dict[str, Any]:
    items = [{"doc": q.doc, "span": _pair(q.span)} for q in (conflict.a, conflict.b, *conflict.others)]
    return {"items": items, "why": conflict.why.value}
