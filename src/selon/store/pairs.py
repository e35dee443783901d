"""Pairs of documents that share passages, grouped by SQL."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, text


class Shared(msgspec.Struct, frozen=True):
    """Two documents (ids in order) and how many passages they share."""

    a: str
    b: str
    passages: int


def sharing(connection: Connection, doc: str, limit: int) -> tuple[Shared, ...]:
    """Return up to `limit` pairs, those that an edge joins first, then those with most passages.

    With `doc`, only the pairs that it is in. The passages of all pairs are grouped only where the linked ones
    are fewer than asked for, so that a large dossier answers at once.
    """
    given = {"limit": limit, **({"doc": doc} if doc else {})}
    found = {tuple(row[:2]): Shared(*row) for row in connection.execute(text(_linked(bool(doc))), given)}
    if len(found) < limit:
        given["limit"] = limit + len(found)
        for row in connection.execute(text(_every(bool(doc))), given):
            found.setdefault(tuple(row[:2]), Shared(*row))
    return tuple(found.values())[:limit]


_BEST = "GROUP BY a, b ORDER BY shared DESC, a, b LIMIT :limit"


def _linked(one: bool) -> str:
    of = " WHERE derived = :doc OR source = :doc" if one else ""
    ends = f"SELECT DISTINCT min(derived, source) AS x, max(derived, source) AS y FROM edges{of}"
    return f"SELECT a, b, count(*) AS shared FROM ({ends}) JOIN passages ON a = x AND b = y {_BEST}"


def _every(one: bool) -> str:
    of = " WHERE a = :doc OR b = :doc" if one else ""
    return f"SELECT a, b, count(*) AS shared FROM passages{of} {_BEST}"
