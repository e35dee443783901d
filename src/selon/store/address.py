"""Where a dossier is kept: one file, or a database of a PostgreSQL server that a team shares."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from selon.errors import UsageError

Address = Path | URL

_SCHEMES = ("postgresql://", "postgres://")


def address(given: str | Address) -> Address:
    """Return where `given` leads: a URL that begins with postgresql://, else the path of a file.

    Raises UsageError for a URL that cannot be read or names no database.
    """
    if not isinstance(given, str) or not given.startswith(_SCHEMES):
        return Path(given) if isinstance(given, str) else given
    try:
        url = make_url("postgresql+psycopg://" + given.partition("://")[2])
    except (ArgumentError, ValueError) as error:
        raise UsageError("that is no address of a database: write postgresql://user@host/name") from error
    if not url.database:
        raise UsageError(f"{shown(url)} names no database: write postgresql://user@host/name")
    return url


def shown(where: Address) -> str:
    """Return an address in words that may be printed: a password never is."""
    if isinstance(where, Path):
        return str(where)
    secret = {key for key in where.query if "password" in key.lower()}
    bare = where.set(drivername="postgresql", password=None, query={})
    kept = [f"{k}={v}" for k, v in sorted(where.query.items()) if k not in secret]
    return bare.render_as_string(hide_password=True) + ("?" + "&".join(kept) if kept else "")


def named(where: Address) -> str:
    """Return the name of a case that was given no title."""
    return where.stem if isinstance(where, Path) else str(where.database)


def files(where: Address) -> Path:
    """Return the path on this machine beside which files handed over to a dossier are kept.

    A database has no folder: its files lie in the working folder of who added them.
    """
    return where if isinstance(where, Path) else Path(f"{where.database}.selon")
