"""An older dossier brought to the present shape: what a step of the schema set apart is written anew."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Document
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.quantity import QuantityConflict
from selon.model.statement import Statement
from selon.store import listing
from selon.store.settling import chunks, rows_of
from selon.store.writer import Writer

APART = 8
"""The step that this follows: it renamed the tables of links and emptied the lists."""

_KINDS: dict[str, type[Any]] = {
    "passages": Passage,
    "withheld": Passage,
    "edges": Edge,
    "clusters": Cluster,
    "actors": Actor,
    "claims": Claim,
    "conflicts": QuantityConflict,
}
"""Tables of links and what they hold, in the order in which they are written."""

_AT_ONCE = 200
"""Documents held in memory together."""


def renew(connection: Connection) -> None:
    """Write what stands in `old_...` tables into those of today, with every list and index; drop the old."""
    writer = Writer(connection)
    _documents(connection)
    for name, kind in _KINDS.items():
        records = _records(connection, kind, f"SELECT record FROM old_{name}")
        if records:
            writer.put_actors(records, None) if name == "actors" else getattr(writer, f"put_{name}")(records)
        connection.execute(text(f"DROP TABLE old_{name}"))
    writer.put_lists()


def _documents(connection: Connection) -> None:
    """List documents, index their words, and note which of them no stage has looked at as they stand."""
    idents = list(connection.execute(text("SELECT id FROM documents ORDER BY id")).scalars())
    for some in chunks(idents, _AT_ONCE):
        for row in rows_of(connection, "SELECT record FROM documents WHERE id IN :ids ORDER BY id", some):
            _document(connection, msgspec.json.decode(row[0], type=Document))
    undone = (
        "INSERT INTO unexamined SELECT id FROM documents WHERE NOT EXISTS"
        " (SELECT 1 FROM ledger WHERE ledger.key = documents.id AND ledger.input = documents.digest)"
    )
    connection.execute(text(undone))


def _document(connection: Connection, doc: Document) -> None:
    listing.list_document(connection, doc, None)
    asked = "SELECT record FROM statements WHERE doc = :doc ORDER BY start, id"
    listing.list_statements(connection, doc, _records(connection, Statement, asked, doc=doc.id))


def _records(connection: Connection, kind: type[Any], asked: str, **values: str) -> list[Any]:
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(row[0]) for row in connection.execute(text(asked), values)]
