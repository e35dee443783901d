"""The list of documents, and the reader of one."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.model.document import Document
from selon.report.html import reader
from selon.report.questions.case import Case
from selon.report.questions.reading import anchors_of
from selon.report.questions.sentences import lines
from selon.store.lists import DOCUMENT_ORDERS, DOCUMENT_STATES, DocumentAsk, Page
from selon.web import asking
from selon.web.desk import AtDesk

router = APIRouter(include_in_schema=False)

_MOST_OUTLETS = 200

_LINES = 1500
"""Lines of a text that one page shows; longer ones go on at `?from=`."""


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
        orders=[(order, desk.say(f"order.{order}")) for order in DOCUMENT_ORDERS],
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
    every = lines(doc)
    start = asking.offset(desk.request.query_params)
    start = start - start % _LINES if start < len(every) else 0
    shown = reader(case, doc.id, slice(start, start + _LINES))
    before, after = desk.view.beside(doc.id)
    return desk.page(
        "one_document.html.j2",
        "documents",
        case=case,
        doc=doc,
        reader=shown,
        last=start + _LINES >= len(every),
        page=Page(len(every), start, shown["lines"]),
        size=_LINES,
        elsewhere=_elsewhere(case, doc, start),
        before=before,
        after=after,
        near=desk.case(desk.view.around_texts(*(d for d in (before, after) if d))),
    )


def _elsewhere(case: Case, doc: Document, start: int) -> list[tuple[str, int]]:
    """Return the anchors of a long text that stand on its other pages, each with the start of its page, so
    that a link to a statement finds its place whichever page opens."""
    starts = [line.span.start for line in lines(doc)]
    if len(starts) <= _LINES:
        return []
    found = [(name, bisect_right(starts, at) - 1) for at, name in anchors_of(case, doc)]
    pages = [(name, max(0, place) // _LINES * _LINES) for name, place in found]
    return [(name, page) for name, page in pages if page != start]
