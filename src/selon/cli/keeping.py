"""Care for a dossier: `selon dossier check`, `renew` and `compact`."""

from __future__ import annotations

import typer

from selon.cli import options


def register(app: typer.Typer) -> None:
    """Add the group to `app`."""
    group = typer.Typer(
        help="Check a dossier, or give room back.", no_args_is_help=True, rich_markup_mode=None
    )
    group.command("check")(check)
    group.command("renew")(renew)
    group.command("compact")(compact)
    app.add_typer(group, name="dossier")


def check(dossier: options.DossierName, as_json: options.Json = False) -> None:
    """Read all of DOSSIER and say what it holds and what is broken; exit 3 when something is.

    Pages and indexes are sound, no record is without its document, and lists count what the records say.
    """
    from selon.errors import StoreError
    from selon.report.lookup import as_json as in_json
    from selon.store.dossier import Dossier

    with Dossier(dossier) as opened:
        found = opened.check()
        if as_json:
            typer.echo(in_json(found))
        else:
            typer.echo(f"{opened}: schema {found.schema}, {_size(found.size)}")
            for name, count in found.counts:
                typer.echo(f"  {count:>12,} {name}")
        if found.faults:
            for fault in found.faults:
                typer.echo(f"  {fault}", err=True)
            raise StoreError(f"{opened} is not sound: `selon dossier renew` makes lists and indexes anew")
    if not as_json:
        typer.echo("sound: no fault found")


def renew(dossier: options.DossierName) -> None:
    """Make the lists and indexes of DOSSIER anew from its records, which stay as they are."""
    from selon.store.dossier import Dossier

    with Dossier(dossier) as opened:
        opened.renew()
        typer.echo(f"{opened}: lists and indexes made anew")


def compact(dossier: options.DossierName) -> None:
    """Give room back that DOSSIER does not use any more.

    A file is written anew beside itself: that takes as much room again, and nobody else may be writing.
    """
    from selon.store.dossier import Dossier

    with Dossier(dossier) as opened:
        before, after = opened.compact()
        typer.echo(f"{opened}: {_size(before)} before, {_size(after)} now")


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
