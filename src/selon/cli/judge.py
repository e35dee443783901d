"""What a person decides: `selon judge`, and the decisions of a dossier: `selon judgements`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from selon.cli import options
from selon.model.judgement import Judgement, Subject, Verdict, standing

By = Annotated[str | None, typer.Option("--by", help="Who decides (your login name if not given).")]


def register(app: typer.Typer) -> None:
    """Add the commands of judgement to `app`."""
    app.command("judge")(judge)
    app.command("judgements")(judgements)


def judge(
    about: Annotated[Subject, typer.Argument(metavar="ABOUT", help="actors, claims, reuse or lists.")],
    one: Annotated[str, typer.Argument(metavar="A", help="An actor, claim, statement or document id.")],
    other: Annotated[str, typer.Argument(metavar="B")],
    verdict: Annotated[
        Verdict, typer.Argument(metavar="VERDICT", help="same, different, unsure or withdrawn.")
    ],
    dossier: options.DossierFile = None,
    by: By = None,
    note: Annotated[str, typer.Option("--note", help="Why, in your words.")] = "",
    now: Annotated[str | None, typer.Option("--now", help="UTC time of the decision (ISO 8601).")] = None,
) -> None:
    """Say whether A and B are the same; the dossier is brought up to date and keeps the decision.

    Two claims judged the same become one; two statements judged different end in two claims; two texts judged
    different are no copies of each other; a claim judged different from `lists` is put aside in the lists. A
    later judgement supersedes this one, `withdrawn` takes it back.
    """
    from selon.pipeline import judging
    from selon.pipeline.trace import link_again
    from selon.report.lookup import judged_key
    from selon.store.dossier import Dossier

    with Dossier(options.dossier_path(dossier)) as opened:
        with opened.snapshot() as view:
            a, b = judged_key(view, about, one), judged_key(view, about, other)
        who = by or getpass.getuser()
        made = judging.judge(opened, about, a, b, verdict, who, now or options.clock(), note)
        link_again(opened)
    typer.echo(_line(made))


def judgements(
    dossier: options.DossierFile = None,
    out: options.Out = "-",
    every: Annotated[bool, typer.Option("--all", help="Also those superseded or withdrawn.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Lines of JSON, fit for --take.")] = False,
    withdraw: Annotated[
        str | None, typer.Option("--withdraw", metavar="ID", help="Undo the judgement of that id.")
    ] = None,
    by: By = None,
    take: Annotated[str | None, typer.Option("--take", help="Add the judgements of such a file.")] = None,
) -> None:
    """List, export, take in or undo the decisions of a dossier."""
    from selon.pipeline import judging
    from selon.pipeline.output import write_text
    from selon.pipeline.trace import link_again
    from selon.store.dossier import Dossier

    with Dossier(options.dossier_path(dossier)) as opened:
        if take:
            added, rejects = judging.take_in(opened, take)
            link_again(opened)
            typer.echo(f"{added} judgements taken in, {len(rejects)} set aside", err=True)
            for reject in rejects:
                typer.echo(f"  {reject.record}: {reject.reason}", err=True)
            return
        if withdraw:
            typer.echo(_line(judging.withdraw(opened, withdraw, by or getpass.getuser(), options.clock())))
            link_again(opened)
            return
        with opened.snapshot() as view:
            if as_json or out != "-":
                write_text(out, judging.exported(view))
                return
            found = view.judgements()
    for one in found if every else standing(found):
        typer.echo(_line(one))


def _line(one: Judgement) -> str:
    note = f" ({one.note})" if one.note else ""
    return f"{one.id}  {one.about} {one.verdict}: {one.a} | {one.b}  by {one.by}, {one.time}{note}"
