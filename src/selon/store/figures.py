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
WITH RECURSIVE outlet(name) AS (
  SELECT min(outlet) FROM document_list WHERE outlet > ''
  UNION ALL
  SELECT (SELECT min(outlet) FROM document_list WHERE outlet > outlet.name) FROM outlet WHERE name IS NOT NULL
)
SELECT (SELECT count(*) FROM document_list) AS documents,
  (SELECT count(name) FROM outlet) AS outlets,
  (SELECT count(*) FROM claim_list) AS claims,
  (SELECT count(*) FROM origin_list) AS origins,
  (SELECT count(*) FROM document_list WHERE parents > 0) AS copies,
  (SELECT count(*) FROM claim_list WHERE disputes > 0) AS disputed,
  (SELECT count(*) FROM rejects) AS rejects,
  (SELECT min(date) FROM document_list WHERE date > '') AS first,
  (SELECT max(date) FROM document_list WHERE date > '') AS last,
  (SELECT count(*) FROM document_list WHERE date < '0') AS undated
"""
"""Each outlet is found from the one before: there are few of them to many documents."""

_LENDERS = """
SELECT * FROM (SELECT id, copies, changed, translated, moment FROM document_list WHERE copies > 0
  ORDER BY copies DESC, moment, id LIMIT :limit) AS texts
UNION ALL
SELECT * FROM (SELECT id, copies, changed, translated, '9999' FROM agency_list
  ORDER BY copies DESC, id LIMIT :limit) AS agencies
"""


def totals(connection: Connection) -> Totals:
    """Return the counts of a dossier."""
    row = connection.execute(text(_ASKED)).one()
    return Totals(**row._mapping)


def lenders(connection: Connection, limit: int) -> tuple[Lender, ...]:
    """Return the texts that most others come from, the earliest first among equals."""
    rows = connection.execute(text(_LENDERS), {"limit": limit}).all()
    ordered = sorted(rows, key=lambda r: (-r[1], r[4], r[0]))[:limit]
    return tuple(Lender(*row[:4]) for row in ordered)


def days(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return how many documents came out on each day (or month, or year, as far as it is known)."""
    asked = text("SELECT date, count(*) FROM document_list WHERE date > '' GROUP BY date ORDER BY date")
    return tuple((row[0], int(row[1])) for row in connection.execute(asked))
