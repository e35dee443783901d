"""Questions put to a dossier: who, show, report.

Each command imports what it needs when it runs, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli import options, screen


def register(app: typer.Typer) -> None:
    """Add the questions to `app`."""
    app.command("who")(who)
    app.command("show")(show)
    app.command("report")(report)


def who(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A claim, in any words.")],
    dossier: options.DossierFile = None,
    lang: options.Lang = None,
    as_json: options.Json = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many claims to list.")] = 5,
) -> None:
    """Find the claims nearest to TEXT and print where the best one comes from."""
    from selon.report import lookup, terminal
    from selon.store.dossier import Dossier

    with Dossier(options.dossier_path(dossier)) as opened, opened.snapshot() as view:
        found = lookup.nearest_claims(view, text, limit)
        if as_json:
            typer.echo(lookup.as_json(found))
        elif found:
            screen.put(terminal.who(view, found, options.lang(lang)))
        else:
            screen.put(terminal.nothing(text, options.lang(lang)))


def show(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="document, statement, claim, origin, actor, passage.")
    ],
    ident: Annotated[str, typer.Argument(metavar="ID")],
    dossier: options.DossierFile = None,
    why: Annotated[bool, typer.Option("--why", help="Say which rule decided, step by step.")] = False,
    lang: options.Lang = None,
    as_json: options.Json = False,
) -> None:
    """Show one document, statement, claim, origin, actor or passage with its exact words."""
    from selon.model.judgement import standing
    from selon.report import lookup, terminal
    from selon.store.dossier import Dossier

    with Dossier(options.dossier_path(dossier)) as opened, opened.snapshot() as view:
        found = lookup.find(view, kind, ident)
        if as_json:
            typer.echo(lookup.as_json(found))
        else:
            judged = standing(view.judgements())
            screen.put(terminal.show(view, found, options.lang(lang), why, judged))


def report(
    dossier: options.DossierName,
    out: options.Out,
    lang: options.Lang = None,
) -> None:
    """Write the HTML dossier: one file, no network, fit to annex to a report."""
    from selon.pipeline.output import write_text
    from selon.report import html
    from selon.store.dossier import Dossier

    with Dossier(dossier) as opened, opened.snapshot() as view:
        write_text(out, [html.render(view, options.lang(lang))])
    if out != "-":
        typer.echo(f"HTML dossier {out}", err=True)
