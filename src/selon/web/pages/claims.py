"""The list of claims, and the page of one."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.report.html import section
from selon.report.questions.case import Case
from selon.web.desk import AtDesk

router = APIRouter(include_in_schema=False)


@router.get("/claims/{ident:path}")
def claim_page(desk: AtDesk, ident: str) -> HTMLResponse:
    """Return everything about one claim."""
    found = desk.claim(ident)
    case = Case(desk.view.around_claim(found))
    item = case.by_claim[found.id]
    shown = section(case, item, desk.lang, desk.links)
    return desk.page("one_claim.html.j2", "claims", case=case, section=shown, item=item)
