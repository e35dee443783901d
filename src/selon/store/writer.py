"""Changes to a dossier, each inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor, Proposal
from selon.model.alias import Alias
from selon.model.artefact import Artefact
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Document, Reject
from selon.model.identity import digest
from selon.model.judgement import Judgement
from selon.model.lineage import Edge
from selon.model.passage import Compared, Passage
from selon.model.quantity import Quantity, QuantityConflict
from selon.model.span import words_of
from selon.model.statement import Statement
from selon.store import indexing, listing

TITLE = "title"
"""Key of the name of the case."""

_encode = msgspec.json.Encoder(order="deterministic").encode


class Writer:
    """Writes records; replacing what a stage found before is one call."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_document(self, doc: Document) -> None:
        """Add a document, or replace it and everything found in its former text."""
        self._run("DELETE FROM documents WHERE id = :id", id=doc.id)
        indexing.drop(self._connection, ("statement", "document"), doc.id)
        self._run(
            "INSERT INTO documents VALUES (:id, :digest, :lang, :outlet, :date, :record)",
            id=doc.id,
            digest=content_digest(doc),
            lang=doc.lang,
            outlet=doc.outlet,
            date=doc.date,
            record=_encode(doc),
        )
        indexing.add(self._connection, "document", [(doc.id, doc.id, doc.title or "")])

    def put_findings(
        self,
        doc: Document,
        statements: Sequence[Statement],
        quantities: Sequence[Quantity],
        artefacts: Sequence[Artefact] = (),
    ) -> None:
        """Replace what was found inside one document."""
        self._run("DELETE FROM statements WHERE doc = :doc", doc=doc.id)
        self._run("DELETE FROM quantities WHERE doc = :doc", doc=doc.id)
        self._run("DELETE FROM artefacts WHERE doc = :doc", doc=doc.id)
        indexing.drop(self._connection, ("statement",), doc.id)
        said = [
            {"id": s.id, "doc": doc.id, "start": s.content[0].start, "record": _encode(s)} for s in statements
        ]
        self._add("statements", "(:id, :doc, :start, :record)", said)
        words = ((s.id, doc.id, words_of(doc.text, s.content)) for s in statements)
        indexing.add(self._connection, "statement", words)
        for table, records in (("quantities", quantities), ("artefacts", artefacts)):
            rows = [{"doc": doc.id, "n": n, "record": _encode(r)} for n, r in enumerate(records)]
            self._add(table, "(:doc, :n, :record)", rows)

    def put_passages(self, passages: Iterable[Passage]) -> None:
        """Replace all aligned passages."""
        rows = [{"n": n, "a": p.a, "b": p.b, "record": _encode(p)} for n, p in enumerate(passages)]
        self._replace("passages", "(:n, :a, :b, :record)", rows)

    def put_withheld(self, passages: Iterable[Passage]) -> None:
        """Replace the passages that judgements took out."""
        rows = [{"n": n, "record": _encode(p)} for n, p in enumerate(passages)]
        self._replace("withheld", "(:n, :record)", rows)

    def put_compared(self, compared: Iterable[Compared]) -> None:
        """Replace the notes on what was compared with what."""
        rows = [{"doc": c.doc, "record": _encode(c)} for c in compared]
        self._replace("compared", "(:doc, :record)", rows)

    def put_edges(self, edges: Iterable[Edge]) -> None:
        """Replace the lineage."""
        rows = [{"n": n, "d": e.derived, "s": e.source, "record": _encode(e)} for n, e in enumerate(edges)]
        self._replace("edges", "(:n, :d, :s, :record)", rows)

    def put_clusters(self, clusters: Iterable[Cluster]) -> None:
        """Replace the clusters by derivation."""
        rows = [{"n": n, "record": _encode(c)} for n, c in enumerate(clusters)]
        self._replace("clusters", "(:n, :record)", rows)

    def put_claims(self, claims: Sequence[Claim]) -> None:
        """Replace all claims and their search entries; ids that end stay known by the place they began at."""
        self._retire({c.id for c in claims})
        rows = [
            {"id": c.id, "n": n, "a": len(c.articles), "o": c.origin_count, "record": _encode(c)}
            for n, c in enumerate(claims)
        ]
        self._replace("claims", "(:id, :n, :a, :o, :record)", rows)
        indexing.drop(self._connection, ("claim",))
        indexing.add(self._connection, "claim", ((c.id, c.text_doc, c.text) for c in claims))

    def put_actors(self, actors: Sequence[Actor], proposals: Iterable[Proposal]) -> None:
        """Replace all actors and the merges that are only proposed."""
        rows = [{"id": a.id, "n": n, "record": _encode(a)} for n, a in enumerate(actors)]
        self._replace("actors", "(:id, :n, :record)", rows)
        doubts = [{"n": n, "record": _encode(p)} for n, p in enumerate(proposals)]
        self._replace("proposals", "(:n, :record)", doubts)

    def put_judgement(self, judgement: Judgement) -> None:
        """Add a decision; none is ever changed, and the same one twice is one."""
        self._run(
            "INSERT OR IGNORE INTO judgements (id, record) VALUES (:id, :record)",
            id=judgement.id,
            record=_encode(judgement),
        )

    def put_aliases(self, aliases: Iterable[Alias]) -> None:
        """Add names given by the user; an entry of the same file and place takes the place of the former."""
        for alias in aliases:
            self._run(
                "INSERT OR REPLACE INTO aliases VALUES (:key, :record)",
                key=alias.where,
                record=_encode(alias),
            )

    def drop_aliases(self, file: str) -> None:
        """Forget the names that `file` gave before: it is read anew."""
        self._run("DELETE FROM aliases WHERE substr(key, 1, length(:file) + 1) = :file || ':'", file=file)

    def put_lists(self) -> None:
        """Make the lists that tables are sorted and cut by anew from the records."""
        listing.rebuild(self._connection)

    def put_conflicts(self, conflicts: Iterable[QuantityConflict]) -> None:
        """Replace the figures that differ."""
        rows = [{"n": n, "record": _encode(c)} for n, c in enumerate(conflicts)]
        self._replace("conflicts", "(:n, :record)", rows)

    def put_reject(self, reject: Reject) -> None:
        """Add what was set aside, once."""
        self._run(
            "INSERT OR REPLACE INTO rejects VALUES (:key, :stage, :name, :record)",
            key=digest([reject.stage, reject.record, reject.reason]),
            stage=reject.stage,
            name=reject.record,
            record=_encode(reject),
        )

    def drop_rejects(self, stage: str, record: str) -> None:
        """Forget why `record` was set aside by `stage`: it has been read since."""
        self._run(
            "DELETE FROM rejects WHERE stage = :stage AND name = :name",
            stage=stage,
            name=record,
        )

    def drop_rejects_of(self, stage: str, start: str) -> None:
        """Forget what `stage` set aside of records whose name begins with `start`."""
        self._run(
            "DELETE FROM rejects WHERE stage = :stage AND substr(name, 1, length(:start)) = :start",
            stage=stage,
            start=start,
        )

    def put_title(self, title: str) -> None:
        """Name the case; an empty title gives it the name of its file again."""
        if title.strip():
            self.put_meta(TITLE, " ".join(title.split())[:200])
        else:
            self._run("DELETE FROM meta WHERE key = :key", key=TITLE)

    def put_meta(self, key: str, value: str) -> None:
        """Set one fact about the dossier."""
        self._run("INSERT OR REPLACE INTO meta VALUES (:key, :value)", key=key, value=value)

    def mark(self, stage: str, key: str, version: str, given: str) -> None:
        """Write in the ledger that `stage` has done `key` on the input of digest `given`."""
        self._run(
            "INSERT OR REPLACE INTO ledger VALUES (:stage, :key, :version, :given)",
            stage=stage,
            key=key,
            version=version,
            given=given,
        )

    def _retire(self, kept: set[str]) -> None:
        former = self._connection.execute(text("SELECT record FROM claims ORDER BY id")).scalars()
        for claim in (msgspec.json.decode(r, type=Claim) for r in former.all()):
            if claim.id not in kept:
                first = claim.canonical
                self._run(
                    "INSERT OR REPLACE INTO former_claims VALUES (:id, :doc, :start, :stop)",
                    id=claim.id,
                    doc=first.doc,
                    start=first.content.start,
                    stop=first.content.end,
                )

    def _replace(self, table: str, form: str, rows: list[dict[str, Any]]) -> None:
        self._run(f"DELETE FROM {table}")
        self._add(table, form, rows)

    def _add(self, table: str, form: str, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(text(f"INSERT INTO {table} VALUES {form}"), rows)

    def _run(self, statement: str, **values: Any) -> None:
        self._connection.execute(text(statement), values)


def content_digest(doc: Document) -> str:
    """Return the digest of everything in a document but the time and place of its capture."""
    capture = msgspec.structs.replace(doc.capture, time=None, where="") if doc.capture else None
    return digest(msgspec.structs.replace(doc, capture=capture))
