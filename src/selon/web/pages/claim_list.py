"""The list of claims: sorted, cut and counted by the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.model.actor import ActorKind
from selon.model.claim import Claim
from selon.report.questions.case import Case, Listed
from selon.store.lists import CLAIM_ORDERS, CLAIM_STATES, ClaimAsk, ClaimRow, Page
from selon.web import asking
from selon.web.desk import AtDesk, Desk

router = APIRouter(include_in_schema=False)

_MOST_OUTLETS = 200


@dataclass(frozen=True)
class Shown:
    """A row of the list, ready for its template."""

    claim: Claim
    item: Listed
    first: str
    langs: tuple[str, ...]


@router.get("/claims")
def page(desk: AtDesk) -> HTMLResponse:
    """Return a stretch of the claims asked for."""
    query = desk.request.query_params
    asked = asking.ask(ClaimAsk, query, CLAIM_ORDERS)
    found = desk.view.claim_page(asked, asking.offset(query), asking.SIZE)
    case = Case(desk.view.around_claims(row.claim for row in found.rows))
    return desk.page(
        "claims.html.j2",
        "claims",
        case=case,
        page=Page(found.total, found.offset, tuple(_shown(case, row) for row in found.rows)),
        size=asking.SIZE,
        sort=asked.order,
        limits=_limits(desk, asked),
        kinds=[(str(kind), desk.say(f"kind.{kind}")) for kind in (*ActorKind, "altered")],
        states=[(state, desk.say(f"state.{state}")) for state in CLAIM_STATES],
        langs=[(lang, desk.say.language(lang)) for lang, _ in desk.view.values("lang")],
        outlets=[(outlet, outlet) for outlet, _ in islice(desk.view.values("outlet"), _MOST_OUTLETS)],
    )


def _shown(case: Case, row: ClaimRow) -> Shown:
    return Shown(row.claim, case.by_claim[row.claim.id], row.first, row.langs)


def _limits(desk: Desk, asked: ClaimAsk) -> str:
    """Return what the list is cut by, in words: an actor and a document are not in the form."""
    said = []
    for name, value in asking.limits(asked):
        if name == "actor":
            actor = desk.view.actor(value)
            said.append(desk.say.plain("list.of_actor", name=actor.name if actor else value))
        elif name == "doc":
            said.append(desk.say.plain("list.of_doc", name=value))
        elif name == "words":
            said.append(desk.say.plain("list.of_words", words=value))
    return " ".join(said)
