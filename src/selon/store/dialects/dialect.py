"""What every dialect answers; all other SQL of this room is the same for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from selon.errors import StoreError, UsageError
from selon.store.address import Address

Term = tuple[str, bool]
"""A word without accents, and whether longer words that begin with it are meant too."""

INDEXES: Mapping[str, tuple[str, ...]] = {
    "place_words": ("statement", "document"),
    "claim_words": ("claim",),
    "text_words": ("text",),
}
"""Full-text indexes and the kinds of rows that each holds; the words of a document are those of its title."""


class Dialect(Protocol):
    """One kind of database. Statements go through connections of `reading` and `writing`."""

    off: str
    """What, put before a column, keeps the planner from its index; empty where it counts rows itself."""

    # opening

    def engine(self, where: Address, create: bool) -> Engine:
        """Return an engine; raises UsageError or StoreError when nothing can be there."""

    def version(self, connection: Connection, where: Address) -> int:
        """Return the schema of what is there, 0 for nothing; UsageError when it is another program's."""

    def prepare(self, engine: Engine) -> None:
        """Set what a new dossier needs before its first table."""

    def migrating(self, connection: Connection) -> None:
        """Let no one else make or change tables until this transaction ends."""

    def own(self, statement: str, fresh: bool) -> Sequence[str]:
        """Return a step of the schema, written for SQLite, in this dialect; `fresh` when nothing is there."""

    def stamp(self, connection: Connection, version: int) -> None:
        """Write the schema's number."""

    # transactions

    def reading(self, engine: Engine) -> AbstractContextManager[Connection]:
        """Give a transaction that sees one state from its first question on."""

    def writing(self, engine: Engine) -> AbstractContextManager[Connection]:
        """Give a transaction that may write."""

    def running(self, engine: Engine, where: Address, wait: bool) -> AbstractContextManager[None]:
        """Keep other runs out, or wait for one to end; StoreError tells who runs."""

    def deciding(self, connection: Connection) -> None:
        """Let no one else judge until this transaction ends."""

    def explained(self, error: DBAPIError, where: Address, wrote: bool) -> UsageError | StoreError:
        """Return what went wrong and what to do about it."""

    # full-text search

    def matches(self, table: str) -> str:
        """Return the condition that a row of the index `table` answers :words."""

    def question(self, terms: Sequence[Term], every: bool) -> str:
        """Return what :words is for any of `terms`, or for every one."""

    def best(
        self, connection: Connection, table: str, terms: Sequence[Term], every: bool, most: int, limit: int
    ) -> list[tuple[int, float]]:
        """Return up to `limit` rows of an index with their scores, best first, of the first `most` hits."""

    def index(self, connection: Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Put rows (`id`, `words`) into an index."""

    def removal(self, table: str, which: str) -> str:
        """Return what takes rows of search_rows out of an index; `which` is a condition on them."""

    def empty(self, connection: Connection, table: str) -> None:
        """Take everything out of an index."""

    # care

    def size(self, connection: Connection) -> int:
        """Return the bytes that the dossier takes."""

    def damage(self, engine: Engine) -> Iterator[str]:
        """Yield what is broken in the store itself, in words."""

    def compact(self, engine: Engine, where: Address) -> None:
        """Give room back and bring what the planner knows up to date."""
