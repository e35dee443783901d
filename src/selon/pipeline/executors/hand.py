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
    """A process that applies `work` to what it is given; it is started again when it has died."""

    def __init__(self, context: SpawnContext, work: Callable[[Any], Any]) -> None:
        self._context, self._work = context, work
        self._stopped = False
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        self._process.start()
        theirs.close()  # so that the death of the process ends the pipe

    def do(self, share: Sequence[Any]) -> list[Any] | None:
        """Return what became of `share` in order; None when the process died of it: a new one stands ready.

        Raises what `work` raises.
        """
        try:
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


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """Answer every share with its results or with the error that it raised, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that was started by hand
    _follow()
    try:
        while True:
            pipe.send(_answer(work, pipe.recv()))
    except EOFError:
        return


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
