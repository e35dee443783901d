"""Work on the dossier that goes on behind the pages: one worker thread, one run after another.

Pages keep answering from the last whole state meanwhile; a run goes on when its page is closed.
"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import SelonError, StoreError
from selon.pipeline.fetching import fetch_into
from selon.pipeline.progress import Progress
from selon.pipeline.trace import Outcome, link_again, trace
from selon.store.address import Address
from selon.store.dossier import Dossier

_log = logging.getLogger("selon.web")
_KEPT = 30
"""Runs that are remembered."""


class Kind(StrEnum):
    """Why a run was asked for."""

    add = "add"
    judge = "judge"
    again = "again"


class State(StrEnum):
    """Where a run stands."""

    waiting = "waiting"
    running = "running"
    done = "done"
    failed = "failed"


class Run(msgspec.Struct, frozen=True):
    """One run; times are UTC, ISO 8601.

    `stage` with `done` of `total` (0: not known) is the last step told, `aside` what was set aside so far.
    `fault` is the key of a sentence, `said` the words of an error that was foreseen.
    """

    number: int
    kind: Kind
    asked: str
    paths: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    """Addresses to fetch into the first of `paths`, a folder."""
    state: State = State.waiting
    stage: str = ""
    done: int = 0
    total: int = 0
    aside: int = 0
    ended: str = ""
    outcome: Outcome | None = None
    fault: str = ""
    said: str = ""

    @property
    def over(self) -> bool:
        """Whether it has ended, well or not."""
        return self.state in (State.done, State.failed)


class Runs:
    """The queue of one dossier. A worker thread lives as long as there is something to do."""

    def __init__(self, path: Address) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._runs: dict[int, Run] = {}
        self._worker: threading.Thread | None = None

    def ask(self, kind: Kind, paths: tuple[str, ...] = (), addresses: tuple[str, ...] = ()) -> Run:
        """Queue a run; one after a judgement joins another that still waits, since each obeys all of them."""
        with self._lock:
            waiting = (r for r in self._runs.values() if r.state is State.waiting and r.kind is Kind.judge)
            if kind is Kind.judge and (found := next(waiting, None)):
                return found
            run = Run(max(self._runs, default=0) + 1, kind, clock(), paths, addresses)
            self._runs[run.number] = run
            for old in [n for n, r in sorted(self._runs.items()) if r.over][:-_KEPT]:
                del self._runs[old]
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="selon-runs", daemon=True)
                self._worker.start()
            return run

    def every(self) -> tuple[Run, ...]:
        """Return the runs since the server began, last asked first."""
        with self._lock:
            return tuple(self._runs[n] for n in sorted(self._runs, reverse=True))

    def current(self) -> Run | None:
        """Return the run at work, else the next that waits, or None."""
        open_ones = [r for r in reversed(self.every()) if not r.over]
        return next((r for r in open_ones if r.state is State.running), next(iter(open_ones), None))

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do, at most `seconds`; tell whether nothing is."""
        worker = self._worker
        if worker is not None:
            worker.join(seconds)
        return self.current() is None

    def _work(self) -> None:
        while (run := self._next()) is not None:
            try:
                outcome = self._do(run)
                self._change(run.number, state=State.done, outcome=outcome, ended=clock())
            except Exception as error:  # whatever it is, the next run must get its turn
                self._change(run.number, state=State.failed, ended=clock(), **_explained(error))

    def _next(self) -> Run | None:
        with self._lock:
            for number in sorted(self._runs):
                if self._runs[number].state is State.waiting:
                    self._runs[number] = msgspec.structs.replace(self._runs[number], state=State.running)
                    return self._runs[number]
            self._worker = None
            return None

    def _do(self, run: Run) -> Outcome:
        with Dossier(self._path) as dossier:
            progress = self._listener(run.number, dossier)
            if run.kind is Kind.judge:
                return Outcome(0, 0, 0, 0, 0, link_again(dossier, progress))
            missed = fetch_into(dossier, Path(run.paths[0]), run.addresses, progress) if run.addresses else 0
            found = trace(run.paths, dossier, progress=progress, now=clock())
            return msgspec.structs.replace(found, rejected=found.rejected + missed)

    def _listener(self, number: int, dossier: Dossier) -> Progress:
        before = _set_aside(dossier)

        def told(stage: str, done: int, total: int) -> None:
            aside = max(0, _set_aside(dossier) - before)
            self._change(number, stage=stage, done=done, total=total, aside=aside)

        return told

    def _change(self, number: int, **values: Any) -> None:
        with self._lock:
            self._runs[number] = msgspec.structs.replace(self._runs[number], **values)


def _set_aside(dossier: Dossier) -> int:
    with dossier.snapshot() as view:
        return view.counts()["rejects"]


def _explained(error: Exception) -> dict[str, str]:
    """Return the sentence for what went wrong; what nobody foresaw is written to the log."""
    if isinstance(error, StoreError) and "locked" in str(error):
        return {"fault": "runs.busy"}
    if isinstance(error, SelonError):
        return {"fault": "runs.said", "said": str(error)}
    _log.error("a run failed", exc_info=error)
    return {"fault": "runs.unforeseen"}


def clock() -> str:
    """Return the time in UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
