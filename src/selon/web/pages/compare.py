"""Two documents side by side, or the choice of two."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.model.lineage import Direction, Edge
from selon.report.questions import comparing, ladder
from selon.report.questions.case import Case
from selon.report.questions.derivation import WEIGHTY
from selon.store.lists import DocumentAsk
from selon.web.desk import AtDesk, Desk

router = APIRouter(include_in_schema=False)

ONLY_CHANGES = "changes"
_PAIRS = 40
"""Pairs listed where two documents are chosen."""

_CHOICE = 400
"""Documents up to which the form lists them all; in a larger dossier they are named by their id."""

_ROWS = 600
"""Rows of a page; longer texts go on at `?from=`."""


@router.get("/compare")
def page(desk: AtDesk, a: str = "", b: str = "", only: str = "") -> HTMLResponse:
    """Return the comparison of two documents, or the form that chooses them."""
    if not (a and b) or a == b:
        return _choose(desk, a or b, a == b and bool(a))
    return _side_by_side(desk, desk.document(a).id, desk.document(b).id, only == ONLY_CHANGES)


def _choose(desk: Desk, one: str, twice: bool) -> HTMLResponse:
    if one:
        desk.document(one)
    found = desk.view.pairs(one, _PAIRS)
    known_by_id = desk.counts["documents"] > _CHOICE
    shown = () if known_by_id else desk.view.document_page(DocumentAsk(), 0, _CHOICE).rows
    known = {pair.a for pair in found} | {pair.b for pair in found}
    case = desk.case(desk.view.around_texts(*known))
    edges = {(pair.a, pair.b): ladder.between(case, pair.a, pair.b) for pair in found}
    return desk.page(
        "compare_choose.html.j2",
        "compare",
        case=case,
        one=one,
        twice=twice,
        pairs_shared=found,
        edges=edges,
        documents=[row.document for row in shown],
        by_id=known_by_id,
    )


def _side_by_side(desk: Desk, one: str, other: str, only: bool) -> HTMLResponse:
    view = desk.view.around_pair(one, other)
    case = desk.case(view)
    edge = ladder.between(case, one, other)
    found = comparing.compare(case, one, other, edge)
    kept = [row for row in found.rows if row.differs or not only]
    start = _start(desk, len(kept))
    actors = {(m.doc, m.span): actor.id for actor in view.actors() for m in actor.mentions}
    return desk.page(
        "compare.html.j2",
        "compare",
        case=case,
        found=found,
        rows=kept[start : start + _ROWS],
        start=start,
        size=_ROWS,
        total=len(kept),
        only=only,
        edge=edge,
        decided=edge is not None and edge.direction is Direction.certain,
        sense=_sense(edge, one),
        rungs=ladder.ladder(edge),
        hanging=ladder.hanging(case, edge, one, other, actors),
        parents=_parents(case, one, other),
        reason=lambda e: ladder.reason_phrase(e, desk.say),
        spoken=comparing.spoken,
        weighty=WEIGHTY,
    )


def _start(desk: Desk, total: int) -> int:
    value = desk.request.query_params.get("from", "")
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
    return number if number < total else 0


def _sense(edge: Edge | None, left: str) -> str:
    """Return which way the link goes on the page: right (the right text derives), left, or none."""
    if edge is None or edge.direction is Direction.undecided:
        return "none"
    return "right" if edge.source == left else "left"


def _parents(case: Case, one: str, other: str) -> tuple[Edge, ...]:
    """Return what either text comes from when that is not the other."""
    return tuple(e for doc in (one, other) for e in case.parents.get(doc, ()) if e.source not in (one, other))
