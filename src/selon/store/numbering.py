"""The numbers of claims in the order of their sigla: counted from a mark a few hundred claims before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, text

from selon.store.settling import rows_of

_NUMBER = (
    "SELECT m.number + (SELECT count(*) FROM claim_list x WHERE x.place >= m.place AND x.place < c.place)"
    " FROM claim_marks m WHERE m.place <= c.place ORDER BY m.place DESC LIMIT 1"
)


_EACH = 256
"""Claims from one mark to the next, when marks are set: as many are counted to number one."""

_FEW = 500
"""Changes of place after which the marks are moved one by one; after more, all are set anew."""


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
    nearest = "SELECT number, place FROM claim_marks WHERE number <= :number"
    mark = text(f"{nearest} ORDER BY number DESC, place DESC LIMIT 1")
    found = connection.execute(mark, {"number": number}).one_or_none()
    if found is None:
        return None
    asked = text("SELECT id FROM claim_list WHERE place >= :place ORDER BY place LIMIT 1 OFFSET :steps")
    values = {"place": found[1], "steps": number - int(found[0])}
    ident = connection.execute(asked, values).scalar_one_or_none()
    return None if ident is None else str(ident)


def renumber(connection: Connection, left: Sequence[str], taken: Sequence[str]) -> None:
    """Move the marks for places in the order of claims that were left and taken.

    A mark says how many claims, and one, come before its place; it may stand where no claim is.
    """
    shifts = Counter(taken)
    shifts.subtract(left)
    moved = [{"place": place, "by": by} for place, by in sorted(shifts.items()) if by]
    if not moved:
        return
    marks, claims = (_count(connection, table) for table in ("claim_marks", "claim_list"))
    if len(moved) > _FEW or marks * _EACH < claims // 2 or not marks:
        _mark(connection)
    else:
        shift = "UPDATE claim_marks SET number = number + :by WHERE place > :place"
        connection.execute(text(shift), moved)


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def _mark(connection: Connection) -> None:
    """Set a mark before all claims and at every few hundredth."""
    ordered = "SELECT place, row_number() OVER (ORDER BY place) AS number FROM claim_list"
    connection.execute(text("DELETE FROM claim_marks"))
    connection.execute(text("INSERT INTO claim_marks (place, number) VALUES ('', 1)"))
    every = f"SELECT place, number FROM ({ordered}) AS ordered WHERE number % {_EACH} = 0"
    connection.execute(text(f"INSERT INTO claim_marks (place, number) {every}"))
