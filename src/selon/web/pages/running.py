"""The page of runs: what is being read, examined and linked, and how each run ended."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from selon.report.wording import Words, words
from selon.web.desk import AtDesk, language
from selon.web.forms import Sent
from selon.web.runs import Kind, Run, Runs, State

router = APIRouter(include_in_schema=False)
_COUNTED = {"read": "runs.read", "examine": "runs.examine"}


@router.get("/runs")
def page(desk: AtDesk) -> Response:
    """Return the runs since the server began, last first."""
    runs: Runs = desk.request.app.state.runs
    shown = [(run, sentence(run, desk.say)) for run in runs.every()]
    return desk.page("runs.html.j2", "add", runs=shown, rejects=desk.view.counts()["rejects"])


@router.post("/runs")
def again(request: Request, form: Sent) -> Response:
    """Queue a run that brings every stage up to date: what a failed one left undone."""
    runs: Runs = request.app.state.runs
    runs.ask(Kind.again)
    return RedirectResponse("/runs", 303)


@router.get("/api/runs", include_in_schema=True, tags=["runs"])
def progress(request: Request) -> Response:
    """Return the run at work (null when there is none) and how many runs have ended."""
    runs: Runs = request.app.state.runs
    say, current = words(language(request)), runs.current()
    ended = sum(run.over for run in runs.every())
    answer = {"current": _plain(current, say) if current else None, "ended": ended}
    return JSONResponse(answer, headers={"Cache-Control": "no-store"})


def _plain(run: Run, say: Words) -> dict[str, Any]:
    fields = ("number", "kind", "state", "stage", "done", "total", "aside", "asked")
    return {**{f: getattr(run, f) for f in fields}, "said": sentence(run, say)}


def sentence(run: Run, say: Words) -> str:
    """Return where a run stands, in one or two sentences."""
    if run.state is State.failed:
        return say.plain(run.fault, said=run.said)
    if run.state is State.done:
        return _ended(run, say)
    if run.state is State.waiting or not run.stage:
        return say.plain("runs.waiting" if run.state is State.waiting else "runs.starting")
    aside = " " + say.plain("runs.aside", aside=say.count("rejects", run.aside)) if run.aside else ""
    return _step(run, say) + aside


def _step(run: Run, say: Words) -> str:
    if run.stage == "fetch":
        return say.plain("runs.fetch", done=say.number(run.done), total=say.number(run.total))
    if key := _COUNTED.get(run.stage):
        return say.plain(key, documents=say.count("documents", run.done), total=say.number(run.total))
    stage = say.plain(f"runs.stage.{run.stage}") if say.has(f"runs.stage.{run.stage}") else run.stage
    return say.plain("runs.linking", stage=stage)


def _ended(run: Run, say: Words) -> str:
    found = run.outcome
    if found is None or run.kind is Kind.judge:
        return say.plain("runs.linked")
    return say.plain(
        "runs.done",
        new=say.number(found.new),
        changed=say.number(found.changed),
        same=say.number(found.same),
        aside=say.number(found.rejected),
    )
