"""Runs behind the pages: one at a time, told as they go, and calm when they fail."""

from __future__ import annotations

import threading

from fastapi.testclient import TestClient

from selon.errors import StoreError
from selon.store.dossier import Dossier
from selon.web import runs
from selon.web.runs import Kind, Runs, State


def hold(monkeypatch):
    """Make the next run wait for the test, with one step told."""
    begun, go = threading.Event(), threading.Event()

    def slow(paths, dossier, progress, now):
        progress("examine", 3, 9)
        begun.set()
        assert go.wait(20)
        return runs.Outcome(1, 0, 0, 0, 1, True)

    monkeypatch.setattr(runs, "trace", slow)
    return begun, go


def test_a_run_is_told_while_pages_keep_answering(desk, monkeypatch):
    """Every page says that the dossier is being written; the page of runs says how far it is."""
    begun, go = hold(monkeypatch)
    desk.app.state.runs.ask(Kind.again)
    assert begun.wait(20)
    for path in ("/", "/claims", "/judgements"):
        page = desk.get(path).text
        assert "en cours d’écriture" in page and "provisoires" in page
    assert "3\u00a0documents sur 9" in desk.get("/runs").text
    assert desk.get("/api/runs").json()["current"]["done"] == 3
    go.set()
    assert desk.app.state.runs.wait(20)
    assert "en cours d’écriture" not in desk.get("/").text
    assert desk.get("/api/runs").json() == {"current": None, "ended": 1}


def test_runs_wait_for_each_other(small_case, monkeypatch):
    """One at a time, in the order asked; judgements that wait share one run."""
    begun, go = hold(monkeypatch)
    made = Runs(small_case)
    made.ask(Kind.again)
    assert begun.wait(20)
    first, second = made.ask(Kind.judge), made.ask(Kind.judge)
    assert first.number == second.number
    assert [r.state for r in made.every()] == [State.waiting, State.running]
    go.set()
    assert made.wait(60)
    assert [r.state for r in made.every()] == [State.done, State.done]


def test_a_run_that_fails_says_so_and_the_next_one_runs(desk, monkeypatch):
    """An error nobody foresaw is a sentence without a trace; the worker goes on."""

    def broken(*_, **__):
        raise ZeroDivisionError("secret detail")

    with monkeypatch.context() as patch:
        patch.setattr(runs, "trace", broken)
        desk.app.state.runs.ask(Kind.again)
        assert desk.app.state.runs.wait(20)
    page = desk.get("/runs").text
    assert "Quelque chose a échoué" in page and "secret" not in page and "Relancer" in page
    assert desk.post("/runs").status_code == 200
    assert desk.app.state.runs.wait(60)
    assert desk.app.state.runs.every()[0].state is State.done


def test_a_path_that_is_gone_is_said(desk):
    """An error that was foreseen is shown in its own words."""
    desk.app.state.runs.ask(Kind.add, ("/nowhere/at/all",))
    assert desk.app.state.runs.wait(20)
    assert "Arrêté" in desk.get("/runs").text


def test_a_dossier_that_another_program_writes_is_said(desk, small_case, monkeypatch):
    """Somebody else holds the file: run and judgement say so, nothing is lost."""
    monkeypatch.setattr("selon.store.dialects.sqlite._BUSY_MS", 50)
    desk.app.state.dossier.close()  # connections made from now on wait less
    with Dossier(small_case) as other, other.snapshot() as view:
        ids = [c.id for c in view.claims()]
    with Dossier(small_case) as other, other.writing() as writer:
        writer.put_meta("held", "yes")
        given = {"about": "claims", "a": ids[0], "b": ids[1], "verdict": "unsure", "by": "Nour"}
        answer = desk.post("/judge", data=given)
        assert answer.status_code == 503 and "par un autre programme" in answer.text
        desk.app.state.runs.ask(Kind.add, (str(small_case.parent / "nothing"),))
        assert desk.app.state.runs.wait(20)
    assert runs._explained(StoreError("x cannot be written: database is locked")) == {"fault": "runs.busy"}


def test_another_page_posts_no_run(small_case):
    """Only this server's own pages start a run."""
    from selon.web.app import application

    client = TestClient(
        application(small_case, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    )
    assert client.post("/runs", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.app.state.runs.every() == ()
