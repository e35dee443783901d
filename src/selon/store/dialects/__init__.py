"""What SQLite and PostgreSQL say differently: opening, locks, words of errors, full-text search, care."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from selon.store.address import Address
from selon.store.dialects.dialect import Dialect
from selon.store.dialects.postgres import Postgres
from selon.store.dialects.sqlite import Sqlite

_BY_NAME: dict[str, Dialect] = {"sqlite": Sqlite(), "postgresql": Postgres()}


def of(bound: Connection | Engine) -> Dialect:
    """Return the dialect that a connection speaks."""
    return _BY_NAME[bound.dialect.name]


def at(where: Address) -> Dialect:
    """Return the dialect spoken at an address."""
    return _BY_NAME["sqlite" if isinstance(where, Path) else "postgresql"]
