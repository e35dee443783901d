"""The parts of the main job over plain files: read, statements, reuse, origins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli import options

if TYPE_CHECKING:
    from selon.pipeline.commands import Done

_LISTED = 5
_PARTLY = {
    "light": "a light language pack, read without a parser (quotations, cue words, according-to forms)",
    "none": "no language pack, hardly any statement is found",
}

Rows = Annotated[
    str, typer.Argument(metavar="DOCS.jsonl", help="Documents, one JSON object a line; - is standard input.")
]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, .jsonl or .csv rows.")]


def register(app: typer.Typer) -> None:
    """Add the piped commands to `app`."""
    app.command("read")(read)
    app.command("statements")(statements)
    app.command("reuse")(reuse)
    app.command("origins")(origins)


def read(paths: Paths, out: options.Out, jobs: options.Jobs = None, strict: options.Strict = False) -> None:
    """Read files, folders or rows; write one document a line."""
    from selon.cli.progress import shown
    from selon.pipeline import commands

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
    from selon.cli.progress import shown
    from selon.pipeline import commands

    with shown() as progress:
        done = commands.statements(rows, out, beliefs, options.jobs(jobs), progress)
    _close(done, "statements", out, strict)


def reuse(
    rows: Rows,
    out: options.Out,
    jobs: options.Jobs = None,
    strict: options.Strict = False,
    lang: options.Lang = None,
) -> None:
    """Find which texts copy which; write pairs, clusters, passages, changes and lineage into a folder."""
    from selon.cli.progress import shown
    from selon.pipeline import commands

    with shown() as progress:
        done = commands.reuse(rows, out, options.jobs(jobs), progress)
    _tell_clusters(done, options.lang(lang))
    _close(done, "pairs", out, strict)


def origins(rows: Rows, out: options.Out, jobs: options.Jobs = None, strict: options.Strict = False) -> None:
    """Count the independent origins of each claim; write one JSON object."""
    from selon.cli.progress import shown
    from selon.pipeline import commands

    with shown() as progress:
        done = commands.origins(rows, out, options.jobs(jobs), progress)
    _close(done, "claims", out, strict)


def _tell_clusters(done: Done, lang: str) -> None:
    from selon.report.terminal.clusters import told

    for line in told(done.clusters, lang):
        typer.echo(line, err=True)


def _close(done: Done, what: str, out: str, strict: bool) -> None:
    from selon.pipeline.output import rejects_path, streams

    typer.echo(f"{done.documents} documents read, {done.written} {what} written to {out}", err=True)
    for partly in done.partly:
        typer.echo(f"{partly.documents} of them in {partly.lang}: {_PARTLY[partly.kind]}", err=True)
    if done.rejects:
        where = "" if streams(out) else f", listed in {rejects_path(out)}"
        typer.echo(f"{len(done.rejects)} set aside{where}", err=True)
        for reject in done.rejects[:_LISTED] if not streams(out) else ():
            typer.echo(f"  {reject.record}: {reject.reason}", err=True)
    options.rejects_exit(done.rejects, strict)
