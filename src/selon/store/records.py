"""The records of a dossier, read at one moment, in an order that depends on content alone.

What documents have to do with each other is read whole, or as far as it concerns some of them (`of`); a
writer takes it in the same portions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor, Proposal
from selon.model.alias import Alias
from selon.model.artefact import Artefact
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Capture, Document, Reject
from selon.model.judgement import Judgement
from selon.model.lineage import Edge
from selon.model.passage import Compared, Passage
from selon.model.quantity import Quantity, QuantityConflict
from selon.model.statement import Statement
from selon.store import settling

Record = TypeVar("Record")

_PLACES = "a, b, a_start, a_end, b_start, b_end"
_ORDERS = {
    "passages": (_PLACES, ("a IN :ids", "b IN :ids")),
    "withheld": (_PLACES, ("a IN :ids", "b IN :ids")),
    "compared": ("doc", ("doc IN :ids",)),
    "edges": ("derived, source", ("derived IN :ids", "source IN :ids")),
    "clusters": ("size DESC, first", ("id IN (SELECT cluster FROM cluster_docs WHERE doc IN :ids)",)),
    "claims": ("articles DESC, assertions DESC, doc, start, stop, id", ("id IN :ids",)),
    "actors": ("id", ("id IN :ids",)),
    "conflicts": ("a, a_start, a_end, b, b_start, b_end, id", ("a IN :ids", "b IN :ids")),
}
"""Tables of links: the order of their records, and which of them concern some ids."""

_DESC = re.compile(r"(\w+) DESC")


class Former(msgspec.Struct, frozen=True):
    """What is known of a document without its text: the digest of its content, and its capture."""

    digest: str
    capture: Capture | None


class _Captured(msgspec.Struct, frozen=True):
    capture: Capture | None = None


class Records:
    """Every record of a dossier."""

    def __init__(self, name: str, connection: Connection) -> None:
        self.name = name
        self._connection = connection

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, by id."""
        return self._records(Document, "SELECT record FROM documents ORDER BY id")

    def documents_of(self, idents: Iterable[str]) -> tuple[Document, ...]:
        """Return the documents of these ids that there are, by id."""
        decoder = msgspec.json.Decoder(Document)
        asked = "SELECT id, record FROM documents WHERE id IN :ids"
        rows = settling.rows_of(self._connection, asked, sorted(set(idents)))
        return tuple(decoder.decode(row[1]) for row in sorted((r[0], r[1]) for r in rows))

    def digests(self) -> tuple[tuple[str, str], ...]:
        """Return id and digest of all documents, by id; no text is read."""
        rows = self._connection.execute(text("SELECT id, digest FROM documents ORDER BY id"))
        return tuple((row[0], row[1]) for row in rows)

    def formers(self, idents: Iterable[str]) -> dict[str, Former]:
        """Return digest and capture of the documents of these ids that there are."""
        decoder = msgspec.json.Decoder(_Captured)
        asked = "SELECT id, digest, record FROM documents WHERE id IN :ids"
        rows = settling.rows_of(self._connection, asked, sorted(set(idents)))
        return {row[0]: Former(row[1], decoder.decode(row[2]).capture) for row in rows}

    def unexamined(self, stage: str, version: str) -> tuple[str, ...]:
        """Return ids of the documents that `stage` of this version has not looked at as they stand."""
        asked = text(
            "SELECT doc FROM unexamined UNION SELECT key FROM ledger WHERE stage = :stage"
            " AND (version < :version OR version > :version) ORDER BY 1"
        )
        return tuple(self._connection.execute(asked, {"stage": stage, "version": version}).scalars())

    def document(self, ident: str) -> Document | None:
        """Return the document of that id, or None."""
        return self._one(Document, "SELECT record FROM documents WHERE id = :id", ident)

    def statements(self, doc: str) -> tuple[Statement, ...]:
        """Return the statements of a document and its sentences in the outlet's voice, by place."""
        asked = "SELECT record FROM statements WHERE doc = :doc ORDER BY start, id"
        return self._records(Statement, asked, doc=doc)

    def statement(self, ident: str) -> Statement | None:
        """Return the statement of that id, or None."""
        return self._one(Statement, "SELECT record FROM statements WHERE id = :id", ident)

    def quantities(self, doc: str) -> tuple[Quantity, ...]:
        """Return the figures of a document, by place."""
        return self._records(Quantity, "SELECT record FROM quantities WHERE doc = :doc ORDER BY n", doc=doc)

    def artefacts(self, doc: str) -> tuple[Artefact, ...]:
        """Return the traces of translation in a document, by place."""
        return self._records(Artefact, "SELECT record FROM artefacts WHERE doc = :doc ORDER BY n", doc=doc)

    def passages(self, of: Collection[str] | None = None) -> tuple[Passage, ...]:
        """Return all aligned passages, or those with an end in the documents `of`."""
        return self._linked(Passage, "passages", of)

    def withheld(self, of: Collection[str] | None = None) -> tuple[Passage, ...]:
        """Return the passages that judgements took out, all or those with an end in the documents `of`."""
        return self._linked(Passage, "withheld", of)

    def compared(self, of: Collection[str] | None = None) -> tuple[Compared, ...]:
        """Return what was compared with what, by document, all or for the documents `of`."""
        return self._linked(Compared, "compared", of)

    def edges(self, of: Collection[str] | None = None) -> tuple[Edge, ...]:
        """Return the edges of the lineage, all or those with an end in the documents `of`."""
        return self._linked(Edge, "edges", of)

    def clusters(self, of: Collection[str] | None = None) -> tuple[Cluster, ...]:
        """Return the clusters of texts by derivation, largest first, all or those that hold one of `of`."""
        return self._linked(Cluster, "clusters", of)

    def claims(self, of: Collection[str] | None = None) -> tuple[Claim, ...]:
        """Return the claims, those that most articles assert first, all or those of the ids `of`."""
        return self._linked(Claim, "claims", of)

    def actors(self, of: Collection[str] | None = None) -> tuple[Actor, ...]:
        """Return the actors, by id, all or those of the ids `of`."""
        return self._linked(Actor, "actors", of)

    def conflicts(self, of: Collection[str] | None = None) -> tuple[QuantityConflict, ...]:
        """Return the figures that differ for one quantity, all or those in the documents `of`."""
        return self._linked(QuantityConflict, "conflicts", of)

    def actor(self, ident: str) -> Actor | None:
        """Return the actor of that id, or None."""
        return self._one(Actor, "SELECT record FROM actors WHERE id = :id", ident)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return the merges of actors that were not made."""
        return self._records(Proposal, "SELECT record FROM proposals ORDER BY n")

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every decision, those superseded too, in the order in which they were made."""
        return self._records(Judgement, "SELECT record FROM judgements ORDER BY n")

    def aliases(self) -> tuple[Alias, ...]:
        """Return the names that the user gave."""
        return tuple(sorted(self._records(Alias, "SELECT record FROM aliases ORDER BY key")))

    def rejects(self) -> tuple[Reject, ...]:
        """Return what was set aside, with the reasons."""
        return self._records(Reject, "SELECT record FROM rejects ORDER BY name, key")

    def ledger(self, stage: str) -> dict[str, tuple[str, str]]:
        """Return `{key: (version, input digest)}` of what `stage` has done."""
        rows = self._connection.execute(
            text("SELECT key, version, input FROM ledger WHERE stage = :stage"), {"stage": stage}
        )
        return {key: (version, given) for key, version, given in rows}

    def kept(self, keys: Collection[str]) -> dict[str, bytes]:
        """Return what earlier runs kept under some keys."""
        rows = settling.rows_of(
            self._connection, "SELECT key, value FROM kept WHERE key IN :ids", sorted(keys)
        )
        return {row[0]: bytes(row[1]) for row in rows}

    def _linked(self, kind: type[Record], table: str, of: Collection[str] | None) -> tuple[Record, ...]:
        order, ends = _ORDERS[table]
        if of is None:
            return self._records(kind, f"SELECT record FROM {table} ORDER BY {order}")
        keys, decoder = _DESC.sub(r"-\1", order), msgspec.json.Decoder(kind)
        asked = (f"SELECT {keys}, record FROM {table} WHERE {end}" for end in ends)
        rows = {
            tuple(row) for one in asked for row in settling.rows_of(self._connection, one, sorted(set(of)))
        }
        return tuple(decoder.decode(row[-1]) for row in sorted(rows))

    def _records(self, kind: type[Record], asked: str, **values: Any) -> tuple[Record, ...]:
        decoder = msgspec.json.Decoder(kind)
        return tuple(decoder.decode(row[0]) for row in self._connection.execute(text(asked), values))

    def _one(self, kind: type[Record], asked: str, ident: str) -> Record | None:
        found = self._connection.execute(text(asked), {"id": ident}).scalar_one_or_none()
        return None if found is None else msgspec.json.decode(found, type=kind)
