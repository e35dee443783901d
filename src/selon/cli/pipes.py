"""The parts of the main job over plain files: read, statements, reuse, origins."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli import options
from selon.cli.progress import shown
from selon.pipeline import commands
from selon.pipeline.output import STDOUT, rejects_path

_LISTED = 5

Rows = Annotated[str, typer.Argument(metavar="DOCS.jsonl", help="Documents, one JSON object a line.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, .jsonl or .csv rows.")]


def register(app: typer.Typer) -> None:
    """Add the piped commands to `app`."""
    app.command("read")(read)
    app.command("statements")(statements)
    app.command("reuse")(reuse)
    app.command("origins")(origins)


def read(paths: Paths, out: options.Out, jobs: options.Jobs = None, strict: options.Strict = False) -> None:
    """Read files, folders or rows; write one document a line."""
    with shown() as progress:
        done = commands.read(paths, out, progress)
    _close(done, "documents", out, strict)


def statements(
    rows: Rows,
    out: options.Out,
    beliefs: Annotated[bool, typer.Option("--beliefs", help="Add beliefs and intentions.")] = False,
    jobs: options.Jobs = None,
    strict: options.Strict = False,
) -> None:
    """Find who says what; write one attribution a line."""
    with shown() as progress:
        done = commands.statements(rows, out, beliefs, options.jobs(jobs), progress)
    _close(done, "statements", out, strict)


def reuse(rows: Rows, out: options.Out, jobs: options.Jobs = None, strict: options.Strict = False) -> None:
    """Find which texts copy which; write pairs, clusters, passages and lineage into a folder."""
    with shown() as progress:
        done = commands.reuse(rows, out, options.jobs(jobs), progress)
    _close(done, "pairs", out, strict)


def origins(rows: Rows, out: options.Out, jobs: options.Jobs = None, strict: options.Strict = False) -> None:
    """Count the independent origins of each claim; write one JSON object."""
    with shown() as progress:
        done = commands.origins(rows, out, options.jobs(jobs), progress)
    _close(done, "claims", out, strict)


def _close(done: commands.Done, what: str, out: str, strict: bool) -> None:
    typer.echo(f"{done.documents} documents read, {done.written} {what} written to {out}", err=True)
    if done.rejects:
        where = "" if out == STDOUT else f", listed in {rejects_path(out)}"
        typer.echo(f"{len(done.rejects)} set aside{where}", err=True)
        for reject in done.rejects[:_LISTED] if out != STDOUT else ():
            typer.echo(f"  {reject.record}: {reject.reason}", err=True)
    options.rejects_exit(done.rejects, strict)
