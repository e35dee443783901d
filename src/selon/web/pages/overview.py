"""The first page: the story in figures."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from selon.languages.coverage import Partly, partly_read
from selon.report import html
from selon.report.drawing import calendar, timeline
from selon.report.questions.case import Case
from selon.report.questions.opposed import opposed
from selon.store.lists import ClaimAsk
from selon.web.desk import AtDesk, Desk
from selon.web.faults import TooLong

router = APIRouter(include_in_schema=False)

_PAIRS, _DISPUTES, _LENDERS, _REJECTS = 20, 8, 8, 6
"""Rows of the short lists; each leads to the whole."""

_DRAWN_ONE_BY_ONE = 300
"""Documents: a larger story is drawn as bars."""


@router.get("/")
def page(desk: AtDesk) -> HTMLResponse:
    """Return the overview."""
    aside = len(desk.bench.aside)
    every = desk.view.claim_page(ClaimAsk(), 0, _PAIRS + aside).rows
    top = [row for row in every if not desk.bench.put_aside(row.claim)][:_PAIRS]
    contested = desk.view.claim_page(ClaimAsk("disputes", state="contested"), 0, _DISPUTES).rows
    copied = desk.view.lenders(_LENDERS)
    listed = (row.claim for row in (*top, *contested))
    case = Case(desk.view.around_claims(listed, (c.doc for c in copied)))
    notable = [case.by_claim[row.claim.id] for row in top if row.claim.notable]
    return desk.page(
        "home.html.j2",
        "overview",
        case=case,
        facts=desk.view.totals(),
        langs=desk.view.values("lang"),
        partly=_partly(desk),
        items=notable,
        widest=max((len(i.claim.articles) for i in notable), default=0),
        aside=aside,
        disputed=opposed(case, (case.by_claim[row.claim.id] for row in contested)),
        copied=copied,
        rejects=desk.view.rejects()[:_REJECTS],
        **_frieze(desk),
    )


def _partly(desk: Desk) -> tuple[Partly, ...]:
    return partly_read(lang for lang, count in desk.view.values("lang") for _ in range(count))


def _frieze(desk: Desk) -> dict[str, Any]:
    """Return the drawing of the documents in time, and those too far away in time to be drawn."""
    if desk.counts["documents"] <= _DRAWN_ONE_BY_ONE:
        case = Case(desk.view.all_documents())
        drawn = timeline.draw(case, desk.say, desk.links)
        return {"frieze": drawn, "outside": [case.docs[doc] for doc in timeline.outside(case)]}
    return {"frieze": calendar.draw(desk.view.days(), desk.say, _documents_of), "outside": []}


def _documents_of(when: str) -> str:
    return "/documents?" + urlencode({"since": when, "until": when})


@router.get("/report.html")
def report(desk: AtDesk) -> Response:
    """Return the whole dossier as one file that needs no server; a large one is left to the command."""
    if desk.counts["documents"] > _DRAWN_ONE_BY_ONE:
        raise TooLong("fault.report", documents=desk.say.count("documents", desk.counts["documents"]))
    policy = {"Content-Security-Policy": html.policy()}
    return HTMLResponse(html.render(desk.view, desk.lang), headers=policy)


@router.get("/rejects")
def rejects(desk: AtDesk) -> HTMLResponse:
    """Return everything that was set aside, with its reasons."""
    return desk.page("rejects_page.html.j2", "overview", rejects=desk.view.rejects())
