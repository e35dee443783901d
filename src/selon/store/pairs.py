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

    With `doc`, only the pairs that it is in.
    """
    of = " WHERE a = :doc OR b = :doc" if doc else ""
    asked = text(
        f"SELECT a, b, shared FROM (SELECT a, b, count(*) AS shared FROM passages{of} GROUP BY a, b)"
        " LEFT JOIN edges ON (derived = a AND source = b) OR (derived = b AND source = a)"
        " GROUP BY a, b ORDER BY count(derived) > 0 DESC, shared DESC, a, b LIMIT :limit"
    )
    rows = connection.execute(asked, {"limit": limit, **({"doc": doc} if doc else {})})
    return tuple(Shared(*row) for row in rows)
