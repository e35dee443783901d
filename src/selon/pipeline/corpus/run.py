"""A corpus from end to end: the folder, the run, what it made."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

import selon
from selon.errors import UsageError
from selon.ingest.slices import slices
from selon.pipeline.catalogue import CORPUS, version_of
from selon.pipeline.corpus.stages import Outcome, Stages
from selon.pipeline.corpus.units import Runner
from selon.pipeline.executors.base import Executor
from selon.pipeline.progress import Progress, silent
from selon.store.shards import files
from selon.store.shards.asking import write_views

MARK = "corpus.json"
"""Says that a folder holds a corpus, and of which version."""


class Marked(msgspec.Struct, frozen=True):
    """What the file says: the selon that made it, and its stages; none while it is not finished."""

    selon: str
    stages: str = ""


def corpus(
    given: Sequence[str],
    home: Path,
    executor: Executor,
    progress: Progress = silent,
    without_failed: bool = False,
) -> Outcome:
    """Read `given` (paths, addresses) into the folder `home` and bring every stage there up to date.

    Each stage stands in a folder of its own as Parquet shards beside a ledger; what has not changed is not
    done again. Raises UsageError for a folder of something else or one that workers do not see, ShardError
    when units were given up, StoreError when the disk is full: what was finished is kept.
    """
    parts = slices(given)
    with _owned(home):
        _check_seen(home, executor)
        _mark(home, "")
        outcome = Stages(Runner(home.resolve(), executor, progress, without_failed)).run(parts)
        write_views(home)
        _mark(home, version_of(*CORPUS))
        return outcome


def _mark(home: Path, stages: str) -> None:
    """Say in the folder itself which stages stand in it; the file stays, as it is held by the run."""
    made = msgspec.json.encode(Marked(selon.__version__, stages))
    with (home / MARK).open("r+b") as out:
        out.write(made)
        out.truncate()


@contextmanager
def _owned(home: Path) -> Iterator[None]:
    """Make or open the folder of a corpus, for one run at a time."""
    import fcntl

    try:
        home.mkdir(parents=True, exist_ok=True)
        if not (home / MARK).exists():
            if any(home.iterdir()):
                raise UsageError(f"{home} holds something else than a corpus: name a new folder")
            files.write_bytes(home / MARK, msgspec.json.encode(Marked(selon.__version__)))
        with (home / MARK).open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError as error:
        raise UsageError(f"another run is at work on {home}: wait until it has ended") from error
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise UsageError(f"{home} cannot be a folder of shards: {error.strerror}") from error


def _check_seen(home: Path, executor: Executor) -> None:
    """Raise UsageError unless every place of work sees the folder."""
    token = home / f"seen-{uuid.uuid4().hex[:8]}{files.PART}"
    files.write_bytes(token, b"")
    try:
        blind = [who for who, seen in executor.everywhere(_sees, str(token.resolve())).items() if not seen]
    finally:
        token.unlink(missing_ok=True)
    if blind:
        raise UsageError(
            f"{blind[0]} does not see {home}: give a folder that all machines share, by the same path"
        )


def _sees(token: str) -> bool:
    return Path(token).exists()
