"""Texts that can share a row of the drawing: all came the same way from the same place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.report.questions.case import Case
from selon.report.questions.looks import Look, View
from selon.report.questions.rows import Row


def piles(case: Case, rows: Sequence[Row], loop: Sequence[int], look: Look) -> dict[int, tuple[int, ...]]:
    """Return the stacks of a tree, each under its first row: rows of one parent, link, change and evidence.

    Never stacked: texts that others derive from, changed ones, judged ones, and the one selected.
    """
    parents = {row.parent for row in rows} | set(loop)
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, row in enumerate(rows):
        apart = place in parents or row.doc == look.path or row.doc in look.judged
        if not apart and _unchanged(row):
            groups.setdefault(tuple(_alike(case, row, look.view)), []).append(place)
    return {group[0]: tuple(group) for group in groups.values() if len(group) > 1}


def _unchanged(row: Row) -> bool:
    return row.derivation.via != "edits" and not row.derivation.changes


def _alike(case: Case, row: Row, view: View) -> Iterator[object]:
    """Yield what two rows must share to be stacked."""
    how = row.derivation
    yield from (row.parent, row.node, how.via, row.asserts)
    if view is View.media:
        yield case.outlet(row.doc)
        return
    yield from (how.level, row.folded, row.path is None or row.path.named is None)
    if how.edge is not None:
        yield from (how.edge.credited, how.edge.trimmed)
