"""The numbers of claims in the order of their sigla: counted from a mark a few hundred claims before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, text

from selon.store.settling import rows_of

_NUMBER = (
    "SELECT m.number + (SELECT count(*) FROM claim_list x WHERE x.place >= m.place AND x.place < c.place)"
    " FROM claim_marks m WHERE m.place <= c.place ORDER BY m.place DESC LIMIT 1"
)


def numbers_of(connection: Connection, claims: Sequence[str]) -> Mapping[str, int]:
    """Return the numbers of some claims, from 1."""
    rows = rows_of(connection, f"SELECT c.id, ({_NUMBER}) FROM claim_list c WHERE c.id IN :ids", claims)
    return {row[0]: int(row[1]) for row in rows}


def every(connection: Connection) -> dict[str, int]:
    """Return the numbers of all claims."""
    rows = connection.execute(text("SELECT id FROM claim_list ORDER BY place"))
    return {row[0]: number for number, row in enumerate(rows, 1)}


def claim_at(connection: Connection, number: int) -> str | None:
    """Return the id of the claim of that number, or None."""
    mark = text("SELECT number, place FROM claim_marks WHERE number <= :number ORDER BY number DESC LIMIT 1")
    found = connection.execute(mark, {"number": number}).one_or_none()
    if found is None:
        return None
    asked = text("SELECT id FROM claim_list WHERE place >= :place ORDER BY place LIMIT 1 OFFSET :steps")
    values = {"place": found[1], "steps": number - int(found[0])}
    ident = connection.execute(asked, values).scalar_one_or_none()
    return None if ident is None else str(ident)
