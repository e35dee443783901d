"""A comparison of two documents as records and as a table."""

from __future__ import annotations

from collections.abc import Iterator

from selon.report.exporters.tables import Cells
from selon.report.questions.comparing import Comparison, Row, Side, spoken

COLUMNS = ("row", "kind", "share", "a_start", "a_end", "a_words", "b_start", "b_end", "b_words", "changes")


def cells(found: Comparison) -> Iterator[Cells]:
    """Yield the rows of a comparison in order; offsets count code points of each document's own text."""
    for row in found.rows:
        changes = [f"{spoken(c)}: {c.there_words} → {c.here_words}" for c in row.changes]
        yield {**_row(row), **_side("a", row.left), **_side("b", row.right), "changes": changes}


def records(found: Comparison) -> list[Cells]:
    """Return the same rows with the changes taken apart: what stands in the first text and in the second."""
    out: list[Cells] = []
    for row in found.rows:
        changes = [{"kind": spoken(c), "a": c.there_words, "b": c.here_words} for c in row.changes]
        out.append({**_row(row), **_side("a", row.left), **_side("b", row.right), "changes": changes})
    return out


def _row(row: Row) -> Cells:
    share = None if row.share is None else round(row.share, 4)
    return {"row": row.number, "kind": row.kind, "share": share}


def _side(name: str, side: Side | None) -> Cells:
    if side is None:
        return {}
    start, end = side.lines[0].span.start, side.lines[-1].span.end
    return {f"{name}_start": start, f"{name}_end": end, f"{name}_words": side.text}
