"""A run that meets with an accident at a given place: `python accident.py PLACE DOSSIER PATH...`.

PLACE is `examine`, `link` or `write` (this process is killed there), or `worker` (one process of the pool is,
once).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys

from selon.pipeline import trace as main_job
from selon.store.dossier import Dossier
from selon.store.writer import Writer


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _listener(place: str):  # type: ignore[no-untyped-def]
    def tell(stage: str, done: int, total: int) -> None:
        if place == "worker" and stage == "examine" and done == main_job._BATCH:
            os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
        if (place, stage) in {("examine", "examine"), ("link", "lineage")} and (done or place == "link"):
            for child in multiprocessing.active_children():
                print(child.pid, flush=True)
            _die()

    return tell


def _dying(self: Writer, *_: object) -> None:
    _die()


def main(place: str, file: str, paths: list[str]) -> None:
    """Trace `paths` until the accident."""
    main_job._BATCH = 4
    if place == "write":
        Writer.put_claims = _dying  # type: ignore[method-assign]
    with Dossier(file, create=True) as dossier:
        main_job.trace(paths, dossier, 2 if place in {"examine", "worker"} else 1, _listener(place))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
