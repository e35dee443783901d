"""Judging: what a person decides is kept, the links are found again behind the page, and it can be undone."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from selon.errors import StoreError, UsageError
from selon.model.judgement import LISTS, Judgement, Subject, Verdict
from selon.pipeline import judging
from selon.pipeline.judging import Contradicted
from selon.report.lookup import judged_key
from selon.store.dossier import Dossier
from selon.web import asking, forms
from selon.web.desk import AtDesk, Desk
from selon.web.faults import Busy, Fault, NotFound
from selon.web.forms import Sent
from selon.web.runs import Kind, Runs, clock

router = APIRouter(include_in_schema=False)
_ROOM = "judgements"
_PROPOSALS = 20
_VERDICTS = (Verdict.same, Verdict.different, Verdict.unsure)
_MERGE, _HIDE = "merge", "hide"
"""What the buttons say that join a claim with another, named in the field `other`, or put it aside."""


@router.post("/judge")
def judge(desk: AtDesk, form: Sent) -> Response:
    """Keep a decision about two things and go back; one that others rule out is refused with words."""
    about, verdict, second = _asked(form)
    by, note = forms.signed(desk.request, form), forms.note(form)
    a, b = (_key(desk, about, ident) for ident in (forms.field(form, "a"), second))
    if a == b:
        raise Fault("judge.one_thing")
    try:
        judging.judge(_dossier(desk.request), about, a, b, verdict, by, clock(), note)
    except Contradicted as clash:
        return _refused(desk, form, clash)
    except StoreError as error:
        raise Busy("fault.busy") from error
    return _kept(desk.request, form, by, about)


def _asked(form: FormData) -> tuple[Subject, Verdict, str]:
    """Return what is judged, the verdict, and what the second of the two things is called."""
    value = forms.field(form, "verdict")
    if value == _HIDE:
        return Subject.lists, Verdict.different, LISTS
    merging = value == _MERGE
    try:
        about, verdict = Subject(forms.field(form, "about")), Verdict.same if merging else Verdict(value)
    except ValueError as error:
        raise Fault("fault.request") from error
    if verdict not in _VERDICTS:
        raise Fault("fault.request")
    return about, verdict, forms.field(form, "other" if merging else "b")


def _key(desk: Desk, about: Subject, ident: str) -> str:
    try:
        if not ident:
            raise UsageError("nothing is named")
        return judged_key(desk.view, about, ident)
    except UsageError as error:
        raise NotFound(f"judge.unknown.{about}", ident=ident[:60] or "–") from error


def _refused(desk: Desk, form: FormData, clash: Contradicted) -> Response:
    back = forms.back(desk.request, form).headers["location"]
    found = desk.bench.words(clash.by)
    return desk.page("judge_refused.html.j2", _ROOM, 409, against=found, back=back)


def _kept(request: Request, form: FormData, by: str, about: Subject) -> Response:
    runs: Runs = request.app.state.runs
    if about is not Subject.lists:  # what is put aside changes no link
        runs.ask(Kind.judge)
    return forms.back(request, form, by)


def _dossier(request: Request) -> Dossier:
    found: Dossier = request.app.state.dossier
    return found


@router.post("/judge/undo")
def undo(desk: AtDesk, form: Sent) -> Response:
    """Withdraw the last judgement in force of this analyst."""
    by = forms.signed(desk.request, form)
    last = judging.last_of(desk.bench.every, by)
    if last is None:
        raise Fault("judge.nothing", by=by)
    return _withdrawn(desk, form, last.id, by)


@router.post("/judge/withdraw")
def withdraw(desk: AtDesk, form: Sent) -> Response:
    """Withdraw the judgement of one id, whoever made it; who withdraws is kept."""
    ident = forms.field(form, "id")
    if not any(j.id == ident for j in desk.bench.standing):
        raise NotFound("judge.gone")
    return _withdrawn(desk, form, ident, forms.signed(desk.request, form))


def _withdrawn(desk: Desk, form: FormData, ident: str, by: str) -> Response:
    try:
        about = judging.withdraw(_dossier(desk.request), ident, by, clock()).about
    except StoreError as error:
        raise Busy("fault.busy") from error
    return _kept(desk.request, form, by, about)


@router.post("/analyst")
def analyst(request: Request, form: Sent) -> Response:
    """Keep the name of the analyst in this browser."""
    return forms.back(request, form, forms.signed(request, form))


@router.get("/judgements")
def judgements(desk: AtDesk) -> Response:
    """Return the decisions of the dossier, last first, and the merges that await one."""
    query = desk.request.query_params
    every = query.get("all") == "1"
    found = desk.bench.every if every else _in_order(desk)
    offset = min(asking.offset(query), max(0, len(found) - 1))
    shown = tuple(reversed(found))[offset : offset + asking.SIZE]
    start = min(asking.offset({"from": query.get("open", "")}), max(0, desk.bench.waiting() - 1))
    return desk.page(
        "judgements.html.j2",
        _ROOM,
        total=len(found),
        offset=offset,
        size=asking.SIZE,
        judged=desk.bench.words(shown),
        every=every,
        proposed=desk.bench.proposed(start, _PROPOSALS),
        start=start,
        step=_PROPOSALS,
        subjects=(Subject.actors, Subject.claims, Subject.reuse),
    )


def _in_order(desk: Desk) -> tuple[Judgement, ...]:
    held = {j.id for j in desk.bench.standing}
    return tuple(j for j in desk.bench.every if j.id in held)


@router.get("/judgements.jsonl")
def exported(desk: AtDesk) -> Response:
    """Return every decision as lines of JSON, fit for `selon judgements --take`."""
    body = b"".join(msgspec.json.encode(j) + b"\n" for j in desk.bench.every)
    headers = {"Content-Disposition": 'attachment; filename="judgements.jsonl"'}
    return Response(body, media_type="application/jsonl", headers=headers)
