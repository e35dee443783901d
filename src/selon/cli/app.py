"""The command line. Exit codes: 0 done, 1 rows set aside under --strict, 2 usage, 3 dossier, 4 fault."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import typer

from selon import __version__
from selon.cli import ask, corpus, judge, keeping, main_job, pipes
from selon.errors import SelonError, StoreError, UsageError

app = typer.Typer(
    name="selon",
    help="Count the independent origins of a claim, not the articles that repeat it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
main_job.register(app)
corpus.register(app)
pipes.register(app)
ask.register(app)
judge.register(app)
keeping.register(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"selon {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Who says it, on whose word, and how many origins that makes."""


def run() -> int:
    """Run the command line; every expected error becomes one line on standard error and an exit code."""
    try:
        app(standalone_mode=True)
    except UsageError as error:
        return _fail(error, 2)
    except StoreError as error:
        return _fail(error, 3)
    except SelonError as error:
        return _fail(error, 1)
    except (SystemExit, KeyboardInterrupt, BrokenPipeError) as end:
        return _ended(end)
    except Exception as error:
        if os.environ.get("SELON_DEBUG"):
            raise
        words = f"internal error ({type(error).__name__}: {error}); what was finished is kept. "
        return _fail(SelonError(words + "SELON_DEBUG=1 shows where; please report it"), 4)
    return 0


def _ended(end: BaseException) -> int:
    """Return the exit code of a run that ended early; typer leaves by SystemExit, its cause behind it."""
    causes = tuple(_behind(end))
    if any(isinstance(c, KeyboardInterrupt) for c in causes):
        sys.stderr.write("selon: stopped; what was finished is kept\n")
        return 130
    if any(isinstance(c, BrokenPipeError) for c in causes):  # `| head` has seen enough: nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    code = getattr(end, "code", 0)
    return code if isinstance(code, int) else int(code is not None)


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _fail(error: SelonError, code: int) -> int:
    typer.echo(f"selon: {error}", err=True)
    return code
