"""Words put into the full-text index, and taken out of it again without reading the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

_HELD = "(SELECT id FROM search_rows WHERE {})"


def add(connection: Connection, kind: str, found: Iterable[tuple[str, str, str]]) -> None:
    """Index `(ref, doc, words)` of one kind: claim, statement or document."""
    given = list(found)
    if not given:
        return
    last = int(connection.execute(text("SELECT coalesce(max(id), 0) FROM search_rows")).scalar_one())
    rows = [
        {"id": last + n, "kind": kind, "ref": ref, "doc": doc, "words": words}
        for n, (ref, doc, words) in enumerate(given, 1)
    ]
    asked = "INSERT INTO search (rowid, kind, ref, doc, words) VALUES (:id, :kind, :ref, :doc, :words)"
    connection.execute(text(asked), rows)
    connection.execute(text("INSERT INTO search_rows VALUES (:id, :kind, :doc)"), rows)


def drop(connection: Connection, kinds: Sequence[str], doc: str | None = None) -> None:
    """Take the words of these kinds out of the index, all of them or those of one document."""
    for kind in kinds:
        told = "kind = :kind" + (" AND doc = :doc" if doc is not None else "")
        values = {"kind": kind, "doc": doc} if doc is not None else {"kind": kind}
        connection.execute(text(f"DELETE FROM search WHERE rowid IN {_HELD.format(told)}"), values)
        connection.execute(text(f"DELETE FROM search_rows WHERE {told}"), values)
