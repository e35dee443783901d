"""What writers of links share: what stands there in a portion, and records written some at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, text

from selon.store import counting
from selon.store.settling import Row, delete, put, rows_of

Record = TypeVar("Record")
Ids = Collection[str] | None
"""Ids of a portion; None stands for everything."""

Ends = tuple[str, ...]

encode: Callable[[Any], bytes] = msgspec.json.Encoder(order="deterministic").encode

AT_ONCE = 2_000
"""Records of one kind that are held encoded at once."""


class PortionWriter:
    """Writes records of one portion; with `anew` also those that are the same, with the lists they make."""

    def __init__(self, connection: Connection, anew: bool = False) -> None:
        self._connection, self._anew = connection, anew
        self._touched = counting.Touched()

    def _held(self, asked: str, ends: Sequence[str], of: Ids) -> dict[str, Ends]:
        """Return the rows in question by id, all or those with one of `of` in a column of `ends`."""
        if of is None:
            found = list(self._connection.execute(text(asked)))
        else:
            which = (f"{asked} WHERE {end} IN :ids" for end in ends)
            found = [row for one in which for row in rows_of(self._connection, one, sorted(of))]
        return {row[0]: tuple(row[1:]) for row in found}

    def _put(
        self, table: str, rows: Iterable[Row], held: Collection[str], key: str = "id"
    ) -> tuple[dict[str, Row], list[str]]:
        """Make the rows of a portion what is given; return the rows that were written, without their records,
        and the ids that are gone."""
        known = set() if self._anew else set(held)
        given: set[str] = set()
        written: dict[str, Row] = {}
        for some in portions(rows):
            named = {row[key]: row for row in some}
            given |= named.keys()
            for ident in put(self._connection, table, named, known, key):
                written[ident] = {name: value for name, value in named[ident].items() if name != "record"}
        gone = [ident for ident in held if ident not in given]
        delete(self._connection, table, key, gone)
        return written, gone


def portions(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield records some at a time."""
    left = iter(records)
    while some := list(islice(left, AT_ONCE)):
        yield some


def ends_of(rows: Mapping[str, Row], *names: str) -> set[str]:
    """Return the values of some columns."""
    return {row[name] for row in rows.values() for name in names}
