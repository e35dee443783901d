"""Rows written and read in portions; what stands there already is not written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

Row = dict[str, Any]

CHUNK = 10_000
"""Ids bound in one question; SQLite takes 32,766."""

_RECORDS = 500
"""Records held at once while they are compared."""


def put(
    connection: Connection, table: str, rows: Mapping[str, Row], known: Collection[str], key: str = "id"
) -> list[str]:
    """Write rows, each with a `record`, by their keys, but for those of `known` keys whose record stands
    there already; return the keys of those that were written."""
    same = _same(connection, table, key, rows, [ident for ident in rows if ident in known])
    news = [ident for ident in rows if ident not in same]
    upsert(connection, table, [rows[ident] for ident in news], key)
    return news


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
