"""Options that several commands share, so that each is said once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.errors import UsageError

if TYPE_CHECKING:
    from selon.config import Config
    from selon.model.document import Reject
    from selon.pipeline.executors.base import Executor

Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=0, help="Processes to use (0: one a processor).")
]
On = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="ADDRESS", help="Work on a Dask cluster: dask://HOST:PORT, tcp:// or tls://."
    ),
]
Lang = Annotated[str | None, typer.Option("--lang", help="Language of selon's own words: fr or en.")]
DossierFile = Annotated[
    str | None,
    typer.Option("--dossier", "-d", help="The dossier: a file, or postgresql://user@host/name for a team."),
]
DossierName = Annotated[str, typer.Argument(metavar="DOSSIER", help="A file or postgresql://user@host/name.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for the eye.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 when anything was set aside.")]
Out = Annotated[str, typer.Option("--out", "-o", help="Where to write; - is standard output.")]

LANGUAGES = ("fr", "en")


def config() -> Config:
    """Return the settings of the working folder."""
    from selon.config import load

    return load(Path.cwd())


def dossier_path(given: str | None) -> str:
    """Return the dossier named on the command line, else the configured one."""
    return given or config().dossier


def jobs(given: int | None) -> int:
    """Return the number of processes asked for."""
    return config().jobs if given is None else given


@contextmanager
def executor(on: str | None, given: int | None, stays: bool = False) -> Iterator[Executor]:
    """Give the executor asked for: a cluster, or processes of this machine.

    With `stays` these keep their models from one stage to the next; without, their memory is free in between.
    """
    from selon.pipeline.executors.local import Local

    if on is None:
        local = Local(jobs(given))
        with local if stays else nullcontext():
            yield local
        return
    from selon.pipeline.executors.cluster import connected

    with connected(on) as cluster:
        yield cluster


def lang(given: str | None) -> str:
    """Return the interface language; raises UsageError for one that selon does not speak."""
    chosen = given or config().lang
    if chosen not in LANGUAGES:
        raise UsageError(f"--lang {chosen}: selon speaks {' and '.join(LANGUAGES)}")
    return chosen


def clock() -> str:
    """Return the time in UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def rejects_exit(rejects: tuple[Reject, ...], strict: bool) -> None:
    """Exit 1 when rows were set aside and the caller is strict."""
    if strict and rejects:
        raise typer.Exit(1)
