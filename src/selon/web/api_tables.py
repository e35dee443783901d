"""Every list and every table of a page as a CSV file, under `/api` beside the JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import starmap
from typing import TypeVar

from fastapi import APIRouter
from starlette.responses import Response

from selon.report.exporters import claim_tables, compared, listed, tables
from selon.report.questions.case import Case, Listed
from selon.report.questions.looks import EVERY
from selon.report.questions.tree import tree
from selon.store.lists import (
    ACTOR_ORDERS,
    CLAIM_ORDERS,
    CLAIM_STATES,
    DOCUMENT_ORDERS,
    DOCUMENT_STATES,
    ActorAsk,
    ClaimAsk,
    DocumentAsk,
    Page,
)
from selon.web import asking
from selon.web.api import Asked, Hits, Ident, actor_of, claims_asked, compared_of
from selon.web.desk import AtDesk, Desk

router = APIRouter(prefix="/api", tags=["tables"])

Item = TypeVar("Item")

_CHUNK = 500


def table(name: str, columns: Sequence[str], rows: Iterable[tables.Cells]) -> Response:
    """Return rows as a CSV file."""
    body = "".join(tables.lines(columns, rows))
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _every(ask: Callable[[int, int], Page[Item]]) -> Iterator[Item]:
    """Yield the whole of a list, a stretch at a time."""
    offset = 0
    while True:
        found = ask(offset, _CHUNK)
        yield from found.rows
        offset += _CHUNK
        if offset >= found.total:
            return


@router.get("/claims.csv", openapi_extra=asking.described(ClaimAsk, CLAIM_ORDERS, CLAIM_STATES))
def claims_csv(desk: AtDesk) -> Response:
    """The same list as a table, whole."""
    asked = claims_asked(desk)
    rows = _every(lambda start, limit: desk.view.claim_page(asked, start, limit))
    total = desk.counts["claims"]
    return table("claims", tables.CLAIM_COLUMNS, (tables.claim_cells(row, total) for row in rows))


@router.get("/claims/{ident}.csv")
def claim_csv(desk: AtDesk, ident: Ident) -> Response:
    """Every step of every chain of a claim, as a table."""
    claim = desk.claim(ident)
    texts = {d.id: d.text for d in desk.view.around_claim(claim).documents()}
    return table(f"claim-{claim.id}", tables.CHAIN_COLUMNS, tables.chain_cells(claim, texts))


@router.get("/claims/{ident}/texts.csv")
def claim_texts_csv(desk: AtDesk, ident: Ident) -> Response:
    """The texts of a claim's drawing as a table: from which each comes, how, and on what evidence."""
    case, item = _case_of(desk, ident)
    return table("texts", claim_tables.TEXT_COLUMNS, claim_tables.text_cells(case, tree(case, item, EVERY)))


@router.get("/claims/{ident}/figures.csv")
def claim_figures_csv(desk: AtDesk, ident: Ident) -> Response:
    """The figures that stand against those of a claim, side by side, as a table."""
    case, item = _case_of(desk, ident)
    return table("figures", claim_tables.FIGURE_COLUMNS, claim_tables.figure_cells(case, item))


@router.get("/documents.csv", openapi_extra=asking.described(DocumentAsk, DOCUMENT_ORDERS, DOCUMENT_STATES))
def documents_csv(desk: AtDesk) -> Response:
    """The same list as a table, whole, without the texts."""
    asked = asking.ask(DocumentAsk, desk.request.query_params, DOCUMENT_ORDERS)
    rows = _every(lambda start, limit: desk.view.document_page(asked, start, limit))
    return table("documents", tables.DOCUMENT_COLUMNS, map(tables.document_cells, rows))


@router.get("/actors.csv", openapi_extra=asking.described(ActorAsk, ACTOR_ORDERS))
def actors_csv(desk: AtDesk) -> Response:
    """The same list as a table, whole."""
    asked = asking.ask(ActorAsk, desk.request.query_params, ACTOR_ORDERS)
    rows = _every(lambda start, limit: desk.view.actor_page(asked, start, limit))
    return table("actors", tables.ACTOR_COLUMNS, map(tables.actor_cells, rows))


@router.get("/actors/{ident}.csv")
def actor_csv(desk: AtDesk, ident: Ident) -> Response:
    """Every place that names an actor, as a table."""
    found = actor_of(desk, ident)
    return table("actor", listed.MENTION_COLUMNS, map(listed.mention_cells, found.mentions))


@router.get("/edges.csv")
def edges_csv(desk: AtDesk) -> Response:
    """The lineage as a table."""
    return table("edges", tables.EDGE_COLUMNS, map(tables.edge_cells, desk.view.edges()))


@router.get("/compare.csv")
def compare_csv(desk: AtDesk, a: str, b: str) -> Response:
    """The same rows as a table."""
    return table("compare", compared.COLUMNS, compared.cells(compared_of(desk, a, b)[0]))


@router.get("/rejects.csv")
def rejects_csv(desk: AtDesk) -> Response:
    """The same as a table."""
    return table("rejects", tables.REJECT_COLUMNS, map(tables.reject_cells, desk.view.rejects()))


@router.get("/judgements.csv")
def judgements_csv(desk: AtDesk) -> Response:
    """The same as a table."""
    return table("judgements", listed.JUDGEMENT_COLUMNS, map(listed.judgement_cells, desk.view.judgements()))


@router.get("/search.csv")
def search_csv(desk: AtDesk, q: Asked, limit: Hits = 50) -> Response:
    """The same places as a table."""
    found = desk.view.quoted(desk.view.search(q, limit))
    return table("search", listed.HIT_COLUMNS, starmap(listed.hit_cells, found))


def _case_of(desk: Desk, ident: str) -> tuple[Case, Listed]:
    claim = desk.claim(ident)
    case = desk.case(desk.view.around_claim(claim))
    return case, case.by_claim[claim.id]
