"""Lists and indexes made anew from the records: of an older dossier, and of one that lost some of them."""

from __future__ import annotations

from collections.abc import Iterator
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
from selon.store import dialects, listing
from selon.store.dialects.dialect import INDEXES
from selon.store.settling import chunks, rows_of
from selon.store.writer import Writer

APART = 8
"""The step that renamed the tables of links and emptied the lists."""

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

_LISTS = (
    *("document_list", "claim_list", "claim_docs", "claim_origins", "claim_facets"),
    *("claim_actors", "claim_names"),
    *("actor_list", "actor_keys", "mentions", "agency_list", "cluster_docs", "conflict_docs", "search_rows"),
    *("origin_list", "claim_marks"),
)
_AT_ONCE = 500
"""Records held in memory together."""


def upgrade(connection: Connection) -> None:
    """Write what stands in `old_...` tables into those of today, with every list and index; drop the old."""
    writer = Writer(connection)
    _documents(connection)
    undone = (
        "INSERT INTO unexamined SELECT id FROM documents WHERE NOT EXISTS"
        " (SELECT 1 FROM ledger WHERE ledger.key = documents.id AND ledger.input = documents.digest)"
    )
    connection.execute(text(undone))
    for name, kind in _KINDS.items():
        decoder = msgspec.json.Decoder(kind)
        for some in _portions(connection, f"SELECT record FROM old_{name}"):
            _put(writer, name, [decoder.decode(record) for record in some])
        connection.execute(text(f"DROP TABLE old_{name}"))
    writer.put_lists()


def relist(connection: Connection) -> None:
    """Empty every list and index and make them anew."""
    for index in INDEXES:
        dialects.of(connection).empty(connection, index)
    for table in _LISTS:
        connection.execute(text(f"DELETE FROM {table}"))
    _documents(connection)
    writer = Writer(connection, anew=True)
    for name in ("edges", "clusters", "conflicts"):
        _put(writer, name, getattr(writer.view, name)())
    for name in ("actors", "claims"):
        for some in chunks(_idents(connection, name), _AT_ONCE):
            _put(writer, name, getattr(writer.view, name)(some))
    writer.put_lists()


def _put(writer: Writer, name: str, records: Any) -> None:
    """Add records to those that are there."""
    if name == "actors":
        writer.put_actors(records, None, ())
    else:
        getattr(writer, f"put_{name}")(records, ())


def _portions(connection: Connection, asked: str) -> Iterator[list[Any]]:
    found = connection.execute(text(asked), execution_options={"yield_per": _AT_ONCE}).scalars()
    yield from map(list, found.partitions())


def _idents(connection: Connection, table: str) -> list[str]:
    return list(connection.execute(text(f"SELECT id FROM {table} ORDER BY id")).scalars())


def _documents(connection: Connection) -> None:
    """List documents and index their words and those of their statements."""
    decoder = msgspec.json.Decoder(Document)
    for some in chunks(_idents(connection, "documents"), _AT_ONCE):
        for row in rows_of(connection, "SELECT record FROM documents WHERE id IN :ids ORDER BY id", some):
            doc = decoder.decode(row[0])
            listing.list_document(connection, doc, None)
            listing.list_statements(connection, doc, _statements(connection, doc.id))


def _statements(connection: Connection, doc: str) -> list[Statement]:
    asked = text("SELECT record FROM statements WHERE doc = :doc ORDER BY start, id")
    found = connection.execute(asked, {"doc": doc}).scalars()
    return [msgspec.json.decode(record, type=Statement) for record in found]
