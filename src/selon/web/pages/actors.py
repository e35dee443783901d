"""Who is meant by the sources: the list of actors, and one actor with every place that names it."""

from __future__ import annotations

from collections import defaultdict

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.model.actor import Actor, ActorKind
from selon.model.span import Span, hull
from selon.report.questions.case import Case, Listed
from selon.report.questions.exact import Quote, quote
from selon.report.questions.marks import Mark
from selon.report.questions.sentences import context
from selon.store.lists import ACTOR_ORDERS, ActorAsk
from selon.text.normalise import fold
from selon.web import asking
from selon.web.desk import AtDesk, Desk
from selon.web.faults import NotFound

router = APIRouter(include_in_schema=False)

_MOST_PLACES = 60
"""Places quoted on one page; the rest are counted."""

_MOST_CLAIMS = 100


@router.get("/actors")
def page(desk: AtDesk) -> HTMLResponse:
    """Return a stretch of the actors asked for."""
    query = desk.request.query_params
    asked = asking.ask(ActorAsk, query, ACTOR_ORDERS)
    return desk.page(
        "actors.html.j2",
        "actors",
        case=Case(desk.view.around_claims(())),
        page=desk.view.actor_page(asked, asking.offset(query), asking.SIZE),
        size=asking.SIZE,
        sort=asked.order,
        orders=[(o, desk.say("order.origin_of" if o == "origins" else f"order.{o}")) for o in ACTOR_ORDERS],
        kinds=[(str(kind), desk.say(f"kind.{kind}")) for kind in ActorKind],
        doubts=desk.view.proposals()[:_MOST_CLAIMS],
        name_of=lambda ident: _name(desk, ident),
    )


@router.get("/actors/{ident:path}")
def actor_page(desk: AtDesk, ident: str) -> HTMLResponse:
    """Return one actor: its names with their places, the reasons of its merges, and its claims."""
    actor = desk.view.actor(ident)
    if actor is None:
        raise NotFound("fault.actor", ident=ident)
    roles = desk.view.claims_of_actor(ident)
    claims = [found for i, _ in roles[:_MOST_CLAIMS] if (found := desk.view.claim(i))]
    docs = dict.fromkeys(m.doc for m in actor.mentions[:_MOST_PLACES])
    case = Case(desk.view.around_claims(claims, docs))
    return desk.page(
        "one_actor.html.j2",
        "actors",
        case=case,
        actor=actor,
        names=_names(actor),
        places=_places(case, actor),
        left=max(0, len(actor.mentions) - _MOST_PLACES),
        roles=_by_role(case, roles),
        claims=len(roles),
    )


def _name(desk: Desk, ident: str) -> str:
    found = desk.view.actor(ident)
    return found.name if found else ident


def _names(actor: Actor) -> list[tuple[str, int]]:
    """Return the words that name an actor, most frequent first; those that differ by case or accent once."""
    found: dict[str, list[str]] = defaultdict(list)
    for mention in actor.mentions:
        found[fold(mention.words)].append(mention.words)
    return sorted(((group[0], len(group)) for group in found.values()), key=lambda pair: (-pair[1], pair[0]))


def _places(case: Case, actor: Actor) -> list[Quote]:
    """Return the sentences that name an actor, each once with every mention marked."""
    found: dict[tuple[str, Span], list[Span]] = defaultdict(list)
    for mention in actor.mentions[:_MOST_PLACES]:
        if mention.doc in case.docs:
            sentence, _ = context(case.docs[mention.doc], mention.span)
            found[mention.doc, sentence].append(mention.span)
    return [
        quote(case, doc, hull(tuple(spans)), [Mark(s, "w-src") for s in spans])
        for (doc, _), spans in found.items()
    ]


def _by_role(case: Case, roles: list[tuple[str, str]]) -> dict[str, list[Listed]]:
    found: dict[str, list[Listed]] = defaultdict(list)
    for ident, role in roles:
        if ident in case.by_claim:
            found[role].append(case.by_claim[ident])
    return {role: found[role] for role in ("origin", "link", "contests") if found[role]}
