"""The dossier: one case in a file or a database, read through snapshots and written in whole transactions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import overload

from sqlalchemy.exc import DBAPIError

from selon.model.document import Document
from selon.store import address, care, dialects, migrations, renewal
from selon.store.address import Address
from selon.store.care import Health
from selon.store.connection import connect
from selon.store.settling import chunks
from selon.store.snapshot import Snapshot, title
from selon.store.writer import Writer

_AT_ONCE = 64
"""Documents read at once."""


class Dossier:
    """A dossier. Use `snapshot()` to ask and `writing()` to change; both are context managers.

    `path` is where it is kept: the path of a file, or the URL of a PostgreSQL database.
    """

    def __init__(self, path: str | Path | Address, create: bool = False) -> None:
        self.path = address.address(path)
        self._engine = connect(self.path, create)
        self._dialect = dialects.of(self._engine)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give one consistent view of the dossier, whatever a run writes meanwhile."""
        with self._explained(wrote=False), self._dialect.reading(self._engine) as connection:
            yield Snapshot(title(connection) or address.named(self.path), connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Give a writer; everything that it wrote lands together, or nothing does."""
        with self._explained(wrote=True), self._dialect.writing(self._engine) as connection:
            yield Writer(connection, address.named(self.path))

    @contextmanager
    def running(self, wait: bool = False) -> Iterator[None]:
        """Keep other runs out while this one reads, examines and links; judging goes on.

        With `wait` a run at work is waited for; else StoreError tells who it is. Runs on a file need no lock:
        their transactions come one after the other.
        """
        with self._explained(wrote=True), self._dialect.running(self._engine, self.path, wait):
            yield

    def texts(self, idents: Sequence[str]) -> Sequence[Document]:
        """Return the documents of these ids, read when they are asked for: they need not fit into memory."""
        return _Texts(self, idents)

    @contextmanager
    def _explained(self, wrote: bool) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._dialect.explained(error, self.path, wrote) from error

    def check(self) -> Health:
        """Read everything and return what the dossier holds and what in it is broken."""
        with self._explained(wrote=False):
            damage = tuple(self._dialect.damage(self._engine))
            with self._dialect.reading(self._engine) as connection:
                size, counts = self._dialect.size(connection), care.counts(connection)
                faults = (*damage, *care.faults(connection))
        return Health(migrations.VERSION, size, counts, faults)

    def renew(self) -> None:
        """Make every list and index anew from the records."""
        with (
            self.running(),
            self._explained(wrote=True),
            self._dialect.writing(self._engine) as connection,
        ):
            renewal.relist(connection)

    def compact(self) -> tuple[int, int]:
        """Give unused room back; return the bytes taken before and after."""
        with self.running(), self._explained(wrote=True):
            before = self._size()
            self._dialect.compact(self._engine, self.path)
            return before, self._size()

    def _size(self) -> int:
        with self._dialect.reading(self._engine) as connection:
            return self._dialect.size(connection)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    def __enter__(self) -> Dossier:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __str__(self) -> str:
        return address.shown(self.path)


class _Texts(Sequence[Document]):
    """Documents of a dossier in the order of `idents`, which is that of the ids; so is a stretch of them. To
    another process they go as the documents themselves."""

    def __init__(self, dossier: Dossier, idents: Sequence[str]) -> None:
        self._dossier, self._idents = dossier, idents

    def __len__(self) -> int:
        return len(self._idents)

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | Sequence[Document]:
        if isinstance(at, slice):
            return _Texts(self._dossier, self._idents[at])
        return self._read([self._idents[at]])[0]

    def __iter__(self) -> Iterator[Document]:
        for some in chunks(self._idents, _AT_ONCE):
            yield from self._read(some)

    def __reduce__(self) -> tuple[type[list[Document]], tuple[list[Document]]]:
        return list, (list(self),)

    def _read(self, idents: Sequence[str]) -> tuple[Document, ...]:
        with self._dossier.snapshot() as view:
            return view.documents_of(idents)
