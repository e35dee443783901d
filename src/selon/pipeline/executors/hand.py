"""One process that does shares of work over a pipe of its own.

Processes share nothing: one that dies in the middle of an answer leaves no lock held and no queue
half-written, as it would with a queue common to all.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing import connection, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from typing import Any

from selon.pipeline.executors.base import done


class Hand:
    """A process that applies the `work` it was given last to shares; it is started again when it has died."""

    def __init__(self, context: SpawnContext) -> None:
        self._context = context
        self._work: Callable[[Any], Any] | None = None
        self._stopped = False
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()  # so that the death of the process ends the pipe
        self._told = False

    def take(self, work: Callable[[Any], Any]) -> None:
        """Take up other work, from the next share on; models that are loaded stay."""
        self._work, self._told = work, False

    def do(self, share: Sequence[Any]) -> list[Any] | None:
        """Return what became of `share` in order; None when the process died of it: a new one stands ready.

        Raises what `work` raises.
        """
        try:
            if not self._told:
                self._pipe.send(self._work)
                self._told = True
            self._pipe.send(share)
            made, error = self._pipe.recv()
        except (EOFError, OSError):
            self._again()
            return None
        if error is not None:
            raise error
        return made  # type: ignore[no-any-return]

    def _again(self) -> None:
        with self._lock:
            if not self._stopped:
                self._end()
                self._start()

    def stop(self) -> None:
        """End the process, whatever it is doing; no other takes its place."""
        with self._lock:
            self._stopped = True
            self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: Connection) -> None:
    """Answer every share with its results or with the error that it raised, until the pipe ends."""
    work: Callable[[Any], Any] = _idle
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that was started by hand
    _follow()
    try:
        while True:
            given = pipe.recv()
            if callable(given):
                work = given
            else:
                pipe.send(_answer(work, given))
    except EOFError:
        return


def _idle(item: Any) -> Any:
    raise RuntimeError("no work was given")


def _answer(work: Callable[[Any], Any], share: Sequence[Any]) -> tuple[list[Any] | None, Exception | None]:
    try:
        return done(work, share), None
    except Exception as error:  # it is raised again where the results are read
        error.add_note(traceback.format_exc())
        return None, error


def _follow() -> None:
    """End this process with the one that started it, also when that is killed and can tell nobody."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
