"""SQLite: one file in WAL mode, FTS5 for words; readers keep their snapshot while the only writer goes on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, DBAPIError

from selon.errors import StoreError, UsageError
from selon.store.address import Address
from selon.store.dialects.dialect import INDEXES, Term

APPLICATION = 0x5E10
"""`application_id` of a dossier, so that another program's SQLite file is never taken for one."""

_BUSY_MS = 30_000
_FARTHEST = 2**63 - 1


class Sqlite:
    """The dialect of a dossier that is a file."""

    off = "+"

    def engine(self, where: Address, create: bool) -> Engine:
        """Return an engine on the file; UsageError when it is missing (and `create` is false) or a folder."""
        assert isinstance(where, Path)
        if where.is_dir():
            raise UsageError(f"{where} is a folder: name a file, such as --dossier {where / 'case.selon'}")
        if not create and not where.is_file():
            raise UsageError(f"no dossier at {where}: make one with `selon trace PATH... --dossier {where}`")
        if create and not where.parent.is_dir():
            raise UsageError(f"no folder {where.parent}: make it first, or name another place with --dossier")
        engine = create_engine(f"sqlite:///{where}")
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def version(self, connection: Connection, where: Address) -> int:
        """Return `user_version`; a file with tables but without our mark is another program's."""
        version = _pragma(connection, "user_version")
        application = _pragma(connection, "application_id")
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if application not in (0, APPLICATION) or (application == 0 and (version or tables)):
            raise UsageError(f"{where} is a SQLite file of another program, not a dossier")
        return version

    def prepare(self, engine: Engine) -> None:
        """Set WAL mode, which no transaction may do."""
        with _bare(engine) as run:
            run("PRAGMA journal_mode = WAL")

    def migrating(self, connection: Connection) -> None:
        """Nothing to do: whoever writes is alone."""

    def own(self, statement: str, fresh: bool) -> Sequence[str]:
        """Return the step as it is: it was written for SQLite."""
        return (statement,)

    def stamp(self, connection: Connection, version: int) -> None:
        """Write the schema's number and our mark."""
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")

    @contextmanager
    def reading(self, engine: Engine) -> Iterator[Connection]:
        """Give a deferred transaction: its snapshot is that of its first question."""
        with engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, engine: Engine) -> Iterator[Connection]:
        """Give the only transaction that writes; others wait."""
        with engine.connect().execution_options(write=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def running(self, engine: Engine, where: Address, wait: bool) -> Iterator[None]:
        """Let runs go on side by side: their transactions come one after the other, and one that was
        overtaken does its links again."""
        yield

    def deciding(self, connection: Connection) -> None:
        """Nothing to do: whoever writes is alone."""

    def explained(self, error: DBAPIError, where: Address, wrote: bool) -> UsageError | StoreError:
        """Return what went wrong with the file and what to do about it."""
        words = str(error.orig)
        if "not a database" in words:
            return UsageError(f"{where} is not a dossier (not a SQLite file)")
        if wrote and ("full" in words or "disk I/O" in words):
            kept = "what was finished is kept: make room and run it again"
            return StoreError(f"{where} cannot be written: the disk is full or failed ({words}); {kept}")
        if "locked" in words and not wrote:
            return StoreError(f"{where} is being written by another run; try again when it has ended")
        return StoreError(f"{where} cannot be {'written' if wrote else 'opened'}: {words}")

    # full-text search

    def matches(self, table: str) -> str:
        """Return the condition of FTS5."""
        return f"{table} MATCH :words"

    def question(self, terms: Sequence[Term], every: bool) -> str:
        """Return an FTS5 expression; no word at all matches nothing."""
        joined = (" AND " if every else " OR ").join(f'"{t}"*' if begins else f'"{t}"' for t, begins in terms)
        return joined or '""'

    def best(
        self, connection: Connection, table: str, terms: Sequence[Term], every: bool, most: int, limit: int
    ) -> list[tuple[int, float]]:
        """Return rows and their BM25; the index itself keeps the best few of the first `most` hits."""
        last = f"SELECT rowid FROM {table} WHERE {table} MATCH :words ORDER BY rowid LIMIT 1 OFFSET :most"
        asked = (
            f"SELECT rowid, -rank FROM {table} WHERE {table} MATCH :words"
            f" AND rowid <= coalesce(({last}), {_FARTHEST}) ORDER BY rank LIMIT :limit"
        )
        values = {"words": self.question(terms, every), "most": most, "limit": limit}
        return [(int(row[0]), float(row[1])) for row in connection.execute(text(asked), values)]

    def index(self, connection: Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows to an FTS5 index."""
        connection.execute(text(f"INSERT INTO {table} (rowid, words) VALUES (:id, :words)"), rows)

    def removal(self, table: str, which: str) -> str:
        """Return a statement that names the words that were put in, as an index without a copy of them needs.

        Rows come in their order: the index writes a piece of its own each time that a row goes back.
        """
        marked = f"SELECT 'delete', id, words FROM search_rows WHERE {which} ORDER BY id"
        return f"INSERT INTO {table} ({table}, rowid, words) {marked}"

    def empty(self, connection: Connection, table: str) -> None:
        """Take everything out of an FTS5 index."""
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")

    # care

    def size(self, connection: Connection) -> int:
        """Return the bytes of all pages."""
        return _pragma(connection, "page_count") * _pragma(connection, "page_size")

    def damage(self, engine: Engine) -> Iterator[str]:
        """Yield what SQLite finds wrong in its pages and its full-text indexes."""
        with self.reading(engine) as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(10)")]
        yield from (f"pages: {words}" for words in found if words != "ok")
        for table in INDEXES:
            try:
                with self.writing(
                    engine
                ) as connection:  # FTS5 is told to look by an insert that changes nothing
                    told = f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"
                    connection.exec_driver_sql(told)
            except DatabaseError:
                yield f"index {table}: it does not hold the words that it should"

    def compact(self, engine: Engine, where: Address) -> None:
        """Merge the indexes and write the file anew; StoreError when the disk has no room for the copy."""
        assert isinstance(where, Path)
        need, free = where.stat().st_size, shutil.disk_usage(where.parent).free
        if free < 2 * need:
            raise StoreError(
                f"{where} is written anew for this: make {2 * need - free:,} bytes of room first"
            )
        with _bare(engine) as run:
            for table in INDEXES:
                run(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            run("VACUUM")
            run("PRAGMA wal_checkpoint(TRUNCATE)")


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # selon says BEGIN itself, so that a reader keeps one snapshot
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    mode = "BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN"
    connection.exec_driver_sql(mode)


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


@contextmanager
def _bare(engine: Engine) -> Iterator[Any]:
    """Give what runs a statement outside any transaction; errors are those of SQLAlchemy."""
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")

        def run(statement: str) -> None:
            connection.exec_driver_sql(statement)

        yield run
