"""What a PostgreSQL server refuses, in one sentence that says what to do; never with a password."""

from __future__ import annotations

import re

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from selon.store.address import Address, shown

_AT_THE_DOOR = (
    (r"could not translate host name|name or service not known",
     "there is no host of that name: check the address"),
    (r"connection refused|no such file or directory|timeout expired|no route|is the server running",
     "no server answers there: is PostgreSQL running, and does it listen on that address?"),
    (r"password authentication failed|no password supplied",
     "the password is wrong or missing: put it into ~/.pgpass or the variable PGPASSWORD"),
    (r"peer authentication failed|ident authentication failed|no pg_hba.conf entry|requires? SSL",
     "the server does not let this user in from here: ask who keeps its pg_hba.conf"),
    (r'role ".*" does not exist', "the server knows no such user: createuser makes one"),
    (r'database ".*" does not exist', "the server has no such database: createdb makes one"),
    (r"too many (clients|connections)|remaining connection slots",
     "the server has no connection left: try again later"),
)  # fmt: skip
"""Patterns of what libpq says before there is a session, where no code of an error is given."""

_IN_SESSION = {
    "42501": "this user may not do that there: ask its owner to do it once, or to grant CREATE on the schema",
    "53100": "the server's disk is full; what was finished is kept: make room and run it again",
    "53200": "the server has no memory left; what was finished is kept: run it again later",
    "53300": "the server has no connection left: try again later",
    "55P03": "somebody else is writing there: try again when they have ended",
    "40P01": "two writers stood in each other's way; what was finished is kept: run it again",
    "57P01": "the server was shut down; what was finished is kept: run it again when it is back",
    "25006": "the server takes no changes (a standby, or read-only): name the one that does",
}
"""SQLSTATE codes (PostgreSQL, appendix A) and what to do."""


def told(error: DBAPIError, where: Address) -> str:
    """Return what went wrong at an address and what to do."""
    assert isinstance(where, URL)
    words = str(error.orig)
    code = getattr(error.orig, "sqlstate", None) or ""
    advice = _IN_SESSION.get(code) or _door(words)
    if advice is None and error.connection_invalidated:
        advice = "the connection was lost; what was finished is kept: run it again"
    return f"{shown(where)}: {advice or _bare(words, where)}"


def _door(words: str) -> str | None:
    return next((advice for pattern, advice in _AT_THE_DOOR if re.search(pattern, words, re.I)), None)


def _bare(words: str, where: URL) -> str:
    """Return the first line of what the driver says, without a password that it might repeat."""
    line = next(iter(words.strip().splitlines()), "no reason given")
    return line.replace(str(where.password), "***") if where.password else line
