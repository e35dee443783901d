"""Opening a dossier, file or database, its schema brought up to date."""

from __future__ import annotations

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from selon.errors import StoreError, UsageError
from selon.store import dialects, migrations, renewal
from selon.store.address import Address, shown
from selon.store.dialects.dialect import Dialect


def connect(where: Address, create: bool) -> Engine:
    """Return an engine on the dossier at an address, migrated to the present schema.

    Raises UsageError when there is none (and `create` is false) or something else, StoreError when a newer
    selon made it or it cannot be opened.
    """
    dialect = dialects.at(where)
    engine = dialect.engine(where, create)
    try:
        _migrate(engine, dialect, where, create)
    except DBAPIError as error:
        engine.dispose()
        raise dialect.explained(error, where, wrote=False) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def _migrate(engine: Engine, dialect: Dialect, where: Address, create: bool) -> None:
    with engine.connect() as connection:
        version = dialect.version(connection, where)
    if version > migrations.VERSION:
        known = f"this selon reads up to {migrations.VERSION}: install a newer selon"
        raise StoreError(f"{shown(where)} has schema {version}, {known}")
    if version == migrations.VERSION:
        return
    if not (version or create):
        raise UsageError(
            f"no dossier at {shown(where)}: make one with `selon trace PATH... --dossier {shown(where)}`"
        )
    dialect.prepare(engine)
    with dialect.writing(engine) as connection:
        _take_steps(connection, dialect, where)


def _take_steps(connection: Connection, dialect: Dialect, where: Address) -> None:
    dialect.migrating(connection)
    version = dialect.version(connection, where)  # another process may have migrated while this one waited
    if version == migrations.VERSION:
        return
    for step in migrations.STEPS[version:]:
        for statement in step:
            for own in dialect.own(statement, fresh=not version):
                connection.exec_driver_sql(own)
    if version < renewal.APART:
        renewal.upgrade(connection)
    dialect.stamp(connection, migrations.VERSION)
