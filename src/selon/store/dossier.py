"""The dossier: one case in one SQLite file, read through snapshots and written in whole transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from selon.errors import StoreError
from selon.store.connection import connect
from selon.store.snapshot import Snapshot, title
from selon.store.writer import Writer


class Dossier:
    """A dossier file. Use `snapshot()` to ask and `writing()` to change; both are context managers."""

    def __init__(self, path: str | Path, create: bool = False) -> None:
        self.path = Path(path)
        self._engine = connect(self.path, create)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give one consistent view of the dossier, whatever a run writes meanwhile."""
        with self._engine.connect() as connection, connection.begin():
            yield Snapshot(title(connection) or self.path.stem, connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Give a writer; everything that it wrote lands together, or nothing does."""
        with self._guarded() as connection, connection.begin():
            yield Writer(connection)

    @contextmanager
    def _guarded(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(write=True) as connection:
                yield connection
        except DatabaseError as error:
            raise StoreError(f"{self.path} cannot be written: {_told(error)}") from error

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Dossier:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _told(error: DatabaseError) -> str:
    """Say what a failed write means for who runs selon."""
    words = str(error.orig)
    if "full" in words or "disk I/O" in words:
        return f"the disk is full or failed ({words}); what was finished is kept: make room and run it again"
    return words
