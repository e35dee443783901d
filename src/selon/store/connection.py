"""Opening a dossier file: SQLite in WAL mode, its schema brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from selon.errors import StoreError, UsageError
from selon.store import listing, migrations

APPLICATION = 0x5E10
"""`application_id` of a dossier, so that another program's SQLite file is never taken for one."""

_BUSY_MS = 30_000


def connect(path: Path, create: bool) -> Engine:
    """Return an engine on the dossier at `path`, migrated to the present schema.

    Raises UsageError when the file is missing (and `create` is false) or is no dossier, StoreError when it
    was made by a newer selon or cannot be opened.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file, such as --dossier {path / 'case.selon'}")
    if not create and not path.is_file():
        raise UsageError(f"no dossier at {path}: make one with `selon trace PATH... --dossier {path}`")
    if create and not path.parent.is_dir():
        raise UsageError(f"no folder {path.parent}: make it first, or name another place with --dossier")
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        _migrate(engine, path)
    except DatabaseError as error:
        engine.dispose()
        raise _explained(error, path) from error
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # selon says BEGIN itself, so that a reader keeps one snapshot
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    mode = "BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN"
    connection.exec_driver_sql(mode)


def _migrate(engine: Engine, path: Path) -> None:
    with engine.connect() as raw:
        version, application = _marks(raw)
    if version > migrations.VERSION:
        raise StoreError(
            f"{path} has schema {version}, this selon reads up to {migrations.VERSION}: install a newer selon"
        )
    if application not in (0, APPLICATION) or (application == 0 and version):
        raise UsageError(f"{path} is a SQLite file of another program, not a dossier")
    if version == migrations.VERSION:
        return
    with engine.connect() as raw:
        raw.exec_driver_sql("ROLLBACK")
        raw.exec_driver_sql("PRAGMA journal_mode = WAL")
    with engine.connect().execution_options(write=True) as writing, writing.begin():
        _take_steps(writing, path)


def _marks(connection: Connection) -> tuple[int, int]:
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return int(version), int(application)


def _take_steps(connection: Connection, path: Path) -> None:
    version, _ = _marks(connection)  # another process may have migrated while this one waited
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if version == 0 and tables:
        raise UsageError(f"{path} is a SQLite file of another program, not a dossier")
    for step in migrations.STEPS[version:]:
        for statement in step:
            connection.exec_driver_sql(statement)
    if tables:
        listing.rebuild(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {migrations.VERSION}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def _explained(error: DatabaseError, path: Path) -> UsageError | StoreError:
    words = str(error.orig)
    if "not a database" in words:
        return UsageError(f"{path} is not a dossier (not a SQLite file)")
    if "locked" in words:
        return StoreError(f"{path} is being written by another run; try again when it has ended")
    return StoreError(f"{path} cannot be opened: {words}")
