"""Pairs of documents that share passages, grouped by SQL."""

from __future__ import annotations

from collections import Counter

import msgspec
from sqlalchemy import Connection, text


class Shared(msgspec.Struct, frozen=True):
    """Two documents (ids in order) and how many passages they share."""

    a: str
    b: str
    passages: int


def sharing(connection: Connection, doc: str, limit: int) -> tuple[Shared, ...]:
    """Return up to `limit` pairs, those that an edge joins first, then those with most passages.

    With `doc`, only the pairs that it is in. All pairs are grouped only where the linked ones are fewer than
    asked for, so that a large dossier answers at once.
    """
    found = _linked_with(connection, doc) if doc else _linked(connection, limit)
    if len(found) < limit:
        known = {(pair.a, pair.b) for pair in found}
        others = _all_with(connection, doc) if doc else _all(connection, limit + len(found))
        found += [pair for pair in others if (pair.a, pair.b) not in known]
    return tuple(found[:limit])


def _linked(connection: Connection, limit: int) -> list[Shared]:
    asked = "SELECT DISTINCT shared, a, b FROM edges WHERE shared > 0 ORDER BY shared DESC, a, b LIMIT :limit"
    return [Shared(a, b, n) for n, a, b in connection.execute(text(asked), {"limit": limit})]


def _linked_with(connection: Connection, doc: str) -> list[Shared]:
    ends = " UNION ".join(
        f"SELECT shared, a, b FROM edges WHERE shared > 0 AND {end} = :doc" for end in ("derived", "source")
    )
    rows = connection.execute(text(ends), {"doc": doc})
    return sorted((Shared(a, b, n) for n, a, b in rows), key=_most)


def _all(connection: Connection, limit: int) -> list[Shared]:
    asked = (
        "SELECT a, b, count(*) AS shared FROM passages GROUP BY a, b ORDER BY shared DESC, a, b LIMIT :limit"
    )
    return [Shared(*row) for row in connection.execute(text(asked), {"limit": limit})]


def _all_with(connection: Connection, doc: str) -> list[Shared]:
    ends = " UNION ALL ".join(f"SELECT a, b FROM passages WHERE {end} = :doc" for end in ("a", "b"))
    counted = Counter((row[0], row[1]) for row in connection.execute(text(ends), {"doc": doc}))
    return sorted((Shared(a, b, n) for (a, b), n in counted.items()), key=_most)


def _most(pair: Shared) -> tuple[int, str, str]:
    return -pair.passages, pair.a, pair.b
