"""Corpora too large for one dossier: `selon corpus` makes shards of them, `selon cut` a dossier of a part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli import main_job, options

if TYPE_CHECKING:
    from selon.pipeline.corpus.stages import Outcome

Where = Annotated[
    str | None,
    typer.Option("--where", metavar="SQL", help="A condition on the table documents: outlet = 'X'."),
]
Query = Annotated[
    str | None, typer.Option("--query", metavar="SQL", help="A query for ids, over all tables of the corpus.")
]
WithoutFailed = Annotated[
    bool, typer.Option("--without-failed", help="Go on without parts that fail again and again.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of corpora to `app`."""
    app.command("corpus")(corpus)
    app.command("cut")(cut)


def corpus(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="IN... OUT", help="Folders, .warc, .parquet, .jsonl, addresses; last, the new folder."
        ),
    ],
    jobs: options.Jobs = None,
    on: options.On = None,
    without_failed: WithoutFailed = False,
    strict: options.Strict = False,
) -> None:
    """Read a corpus, analyse it and find which texts copy which, as Parquet shards in the folder OUT.

    Run again, it goes on where it stopped. Ask the tables with DuckDB (OUT/views.sql), cut a dossier of a
    part with `selon cut`.
    """
    from selon.cli.progress import shown
    from selon.errors import UsageError
    from selon.pipeline.corpus import run

    if len(paths) < 2:
        raise UsageError("give what to read and, last, the folder for the shards: selon corpus IN... OUT")
    *given, home = paths
    with options.executor(on, jobs, stays=True) as executor, shown() as progress:
        outcome = run.corpus(given, Path(home), executor, progress, without_failed)
    _close(outcome, home)
    if strict and (outcome.rejects or outcome.failed):
        raise typer.Exit(1)


def _close(outcome: Outcome, home: str) -> None:
    told = f"{outcome.documents} documents, {outcome.texts} different texts, {outcome.rejects} set aside"
    typer.echo(f"corpus {home}: {told}", err=True)
    typer.echo(f"{outcome.passages} passages that two share, {outcome.edges} edges of lineage", err=True)
    if outcome.left:
        typer.echo(f"{outcome.left} documents in groups too large for lineage here: cut them", err=True)
    if outcome.failed:
        typer.echo(f"{outcome.failed} parts were given up: see “failed” in {home}/*/ledger.jsonl", err=True)


def cut(
    home: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a corpus.")],
    dossier: options.DossierFile = None,
    where: Where = None,
    query: Query = None,
    report: main_job.Report = None,
    title: main_job.Title = None,
    lang: options.Lang = None,
    now: main_job.Now = None,
    as_json: options.Json = False,
) -> None:
    """Cut a dossier out of a corpus: the documents chosen, with what is known of them, linked as one case."""
    from selon.cli.progress import shown
    from selon.errors import UsageError
    from selon.pipeline.cut import cut as run_cut
    from selon.store.dossier import Dossier

    if (where is None) == (query is None):
        raise UsageError("choose documents with --where or with --query, such as --where \"lang = 'fr'\"")
    path = options.dossier_path(dossier)
    with shown() as progress:
        made = run_cut(home, path, where, query, progress, now or options.clock())
    with Dossier(path) as opened:
        if title is not None:
            with opened.writing() as writer:
                writer.put_title(title)
        with opened.snapshot() as view:
            main_job.tell(view, report, options.lang(lang), as_json)
    typer.echo(f"dossier {opened}: {made.documents} documents, {made.passages} passages", err=True)
