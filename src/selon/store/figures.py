"""The story of a dossier in figures, counted by SQL."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, text


class Totals(msgspec.Struct, frozen=True):
    """Counts of a dossier. `origins` are those that assert, told apart by their ids; days are ISO 8601."""

    documents: int
    outlets: int
    claims: int
    origins: int
    copies: int
    disputed: int
    rejects: int
    first: str | None
    last: str | None
    undated: int


class Lender(msgspec.Struct, frozen=True):
    """A text that others come from (a document id, or `agency:NAME`): how many directly, and how."""

    doc: str
    copies: int
    changed: int
    translated: int


_ASKED = """
SELECT (SELECT count(*) FROM documents) AS documents,
  (SELECT count(DISTINCT outlet) FROM documents WHERE outlet != '') AS outlets,
  (SELECT count(*) FROM claim_list) AS claims,
  (SELECT count(DISTINCT origin) FROM claim_origins) AS origins,
  (SELECT count(*) FROM document_list WHERE parents > 0) AS copies,
  (SELECT count(*) FROM claim_list WHERE disputes > 0) AS disputed,
  (SELECT count(*) FROM rejects) AS rejects,
  (SELECT min(date) FROM documents WHERE date IS NOT NULL) AS first,
  (SELECT max(date) FROM documents WHERE date IS NOT NULL) AS last,
  (SELECT count(*) FROM documents WHERE date IS NULL) AS undated
"""


def totals(connection: Connection) -> Totals:
    """Return the counts of a dossier."""
    row = connection.execute(text(_ASKED)).one()
    return Totals(**row._mapping)


def lenders(connection: Connection, limit: int) -> tuple[Lender, ...]:
    """Return the texts that most others come from, the earliest first among equals."""
    asked = text(
        "SELECT id, copies, changed, translated FROM document_list WHERE copies > 0"
        " ORDER BY copies DESC, moment, id LIMIT :limit"
    )
    return tuple(Lender(*row) for row in connection.execute(asked, {"limit": limit}))


def days(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return how many documents came out on each day (or month, or year, as far as it is known)."""
    asked = text("SELECT date, count(*) FROM documents WHERE date IS NOT NULL GROUP BY date ORDER BY date")
    return tuple((row[0], int(row[1])) for row in connection.execute(asked))
