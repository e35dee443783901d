"""The command that opens a dossier in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.errors import UsageError

_PORT = 8765


def register(app: typer.Typer) -> None:
    """Add `serve` to `app`."""
    app.command("serve")(serve)


def serve(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="A file or postgresql://user@host/name.")],
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = _PORT,
    host: Annotated[
        str, typer.Option("--host", help="Listen on another address of this machine: others may only read.")
    ] = "127.0.0.1",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of selon's own words: fr or en.")
    ] = None,
) -> None:
    """Open the dossier in a browser: read, compare, search, judge and add, on this machine alone."""
    from selon.config import load
    from selon.report.wording import words
    from selon.store.dossier import Dossier
    from selon.web.serving import serve as run_server

    chosen = lang or load(Path.cwd()).lang
    words(chosen)
    with Dossier(dossier) as opened:  # both say what is wrong before a server starts
        where = opened.path
    try:
        run_server(where, port, chosen, not no_browser, host)
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be used ({error.strerror}); try --port {port + 1}") from error
