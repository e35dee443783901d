"""An executor one of whose processes is killed once in each stage."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

from selon.testing.executors import STARTED


class Sabotaged:
    """Passes work on to `executor` so that the first process that begins it is killed, once a stage."""

    def __init__(self, executor, folder, ready=lambda: None):
        self._executor = executor
        self._ready = ready
        self._folder = Path(folder) / "killed"
        self._folder.mkdir()

    def map_each(self, work, items, *more, **named):
        self._ready()
        wrapped = partial(dying, str(self._folder / name_of(work)), os.getpid(), work)
        return self._executor.map_each(wrapped, items, *more, **named)

    def everywhere(self, work, item):
        return self._executor.everywhere(work, item)

    def met(self):
        """Return the names of the stages in which a process was killed."""
        return sorted(p.name for p in self._folder.iterdir())


def name_of(work):
    """Return the name of the function that does the work, inside whatever wraps it."""
    while isinstance(work, partial):
        work = work.args[0] if work.args and callable(work.args[0]) else work.func
    return work.__name__


def dying(marker, driver, work, item):
    """Do the work, but kill this process (never the driver) the first time."""
    if os.getpid() != driver:
        try:
            os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            pass
        else:
            time.sleep(STARTED)
            os.kill(os.getpid(), signal.SIGKILL)
    return work(item)
