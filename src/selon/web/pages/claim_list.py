"""The list of claims: sorted, cut and counted by the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.model.actor import Actor, ActorKind
from selon.model.claim import Claim
from selon.model.document import Published
from selon.report.questions.case import Case, Listed
from selon.store.lists import CLAIM_ORDERS, CLAIM_STATES, ActorAsk, ClaimAsk, ClaimRow, Page
from selon.web import asking
from selon.web.desk import AtDesk, Desk

router = APIRouter(include_in_schema=False)

_MOST_OUTLETS = 200


_ACTORS = 40
"""Actors whose names the field proposes; any other can be typed."""


@dataclass(frozen=True)
class Shown:
    """A row of the list, ready for its template; `first` is when its first article came out, as printed."""

    claim: Claim
    item: Listed
    first: Published | None
    langs: tuple[str, ...]
    aside: str
    """Who put it aside, if anybody."""


@router.get("/claims")
def page(desk: AtDesk) -> HTMLResponse:
    """Return a stretch of the claims asked for."""
    query = desk.request.query_params
    asked, actor = asking.of_actor(desk.view, asking.ask(ClaimAsk, query, CLAIM_ORDERS))
    found = desk.view.claim_page(asked, asking.offset(query), asking.SIZE)
    claims = [row.claim for row in found.rows]
    case = Case(desk.view.around_claims(claims, (claim.canonical.doc for claim in claims)))
    return desk.page(
        "claims.html.j2",
        "claims",
        case=case,
        page=Page(found.total, found.offset, tuple(_shown(desk, case, row) for row in found.rows)),
        size=asking.SIZE,
        sort=asked.order,
        actor=actor,
        actors=[row.actor.name for row in desk.view.actor_page(ActorAsk(), 0, _ACTORS).rows],
        limits=_limits(desk, asked, actor),
        orders=[(order, desk.say(f"order.{order}")) for order in CLAIM_ORDERS],
        kinds=[(str(kind), desk.say(f"kind.{kind}")) for kind in (*ActorKind, "altered")],
        states=[(state, desk.say(f"state.{state}")) for state in CLAIM_STATES],
        langs=[(lang, desk.say.language(lang)) for lang, _ in desk.view.values("lang")],
        outlets=[(outlet, outlet) for outlet, _ in islice(desk.view.values("outlet"), _MOST_OUTLETS)],
    )


def _shown(desk: Desk, case: Case, row: ClaimRow) -> Shown:
    first = case.docs.get(row.claim.canonical.doc)
    when, aside = first.published if first else None, desk.bench.put_aside(row.claim)
    return Shown(row.claim, case.by_claim[row.claim.id], when, row.langs, aside)


def _limits(desk: Desk, asked: ClaimAsk, actor: Actor | None) -> str:
    """Return what the list is cut by, in words, where the form does not show it as it was understood."""
    said = []
    for name, value in asking.limits(asked):
        if name == "actor" and actor is not None:
            said.append(desk.say.plain("list.of_actor", name=actor.name))
        elif name == "actor":
            said.append(desk.say.plain("list.no_actor", name=value))
        elif name == "doc":
            said.append(desk.say.plain("list.of_doc", name=value))
        elif name == "words":
            said.append(desk.say.plain("list.of_words", words=value))
    return " ".join(said)
