"""Search by words and by meaning, and a pasted text set against the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse

from selon.model.claim import Claim
from selon.model.lineage import Edge
from selon.model.span import Span, hull
from selon.model.statement import Statement
from selon.pipeline.pasted import Found, Situated, situate
from selon.report import lookup
from selon.report.questions.case import Case, Listed
from selon.report.questions.derivation import WEIGHTY, Turned
from selon.report.questions.exact import Quote, quote
from selon.report.questions.marks import Mark, Segment, segments, statement_marks
from selon.report.questions.sentences import context
from selon.store.search import Hit
from selon.text.normalise import fold
from selon.text.tokens import forms, words
from selon.web.desk import AtDesk, Desk
from selon.web.faults import TooLong

router = APIRouter(include_in_schema=False)

LONGEST = 20_000
"""Characters of a pasted text; longer ones are added as a file."""

_HITS = 40
_CLAIMS = 20
_ASKED = 400


@dataclass(frozen=True)
class Place:
    """Words found: the passage, the claims that are asserted in it, and the documents that have it too."""

    quote: Quote
    claims: tuple[Listed, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A sentence of the pasted text beside the nearest passage, what is changed, and its claims."""

    number: int
    segments: tuple[Segment, ...]
    found: Found
    quote: Quote | None
    changes: tuple[Turned, ...]
    claims: tuple[Listed, ...]


@router.get("/search")
def page(desk: AtDesk, q: str = "", mode: str = "words") -> HTMLResponse:
    """Return what answers to some words, by the words themselves or by their meaning."""
    asked = q.strip()[:_ASKED]
    if mode == "paste":
        return desk.page("paste.html.j2", "search", case=Case(desk.view.around_claims(())), longest=LONGEST)
    hits = desk.view.search(asked, _HITS) if asked else ()
    claims = _claims(desk, asked, hits, mode)
    docs = dict.fromkeys(hit.doc for hit in hits)
    case = Case(desk.view.around_claims(claims, docs))
    return desk.page(
        "search.html.j2",
        "search",
        case=case,
        asked=asked,
        mode="meaning" if mode == "meaning" else "words",
        found=[case.by_claim[c.id] for c in claims],
        places=_places(desk, case, hits, asked) if mode != "meaning" else [],
        titles=[h for h in hits if h.kind == "document"] if mode != "meaning" else [],
    )


def _claims(desk: Desk, asked: str, hits: tuple[Hit, ...], mode: str) -> list[Claim]:
    if not asked:
        return []
    if mode == "meaning":
        return lookup.nearest_claims(desk.view, asked, _CLAIMS)
    best = desk.view.search(asked, _CLAIMS, "claim", every=True) or [h for h in hits if h.kind == "claim"]
    found = [desk.view.claim(h.ref) for h in best]
    return [c for c in found if c is not None][:_CLAIMS]


def _places(desk: Desk, case: Case, hits: tuple[Hit, ...], asked: str) -> list[Place]:
    """Return the passages found, those with the same words once, in the order of the first of each."""
    found: dict[str, list[Place]] = {}
    for hit in hits:
        statement = desk.view.statement(hit.ref) if hit.kind == "statement" else None
        if statement is not None and statement.doc in case.docs:
            place = _place(case, statement, asked)
            found.setdefault(fold("".join(s.text for s in place.quote.segments)), []).append(place)
    return [_once(sorted(same, key=lambda p: case.order(p.quote.doc))) for same in found.values()]


def _place(case: Case, statement: Statement, asked: str) -> Place:
    span = hull(statement.content)
    whole, _ = context(case.docs[statement.doc], span)
    marks = statement_marks(statement) + _asked_marks(case, statement.doc, whole, asked)
    claims = tuple(dict.fromkeys(i for _, i in case.places.get(statement.id, ())))
    return Place(quote(case, statement.doc, span, marks), claims)


def _once(same: list[Place]) -> Place:
    docs = dict.fromkeys(place.quote.doc for place in same)
    claims = dict.fromkeys(item for place in same for item in place.claims)
    return Place(same[0].quote, tuple(claims), tuple(docs)[1:])


def _asked_marks(case: Case, doc: str, within: Span, asked: str) -> list[Mark]:
    """Return marks on the words of a passage that begin as a word that was asked, its last sign apart."""
    stems = tuple(form[:-1] if len(form) > 3 else form for form in forms(asked))
    found = words(case.docs[doc].text, within)
    return [Mark(token.span, "asked") for token in found if stems and token.form.startswith(stems)]


@router.post("/search")
def pasted(desk: AtDesk, text: Annotated[str, Form()] = "") -> HTMLResponse:
    """Return where the dossier has each sentence of a pasted text; nothing is added to the dossier."""
    if len(text) > LONGEST:
        raise TooLong("paste.too_long", length=desk.say.number(len(text)), most=desk.say.number(LONGEST))
    if not text.strip():
        return desk.page("paste.html.j2", "search", case=Case(desk.view.around_claims(())), longest=LONGEST)
    situated = situate(desk.view, text)
    case = Case(desk.view.around_documents(*situated.docs, *desk.view.ancestors(situated.docs[:1])))
    rows = [_row(case, situated, n, found) for n, found in enumerate(situated.sentences, 1)]
    return desk.page(
        "paste.html.j2",
        "search",
        case=case,
        text=text,
        longest=LONGEST,
        language=situated.document.lang,
        rows=rows,
        known=sum(row.quote is not None for row in rows),
        way=_way(case, situated),
    )


def _row(case: Case, situated: Situated, number: int, found: Found) -> Row:
    text = situated.document.text
    changed = [Mark(c.b, "chg") for c in found.changes if c.b and c.kind in WEIGHTY]
    shown = segments(text, found.span, changed)
    if found.doc not in case.docs or found.doc is None or found.place is None:
        return Row(number, shown, found, None, (), ())
    weighty = [c for c in found.changes if c.kind in WEIGHTY]
    there = quote(case, found.doc, found.place, [Mark(c.a, "chg") for c in weighty if c.a])
    turned = tuple(Turned(c.kind, c.b, c.a, c.b_words, c.a_words) for c in weighty)
    return Row(number, shown, found, there, turned, _held(case, found))


def _held(case: Case, found: Found) -> tuple[Listed, ...]:
    place = found.place
    assert place is not None
    held = [
        item
        for item in case.claims
        if any(a.doc == found.doc and a.content.overlap(place) for a in item.claim.assertions)
    ]
    return tuple(held[:4])


def _way(case: Case, situated: Situated) -> list[tuple[str, Edge | None]]:
    """Return the text that has most of the sentences and those that it comes from, up to the first known."""
    if not situated.docs:
        return []
    steps: list[tuple[str, Edge | None]] = [(situated.docs[0], None)]
    seen = {situated.docs[0]}
    while edge := next(iter(case.parents.get(steps[-1][0], ())), None):
        if edge.source in seen:
            break
        seen.add(edge.source)
        steps.append((edge.source, edge))
    return steps
