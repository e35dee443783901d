"""The page of one claim."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from selon.model.claim import Claim
from selon.report.html import section
from selon.report.questions.case import Case, Listed
from selon.report.questions.looks import Look, View
from selon.web import looking
from selon.web.desk import AtDesk, Desk

router = APIRouter(include_in_schema=False)

_SIGLUM = re.compile(r"c0*([1-9]\d{0,8})")
"""Ids are longer, so that the two never meet."""


@router.get("/claims/{ident:path}")
def claim_page(desk: AtDesk, ident: str) -> Response:
    """Return everything about one claim; a siglum leads to the address that lasts."""
    if numbered := _numbered(desk, ident):
        return RedirectResponse("/claims/" + quote(numbered.id, safe=""), 307)
    return _page(desk, desk.claim(ident), ident)


def _numbered(desk: Desk, ident: str) -> Claim | None:
    found = _SIGLUM.fullmatch(ident)
    return desk.view.claim_numbered(int(found[1])) if found else None


def _page(desk: Desk, found: Claim, asked: str) -> HTMLResponse:
    around = desk.view.around_claim(found)
    case = Case(around)
    item = case.by_claim[found.id]
    number = around.numbers()[found.id]
    return desk.page(
        "one_claim.html.j2",
        "claims",
        case=case,
        section=_section(desk, case, item),
        item=item,
        former=asked if asked != found.id else "",
        before=desk.view.claim_numbered(number - 1),
        after=desk.view.claim_numbered(number + 1),
        number=number,
        langs=len({case.lang(doc) for doc in found.articles} - {""}),
    )


def _section(desk: Desk, case: Case, item: Listed) -> dict[str, Any]:
    """Return what the page shows, with the ways to see its drawing and the words that are open first."""
    page, query = desk.links.claim(item), desk.request.query_params
    look = looking.look(query, looking.judged(desk.view))
    at = partial(looking.address, page)
    shown = section(case, item, desk.lang, desk.links, 1, look, at)
    panels = shown["panels"]
    if look.words not in {p.key for p in panels}:
        chosen = next((p.key for p in panels if p.row and p.row.doc == look.path), "")
        shown["look"] = look = replace(look, words=chosen)
    first = next((p for p in panels if p.key == look.words), panels[0] if panels else None)
    doc = first.row.doc if first and first.row else ""
    shown["views"] = looking.ways(page, look, shown["tree"], shown["texts"], doc, desk.say)
    shown["way"] = lambda doc: at(Look(View.path, doc))
    shown["every"] = at(Look(View.all))
    shown["words_at"] = lambda key: at(replace(look, words=key))
    return shown
