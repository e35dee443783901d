"""The main job: `selon trace` on one's own files, `selon demo` on the sample dossier."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from selon import sample
from selon.cli import options
from selon.cli.progress import shown
from selon.pipeline.output import write_text
from selon.pipeline.trace import Outcome
from selon.pipeline.trace import trace as run_trace
from selon.report import html, terminal
from selon.report.summary import summary_row
from selon.store.dossier import Dossier

Report = Annotated[str | None, typer.Option("--report", "-r", help="Also write the HTML dossier here.")]
Now = Annotated[str | None, typer.Option("--now", help="UTC time to write on captures (ISO 8601).")]


def register(app: typer.Typer) -> None:
    """Add the main job to `app`."""
    app.command("trace")(trace)
    app.command("demo")(demo)


def trace(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, .jsonl or .csv rows.")
    ],
    dossier: options.DossierFile = None,
    report: Report = None,
    jobs: options.Jobs = None,
    lang: options.Lang = None,
    now: Now = None,
    as_json: options.Json = False,
    strict: options.Strict = False,
) -> None:
    """Trace every claim in PATHs to its independent origins; keep the case in one dossier file."""
    _run(
        paths,
        options.dossier_path(dossier),
        report,
        options.jobs(jobs),
        options.lang(lang),
        now,
        as_json,
        strict,
    )


def demo(
    dossier: options.DossierFile = None,
    report: Report = "demo.html",
    jobs: options.Jobs = None,
    lang: options.Lang = None,
    as_json: options.Json = False,
) -> None:
    """Trace the sample dossier that comes with selon: an invented fire, 18 documents, 12 claims."""
    path = dossier or Path("demo.selon")
    pages = [str(p) for p in sample.pages()]
    _run(pages, path, report, options.jobs(jobs), options.lang(lang), None, as_json, False)


def _run(
    paths: list[str], path: Path, report: str | None, jobs: int, lang: str, now: str | None, as_json: bool,
    strict: bool,
) -> None:  # fmt: skip
    with Dossier(path, create=True) as dossier:
        with shown() as progress:
            outcome = run_trace(paths, dossier, jobs, progress, now or _clock())
        with dossier.snapshot() as view:
            if report:
                write_text(report, [html.render(view, lang)])
            if as_json:
                typer.echo(summary_row(view))
            else:
                Console(highlight=False).print(terminal.summary(view, lang))
    _close(outcome, path, report)
    if strict and outcome.rejected:
        raise typer.Exit(1)


def _clock() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _close(outcome: Outcome, path: Path, report: str | None) -> None:
    counts = f"{outcome.new} new, {outcome.changed} changed, {outcome.same} unchanged"
    typer.echo(f"dossier {path}: {counts}, {outcome.rejected} set aside", err=True)
    if report:
        typer.echo(f"HTML dossier {report}", err=True)
