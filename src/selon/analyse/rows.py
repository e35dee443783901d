"""Statements as the rows of `selon statements`."""

from __future__ import annotations

from typing import Any

from selon.model.span import Spans, hull
from selon.model.statement import Statement


def statement_row(s: Statement) -> dict[str, Any]:
    """Return the row of one statement; source and cue are one `[start, end]` (hull) or None."""
    return {
        "doc_id": s.doc,
        "id": s.id,
        "source": _one(s.source),
        "cue": _one(s.cue),
        "content": [[span.start, span.end] for span in s.content],
        "type": s.form.value,
        "stance": s.stance.value,
        "hedged": s.hedged,
        "source_kind": s.source_kind.value,
        "parent": s.parent,
    }


def _one(spans: Spans) -> list[int] | None:
    return [hull(spans).start, hull(spans).end] if spans else None
