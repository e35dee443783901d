"""Rows of a table made what they should be: what is the same is not written, what is no longer meant goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, text

Row = dict[str, Any]

CHUNK = 10_000
"""Ids bound in one question; SQLite takes 32,766."""

_RECORDS = 500
"""Records held at once while they are compared."""


class Settled(msgspec.Struct, frozen=True):
    """Ids of the rows that were taken out, and of those that were added or changed."""

    gone: tuple[str, ...]
    put: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every id whose row is another now."""
        return (*self.gone, *self.put)


def settle(
    connection: Connection,
    table: str,
    rows: Iterable[Row],
    held: Collection[str],
    key: str = "id",
    anew: bool = False,
) -> Settled:
    """Make the rows of `table` whose keys are `held` become `rows`, each with its key and a `record`.

    A row whose record stands there already is left alone, unless all are to be written `anew`. Of two rows
    with one key the last is kept.
    """
    given = {row[key]: row for row in rows}
    known = set() if anew else set(held)
    gone = tuple(ident for ident in held if ident not in given)
    same = _same(connection, table, key, given, [ident for ident in given if ident in known])
    put = [row for ident, row in given.items() if ident not in same]
    delete(connection, table, key, gone)
    upsert(connection, table, put, key)
    return Settled(gone, tuple(row[key] for row in put))


def _same(
    connection: Connection, table: str, key: str, given: Mapping[str, Row], idents: list[str]
) -> set[str]:
    asked = f"SELECT {key}, record FROM {table} WHERE {key} IN :ids"
    found: set[str] = set()
    for some in chunks(idents, _RECORDS):
        found.update(r[0] for r in rows_of(connection, asked, some) if bytes(r[1]) == given[r[0]]["record"])
    return found


def upsert(connection: Connection, table: str, rows: Sequence[Row], key: str = "id") -> None:
    """Insert rows, in place of those with the same key (names of columns, comma between them)."""
    if rows:
        parts = {name.strip() for name in key.split(",")}
        news = ", ".join(f"{name} = excluded.{name}" for name in rows[0] if name not in parts)
        insert(
            connection,
            table,
            rows,
            f" ON CONFLICT ({key}) DO " + (f"UPDATE SET {news}" if news else "NOTHING"),
        )


def insert(connection: Connection, table: str, rows: Sequence[Row], clash: str = "") -> None:
    """Insert rows of the same columns."""
    for some in chunks(rows, CHUNK):
        columns, values = ", ".join(some[0]), ", ".join(f":{name}" for name in some[0])
        connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({values}){clash}"), list(some))


def add(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Insert rows that may stand there already."""
    insert(connection, table, rows, " ON CONFLICT DO NOTHING")


def delete(connection: Connection, table: str, column: str, idents: Iterable[str]) -> None:
    """Delete the rows that have one of `idents` in a column."""
    run_for(connection, f"DELETE FROM {table} WHERE {column} IN :ids", idents)


def run_for(connection: Connection, asked: str, idents: Iterable[str]) -> None:
    """Run a change with `IN :ids`, put in chunks."""
    change = text(asked).bindparams(bindparam("ids", expanding=True))
    for some in chunks(list(idents), CHUNK):
        connection.execute(change, {"ids": list(some)})


def rows_of(connection: Connection, asked: str, idents: Iterable[str | int], **values: Any) -> list[Any]:
    """Return the rows of a question with `IN :ids`, put in chunks."""
    question = text(asked).bindparams(bindparam("ids", expanding=True))
    found: list[Any] = []
    for some in chunks(list(idents), CHUNK):
        found.extend(connection.execute(question, {"ids": list(some), **values}))
    return found


def column_of(connection: Connection, asked: str, idents: Iterable[str]) -> set[str]:
    """Return the first column of such a question as a set."""
    return {row[0] for row in rows_of(connection, asked, idents)}


def chunks(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Yield stretches of at most `size` items."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
