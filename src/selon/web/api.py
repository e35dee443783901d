"""The same dossier for programs: JSON and CSV under `/api`, described by OpenAPI at `/api/openapi.json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import APIRouter, Path, Query
from starlette.responses import HTMLResponse, Response

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.lineage import Edge
from selon.report.exporters import claim_tables, compared, listed, tables
from selon.report.questions import comparing, ladder
from selon.report.questions.case import Case, Listed
from selon.report.questions.comparing import Comparison
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
from selon.web.desk import AtDesk, Desk
from selon.web.faults import NotFound

router = APIRouter(prefix="/api", tags=["dossier"])

Item = TypeVar("Item")

_MOST = 1_000
_CHUNK = 500
_encode = msgspec.json.Encoder(order="deterministic").encode

Ident = Annotated[str, Path(description="Stable id")]
From = Annotated[int, Query(alias="from", ge=0, le=10**9, description="First row, from 0")]
Limit = Annotated[int, Query(ge=1, le=_MOST, description="Rows at most")]


def _described(kind: Any, what: str) -> dict[int | str, dict[str, Any]]:
    """Return how OpenAPI describes an answer: the schema of the record."""
    schema = msgspec.json.schema_components([kind], ref_template="#/components/schemas/{name}")[0][0]
    return {200: {"description": what, "content": {"application/json": {"schema": schema}}}}


def answer(found: object) -> Response:
    """Return records as JSON, keys in order, so that the same dossier gives the same bytes."""
    return Response(_encode(found), media_type="application/json")


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


@router.get("", response_class=HTMLResponse, include_in_schema=False)
def description(desk: AtDesk) -> HTMLResponse:
    """Return what a program may ask, for people: each address, its parameters, what it gives."""
    paths = desk.request.app.openapi()["paths"]
    gets = {path: ways["get"] for path, ways in paths.items() if "get" in ways}
    asked = [(path, _named(way), _told(desk, way)) for path, way in gets.items()]
    return desk.page("api.html.j2", "api", asked=asked)


def _named(way: Mapping[str, Any]) -> list[str]:
    """Return the names of the parameters of an address that are not in its path."""
    return [p["name"] for p in way.get("parameters", ()) if p["in"] == "query"]


def _told(desk: Desk, way: Mapping[str, Any]) -> str:
    key = "api.get." + way["summary"].lower().replace(" ", "_")
    return desk.say.plain(key) if desk.say.has(key) else str(way.get("description", ""))


@router.get("/dossier")
def dossier(desk: AtDesk) -> Response:
    """The dossier in figures, its digest, and the versions of the stages that made it."""
    return answer({"name": desk.view.name, "totals": desk.view.totals(), "info": desk.view.info()})


@router.get("/claims", openapi_extra=asking.described(ClaimAsk, CLAIM_ORDERS, CLAIM_STATES))
def claims(desk: AtDesk, start: From = 0, limit: Limit = 100) -> Response:
    """Claims, cut and sorted as the page /claims does."""
    return answer(desk.view.claim_page(_claims_asked(desk), start, limit))


def _claims_asked(desk: Desk) -> ClaimAsk:
    asked = asking.ask(ClaimAsk, desk.request.query_params, CLAIM_ORDERS)
    return asking.of_actor(desk.view, asked)[0]


@router.get("/claims.csv", openapi_extra=asking.described(ClaimAsk, CLAIM_ORDERS, CLAIM_STATES))
def claims_csv(desk: AtDesk) -> Response:
    """The same list as a table, whole."""
    asked = _claims_asked(desk)
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


def _case_of(desk: Desk, ident: str) -> tuple[Case, Listed]:
    claim = desk.claim(ident)
    case = desk.case(desk.view.around_claim(claim))
    return case, case.by_claim[claim.id]


@router.get("/claims/{ident}", responses=_described(Claim, "A claim"))
def claim(desk: AtDesk, ident: Ident) -> Response:
    """One claim: assertions, chains, origins, disputes and the steps of its count."""
    return answer(desk.claim(ident))


@router.get("/documents", openapi_extra=asking.described(DocumentAsk, DOCUMENT_ORDERS, DOCUMENT_STATES))
def documents(desk: AtDesk, start: From = 0, limit: Limit = 100) -> Response:
    """Documents, cut and sorted as the page /documents does."""
    asked = asking.ask(DocumentAsk, desk.request.query_params, DOCUMENT_ORDERS)
    return answer(desk.view.document_page(asked, start, limit))


@router.get("/documents.csv", openapi_extra=asking.described(DocumentAsk, DOCUMENT_ORDERS, DOCUMENT_STATES))
def documents_csv(desk: AtDesk) -> Response:
    """The same list as a table, whole, without the texts."""
    asked = asking.ask(DocumentAsk, desk.request.query_params, DOCUMENT_ORDERS)
    rows = _every(lambda start, limit: desk.view.document_page(asked, start, limit))
    return table("documents", tables.DOCUMENT_COLUMNS, map(tables.document_cells, rows))


@router.get("/documents/{ident:path}", responses=_described(Document, "A document"))
def document(desk: AtDesk, ident: Ident) -> Response:
    """One document with its statements, figures and traces of translation. Offsets count code points."""
    found = desk.document(ident)
    return answer(
        {
            "document": found,
            "statements": desk.view.statements(ident),
            "quantities": desk.view.quantities(ident),
            "artefacts": desk.view.artefacts(ident),
        }
    )


@router.get("/actors", openapi_extra=asking.described(ActorAsk, ACTOR_ORDERS))
def actors(desk: AtDesk, start: From = 0, limit: Limit = 100) -> Response:
    """Actors, cut and sorted as the page /actors does."""
    asked = asking.ask(ActorAsk, desk.request.query_params, ACTOR_ORDERS)
    return answer(desk.view.actor_page(asked, start, limit))


@router.get("/actors.csv", openapi_extra=asking.described(ActorAsk, ACTOR_ORDERS))
def actors_csv(desk: AtDesk) -> Response:
    """The same list as a table, whole."""
    asked = asking.ask(ActorAsk, desk.request.query_params, ACTOR_ORDERS)
    rows = _every(lambda start, limit: desk.view.actor_page(asked, start, limit))
    return table("actors", tables.ACTOR_COLUMNS, map(tables.actor_cells, rows))


@router.get("/actors/{ident}.csv")
def actor_csv(desk: AtDesk, ident: Ident) -> Response:
    """Every place that names an actor, as a table."""
    found = _actor(desk, ident)
    return table("actor", listed.MENTION_COLUMNS, map(listed.mention_cells, found.mentions))


def _actor(desk: Desk, ident: str) -> Actor:
    found = desk.view.actor(ident)
    if found is None:
        raise NotFound("fault.actor", ident=ident)
    return found


@router.get("/actors/{ident}", responses=_described(Actor, "An actor"))
def actor(desk: AtDesk, ident: Ident) -> Response:
    """One actor with every place that names it, and the claims that it stands behind or contests."""
    return answer({"actor": _actor(desk, ident), "claims": desk.view.claims_of_actor(ident)})


@router.get("/edges")
def edges(desk: AtDesk) -> Response:
    """The whole lineage: which text comes from which, with the evidence."""
    return answer(desk.view.edges())


@router.get("/edges.csv")
def edges_csv(desk: AtDesk) -> Response:
    """The lineage as a table."""
    return table("edges", tables.EDGE_COLUMNS, map(tables.edge_cells, desk.view.edges()))


@router.get("/passages")
def passages(desk: AtDesk, a: str, b: str) -> Response:
    """The aligned passages of two documents, with the changes."""
    case = desk.view.around_documents(a, b)
    return answer([p for p in case.passages() if {p.a, p.b} == {a, b}])


@router.get("/compare")
def compare(desk: AtDesk, a: str, b: str) -> Response:
    """Two documents sentence by sentence: what answers what, what changed, and the link between them."""
    found, edge = _compared(desk, a, b)
    return answer({"a": found.left.id, "b": found.right.id, "edge": edge, "rows": compared.records(found)})


@router.get("/compare.csv")
def compare_csv(desk: AtDesk, a: str, b: str) -> Response:
    """The same rows as a table."""
    return table("compare", compared.COLUMNS, compared.cells(_compared(desk, a, b)[0]))


def _compared(desk: Desk, a: str, b: str) -> tuple[Comparison, Edge | None]:
    one, other = desk.document(a).id, desk.document(b).id
    case = desk.case(desk.view.around_pair(one, other))
    edge = ladder.between(case, one, other)
    return comparing.compare(case, one, other, edge), edge


@router.get("/rejects")
def rejects(desk: AtDesk) -> Response:
    """Everything that was set aside, with the reasons."""
    return answer(desk.view.rejects())


@router.get("/rejects.csv")
def rejects_csv(desk: AtDesk) -> Response:
    """The same as a table."""
    return table("rejects", tables.REJECT_COLUMNS, map(tables.reject_cells, desk.view.rejects()))


@router.get("/judgements")
def judgements(desk: AtDesk) -> Response:
    """Every decision of people, those superseded too, in the order in which they were made."""
    return answer(desk.view.judgements())


@router.get("/judgements.csv")
def judgements_csv(desk: AtDesk) -> Response:
    """The same as a table."""
    return table("judgements", listed.JUDGEMENT_COLUMNS, map(listed.judgement_cells, desk.view.judgements()))


Asked = Annotated[str, Query(max_length=400, description="Words")]
Hits = Annotated[int, Query(ge=1, le=200, description="Places at most")]


@router.get("/search.csv")
def search_csv(desk: AtDesk, q: Asked, limit: Hits = 50) -> Response:
    """The same places as a table."""
    return table("search", listed.HIT_COLUMNS, map(listed.hit_cells, desk.view.search(q, limit)))


@router.get("/search")
def search(desk: AtDesk, q: Asked, limit: Hits = 50) -> Response:
    """Places that hold any of some words, accents and case folded, best first."""
    found = desk.view.quoted(desk.view.search(q, limit))
    return answer([{**msgspec.structs.asdict(hit), "words": words} for hit, words in found])
