"""Changes to a dossier, each inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from selon.model.alias import Alias
from selon.model.artefact import Artefact
from selon.model.document import Document, Reject
from selon.model.identity import digest
from selon.model.judgement import Judgement
from selon.model.quantity import Quantity
from selon.model.statement import Statement
from selon.store import counting, dialects, indexing, listing
from selon.store.actors import ActorWriter
from selon.store.claims import ClaimWriter
from selon.store.links import LinkWriter
from selon.store.portions import encode
from selon.store.settling import Row, add, insert, upsert
from selon.store.snapshot import TITLE, Snapshot

_FINDINGS = ("statements", "quantities", "artefacts")


class Writer(LinkWriter, ActorWriter, ClaimWriter):
    """Writes records; replacing what a stage found before is one call. `view` shows what was written."""

    def __init__(self, connection: Connection, name: str = "", anew: bool = False) -> None:
        super().__init__(connection, anew)
        self.view = Snapshot(name, connection)

    def put_document(self, doc: Document) -> None:
        """Add a document, or replace it and everything found in its former text."""
        former = listing.listed(self._connection, doc.id)
        if former is not None:
            self._run("DELETE FROM documents WHERE id = :id", id=doc.id)
            indexing.drop(self._connection, ("statement", "document", "text"), doc.id)
        row: Row = {"id": doc.id, "digest": content_digest(doc), "lang": doc.lang, "outlet": doc.outlet}
        insert(self._connection, "documents", [{**row, "date": doc.date, "record": encode(doc)}])
        listing.list_document(self._connection, doc, former)
        add(self._connection, "unexamined", [{"doc": doc.id}])

    def put_lists(self) -> None:
        """Bring the lists that tables are sorted and cut by up to date with what was written."""
        counting.refresh(self._connection, self._touched)
        self._touched = counting.Touched()

    def put_findings(
        self,
        doc: Document,
        statements: Sequence[Statement],
        quantities: Sequence[Quantity],
        artefacts: Sequence[Artefact] = (),
    ) -> None:
        """Replace what was found inside one document."""
        if self._examined(doc.id):
            for table in _FINDINGS:
                self._run(f"DELETE FROM {table} WHERE doc = :doc", doc=doc.id)
            indexing.drop(self._connection, ("statement",), doc.id)
        self._run("DELETE FROM unexamined WHERE doc = :doc", doc=doc.id)
        said: list[Row] = [
            {"id": s.id, "doc": doc.id, "start": s.content[0].start, "record": encode(s)} for s in statements
        ]
        insert(self._connection, "statements", said)
        for table, records in (("quantities", quantities), ("artefacts", artefacts)):
            rows: list[Row] = [{"doc": doc.id, "n": n, "record": encode(r)} for n, r in enumerate(records)]
            insert(self._connection, table, rows)
        listing.list_statements(self._connection, doc, statements)

    def _examined(self, doc: str) -> bool:
        asked = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE doc = :doc" for table in _FINDINGS)
        return self._connection.execute(text(f"{asked} LIMIT 1"), {"doc": doc}).first() is not None

    def alone_to_judge(self) -> None:
        """Let no one else judge until this transaction ends: what is read of judgements now holds."""
        dialects.of(self._connection).deciding(self._connection)

    def put_judgement(self, judgement: Judgement) -> None:
        """Add a decision; none is ever changed, and the same one twice is one."""
        add(self._connection, "judgements", [{"id": judgement.id, "record": encode(judgement)}])

    def put_aliases(self, aliases: Iterable[Alias]) -> None:
        """Add names given by the user; an entry of the same file and place takes the place of the former."""
        upsert(self._connection, "aliases", [{"key": a.where, "record": encode(a)} for a in aliases], "key")

    def drop_aliases(self, file: str) -> None:
        """Forget the names that `file` gave before: it is read anew."""
        self._run("DELETE FROM aliases WHERE substr(key, 1, length(:file) + 1) = :file || ':'", file=file)

    def put_reject(self, reject: Reject) -> None:
        """Add what was set aside, once."""
        row: Row = {"key": digest([reject.stage, reject.record, reject.reason]), "stage": reject.stage}
        upsert(self._connection, "rejects", [{**row, "name": reject.record, "record": encode(reject)}], "key")

    def drop_rejects(self, stage: str, record: str) -> None:
        """Forget why `record` was set aside by `stage`: it has been read since."""
        self._run("DELETE FROM rejects WHERE stage = :stage AND name = :name", stage=stage, name=record)

    def drop_rejects_of(self, stage: str, start: str) -> None:
        """Forget what `stage` set aside of records whose name begins with `start`."""
        which = "stage = :stage AND substr(name, 1, length(:start)) = :start"
        self._run(f"DELETE FROM rejects WHERE {which}", stage=stage, start=start)

    def put_title(self, title: str) -> None:
        """Name the case; an empty title gives it the name of its file again."""
        if title.strip():
            self.put_meta(TITLE, " ".join(title.split())[:200])
        else:
            self._run("DELETE FROM meta WHERE key = :key", key=TITLE)

    def put_meta(self, key: str, value: str) -> None:
        """Set one fact about the dossier."""
        upsert(self._connection, "meta", [{"key": key, "value": value}], "key")

    def mark(self, stage: str, key: str, version: str, given: str) -> None:
        """Write in the ledger that `stage` has done `key` on the input of digest `given`."""
        row: Row = {"stage": stage, "key": key, "version": version, "input": given}
        upsert(self._connection, "ledger", [row], "stage, key")

    def _run(self, statement: str, **values: Any) -> None:
        self._connection.execute(text(statement), values)


def content_digest(doc: Document) -> str:
    """Return the digest of everything in a document but the time and place of its capture."""
    capture = msgspec.structs.replace(doc.capture, time=None, where="") if doc.capture else None
    return digest(msgspec.structs.replace(doc, capture=capture))
