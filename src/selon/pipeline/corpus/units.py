"""One stage over many units: what is done is skipped, what fails is told, what is left over is swept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import SelonError, ShardError
from selon.model.identity import digest
from selon.pipeline.catalogue import Stage, version_of
from selon.pipeline.executors.base import Executor
from selon.pipeline.progress import Progress
from selon.store.shards.ledger import Entry, Ledger

SHOWN = 3
"""Units given up that a message names."""


class Made(msgspec.Struct, frozen=True):
    """What a unit made: shards under the folder of its stage, and a few facts for the driver."""

    files: tuple[str, ...] = ()
    facts: dict[str, Any] = {}


class Unit(msgspec.Struct, frozen=True):
    """One unit of a stage: a name, what it works on, and a digest of all that its result depends on."""

    key: str
    what: Any
    given: str


Work = Callable[[Path, str, Any], Made]
"""Does one unit: the folder of the stage, the name of the unit, what it works on."""


class Runner(msgspec.Struct, frozen=True):
    """Where a corpus is made and by whom; `without_failed` goes on without units that were given up."""

    home: Path
    executor: Executor
    progress: Progress
    without_failed: bool = False

    def run(self, stage: Stage, work: Work, units: Sequence[Unit]) -> list[Entry]:
        """Return what each unit made, in order, doing those that are not done yet.

        Raises ShardError when units were given up, after all others are done, unless the run goes on without.
        """
        folder = self.home / stage.name
        versioned = [_versioned(unit, stage) for unit in units]
        ledger = Ledger(folder)
        todo = [u for u in versioned if ledger.done(u.key, u.given) is None]
        self.progress(stage.name, len(units) - len(todo), len(units))
        made = {u.key: done for u in versioned if (done := ledger.done(u.key, u.given))}
        with ledger.writing():
            results = self.executor.map_each(partial(_done, work, str(folder)), todo, 1, _given_up)
            for number, entry in enumerate(results, len(units) - len(todo) + 1):
                ledger.add(entry)
                made[entry.key] = entry
                self.progress(stage.name, number, len(units))
        ledger.keep(set(made))
        found = [made[unit.key] for unit in versioned]
        _check(stage, found, self.without_failed)
        return found


def _versioned(unit: Unit, stage: Stage) -> Unit:
    return Unit(unit.key, unit.what, digest([version_of(stage), unit.given]))


def _done(work: Work, folder: str, unit: Unit) -> Entry:
    try:
        made = work(Path(folder), unit.key, unit.what)
    except SelonError:
        raise  # try again, or stop: the kind of error says which
    except Exception as error:  # one bad unit must not end a run of thousands
        return Entry(unit.key, unit.given, failed=f"{type(error).__name__}: {error}")
    return Entry(unit.key, unit.given, made.files, made.facts)


def _given_up(unit: Unit, error: ShardError) -> Entry:
    return Entry(unit.key, unit.given, failed=str(error))


def _check(stage: Stage, entries: Sequence[Entry], without_failed: bool) -> None:
    failed = [e for e in entries if e.failed]
    if not failed or without_failed:
        return
    told = "; ".join(f"{e.key}: {e.failed}" for e in failed[:SHOWN])
    more = f"; and {len(failed) - SHOWN} more" if len(failed) > SHOWN else ""
    raise ShardError(
        f"{len(failed)} of {len(entries)} parts of “{stage.name}” were given up ({told}{more}). All others"
        " are finished and kept: run the same command again to try these once more, or add --without-failed"
        " to go on without them"
    )
