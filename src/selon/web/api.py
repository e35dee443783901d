"""The same dossier for programs: JSON under `/api`, described by OpenAPI at `/api/openapi.json`."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.lineage import Edge
from selon.report.exporters import compared
from selon.report.questions import comparing, ladder
from selon.report.questions.comparing import Comparison
from selon.store.lists import (
    ACTOR_ORDERS,
    CLAIM_ORDERS,
    CLAIM_STATES,
    DOCUMENT_ORDERS,
    DOCUMENT_STATES,
    ActorAsk,
    ClaimAsk,
    DocumentAsk,
)
from selon.web import asking
from selon.web.desk import AtDesk, Desk
from selon.web.faults import NotFound

router = APIRouter(prefix="/api", tags=["dossier"])

_MOST = 1_000
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


@router.get("/dossier")
def dossier(desk: AtDesk) -> Response:
    """The dossier in figures, its digest, and the versions of the stages that made it."""
    return answer({"name": desk.view.name, "totals": desk.view.totals(), "info": desk.view.info()})


@router.get("/claims", openapi_extra=asking.described(ClaimAsk, CLAIM_ORDERS, CLAIM_STATES))
def claims(desk: AtDesk, start: From = 0, limit: Limit = 100) -> Response:
    """Claims, cut and sorted as the page /claims does."""
    return answer(desk.view.claim_page(claims_asked(desk), start, limit))


def claims_asked(desk: Desk) -> ClaimAsk:
    """Return what a list of claims is asked for; an actor may be given by name."""
    asked = asking.ask(ClaimAsk, desk.request.query_params, CLAIM_ORDERS)
    return asking.of_actor(desk.view, asked)[0]


@router.get("/claims/{ident}", responses=_described(Claim, "A claim"))
def claim(desk: AtDesk, ident: Ident) -> Response:
    """One claim: assertions, chains, origins, disputes and the steps of its count."""
    return answer(desk.claim(ident))


@router.get("/documents", openapi_extra=asking.described(DocumentAsk, DOCUMENT_ORDERS, DOCUMENT_STATES))
def documents(desk: AtDesk, start: From = 0, limit: Limit = 100) -> Response:
    """Documents, cut and sorted as the page /documents does."""
    asked = asking.ask(DocumentAsk, desk.request.query_params, DOCUMENT_ORDERS)
    return answer(desk.view.document_page(asked, start, limit))


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


def actor_of(desk: Desk, ident: str) -> Actor:
    """Return the actor of that id; NotFound otherwise."""
    found = desk.view.actor(ident)
    if found is None:
        raise NotFound("fault.actor", ident=ident)
    return found


@router.get("/actors/{ident}", responses=_described(Actor, "An actor"))
def actor(desk: AtDesk, ident: Ident) -> Response:
    """One actor with every place that names it, and the claims that it stands behind or contests."""
    return answer({"actor": actor_of(desk, ident), "claims": desk.view.claims_of_actor(ident)})


@router.get("/edges")
def edges(desk: AtDesk) -> Response:
    """The whole lineage: which text comes from which, with the evidence."""
    return answer(desk.view.edges())


@router.get("/passages")
def passages(desk: AtDesk, a: str, b: str) -> Response:
    """The aligned passages of two documents, with the changes."""
    case = desk.view.around_documents(a, b)
    return answer([p for p in case.passages() if {p.a, p.b} == {a, b}])


@router.get("/compare")
def compare(desk: AtDesk, a: str, b: str) -> Response:
    """Two documents sentence by sentence: what answers what, what changed, and the link between them."""
    found, edge = compared_of(desk, a, b)
    return answer({"a": found.left.id, "b": found.right.id, "edge": edge, "rows": compared.records(found)})


def compared_of(desk: Desk, a: str, b: str) -> tuple[Comparison, Edge | None]:
    """Return two documents sentence by sentence, and the link between them."""
    one, other = desk.document(a).id, desk.document(b).id
    case = desk.case(desk.view.around_pair(one, other))
    edge = ladder.between(case, one, other)
    return comparing.compare(case, one, other, edge), edge


@router.get("/rejects")
def rejects(desk: AtDesk) -> Response:
    """Everything that was set aside, with the reasons."""
    return answer(desk.view.rejects())


@router.get("/judgements")
def judgements(desk: AtDesk) -> Response:
    """Every decision of people, those superseded too, in the order in which they were made."""
    return answer(desk.view.judgements())


Asked = Annotated[str, Query(max_length=400, description="Words")]
Hits = Annotated[int, Query(ge=1, le=200, description="Places at most")]


@router.get("/search")
def search(desk: AtDesk, q: Asked, limit: Hits = 50) -> Response:
    """Places that hold any of some words, accents and case folded, best first."""
    found = desk.view.quoted(desk.view.search(q, limit))
    return answer([{**msgspec.structs.asdict(hit), "words": words} for hit, words in found])
