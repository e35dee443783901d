"""The list of documents, and the reader of one."""

from __future__ import annotations

from itertools import islice

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.report.html import reader
from selon.store.lists import DOCUMENT_ORDERS, DOCUMENT_STATES, DocumentAsk
from selon.web import asking
from selon.web.desk import AtDesk

router = APIRouter(include_in_schema=False)

_MOST_OUTLETS = 200


@router.get("/documents")
def page(desk: AtDesk) -> HTMLResponse:
    """Return a stretch of the documents asked for."""
    query = desk.request.query_params
    asked = asking.ask(DocumentAsk, query, DOCUMENT_ORDERS)
    found = desk.view.document_page(asked, asking.offset(query), asking.SIZE)
    case = desk.case(desk.view.around_texts(*(row.document.id for row in found.rows)))
    return desk.page(
        "documents.html.j2",
        "documents",
        case=case,
        page=found,
        size=asking.SIZE,
        sort=asked.order,
        limited=bool(asking.limits(asked)),
        states=[(state, desk.say(f"docs.{state}")) for state in DOCUMENT_STATES],
        langs=[(lang, desk.say.language(lang)) for lang, _ in desk.view.values("lang")],
        outlets=[(outlet, outlet) for outlet, _ in islice(desk.view.values("outlet"), _MOST_OUTLETS)],
    )


@router.get("/documents/{ident:path}")
def read(desk: AtDesk, ident: str) -> HTMLResponse:
    """Return a document as the reader shows it: its text, marks on it, notes beside it."""
    doc = desk.document(ident)
    case = desk.case(desk.view.around_documents(doc.id))
    before, after = desk.view.beside(doc.id)
    near = desk.case(desk.view.around_texts(*(d for d in (before, after) if d)))
    return desk.page(
        "one_document.html.j2",
        "documents",
        case=case,
        doc=doc,
        reader=reader(case, doc.id),
        before=before,
        after=after,
        near=near,
    )
