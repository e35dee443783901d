"""Figures of a whole dossier, counted once when it is written and not at every visit."""

from __future__ import annotations

from sqlalchemy import Connection, text

from selon.store.settling import upsert

_COUNTED = {
    "outlets": "SELECT count(DISTINCT outlet) FROM document_list WHERE outlet <> ''",
    "claims": "SELECT count(*) FROM claim_list",
    "origins": "SELECT count(DISTINCT origin) FROM claim_origins",
    "copies": "SELECT count(*) FROM document_list WHERE parents > 0",
    "disputed": "SELECT count(*) FROM claim_list WHERE disputes > 0",
}


def count(connection: Connection) -> None:
    """Count what takes long to count."""
    found = {name: connection.execute(text(asked)).scalar_one() for name, asked in _COUNTED.items()}
    upsert(connection, "tallies", [{"name": name, "value": str(n)} for name, n in found.items()], "name")


def counted(connection: Connection) -> dict[str, int]:
    """Return the figures as last counted, none of a dossier without links."""
    rows = connection.execute(text("SELECT name, value FROM tallies"))
    return {**dict.fromkeys(_COUNTED, 0), **{row[0]: int(row[1]) for row in rows}}
