"""The main job: `selon trace` on one's own files, `selon demo` on the sample dossier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli import options, screen

if TYPE_CHECKING:
    from selon.pipeline.executors.base import Executor
    from selon.pipeline.trace import Outcome
    from selon.report.view import View

Report = Annotated[str | None, typer.Option("--report", "-r", help="Also write the HTML dossier here.")]
Aliases = Annotated[
    list[str] | None,
    typer.Option("--aliases", "-a", help="Names of actors: .toml, .csv, FollowTheMoney or Wikidata .jsonl."),
]
Title = Annotated[
    str | None, typer.Option("--title", help="The name of the case, as pages and reports show it.")
]
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
    aliases: Aliases = None,
    title: Title = None,
    jobs: options.Jobs = None,
    on: options.On = None,
    lang: options.Lang = None,
    now: Now = None,
    as_json: options.Json = False,
    strict: options.Strict = False,
) -> None:
    """Trace every claim in PATHs to its independent origins; keep the case in one dossier file."""
    with options.executor(on, jobs) as executor:
        _run(
            paths,
            options.dossier_path(dossier),
            report,
            executor,
            options.lang(lang),
            now,
            as_json,
            strict,
            aliases or (),
            title,
        )


def demo(
    dossier: options.DossierFile = None,
    report: Report = "demo.html",
    jobs: options.Jobs = None,
    lang: options.Lang = None,
    as_json: options.Json = False,
) -> None:
    """Trace the sample dossier that comes with selon: an invented fire, 18 documents, 12 claims."""
    from selon import sample

    path = dossier or "demo.selon"
    pages = [str(p) for p in sample.pages()]
    with options.executor(None, jobs) as executor:
        _run(pages, path, report, executor, options.lang(lang), None, as_json, False, title=sample.TITLE)


def _run(
    paths: list[str], path: str, report: str | None, executor: Executor, lang: str, now: str | None,
    as_json: bool, strict: bool, aliases: Sequence[str] = (), title: str | None = None,
) -> None:  # fmt: skip
    from selon.cli.progress import shown
    from selon.pipeline.trace import trace as run_trace
    from selon.store.dossier import Dossier

    with Dossier(path, create=True) as dossier:
        with shown() as progress:
            outcome = run_trace(
                paths, dossier, progress=progress, now=now or options.clock(), aliases=aliases, on=executor
            )
        if title is not None:
            with dossier.writing() as writer:
                writer.put_title(title)
        with dossier.snapshot() as view:
            tell(view, report, lang, as_json)
    _close(outcome, str(dossier), report)
    if strict and outcome.rejected:
        raise typer.Exit(1)


def tell(view: View, report: str | None, lang: str, as_json: bool) -> None:
    """Print what a dossier holds, and write the HTML dossier if asked."""
    from selon.pipeline.output import write_text
    from selon.report import html, terminal
    from selon.report.summary import summary_row

    if report:
        write_text(report, [html.render(view, lang)])
    if as_json:
        typer.echo(summary_row(view))
    else:
        screen.put(terminal.summary(view, lang))


def _close(outcome: Outcome, dossier: str, report: str | None) -> None:
    counts = f"{outcome.new} new, {outcome.changed} changed, {outcome.same} unchanged"
    typer.echo(f"dossier {dossier}: {counts}, {outcome.rejected} set aside", err=True)
    if report:
        typer.echo(f"HTML dossier {report}", err=True)
