"""The part of a dossier round one claim or a few documents: what one page needs, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor, Proposal
from selon.model.artefact import Artefact
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Document, Reject
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.quantity import QuantityConflict
from selon.model.statement import Statement
from selon.store import numbering
from selon.store.settling import rows_of

Record = TypeVar("Record")


class Neighbourhood:
    """A view (report.view.View) of some documents and claims and of everything between them.

    Records come in the order in which the whole dossier gives them. With a `centre`, only its documents bring
    what is found in them, and only passages with an end there are given: the others are named and dated.
    """

    def __init__(
        self,
        name: str,
        connection: Connection,
        docs: Iterable[str],
        claims: Iterable[str],
        centre: Iterable[str] | None = None,
    ) -> None:
        self.name = name
        self._connection = connection
        self._docs = sorted(set(docs))
        self._claims = sorted(set(claims))
        self._centre = self._docs if centre is None else sorted(set(centre))

    def documents(self) -> tuple[Document, ...]:
        """Return the documents, by id."""
        return self._of(Document, "SELECT id, record FROM documents WHERE id IN :ids", self._docs)

    def statements(self, doc: str) -> tuple[Statement, ...]:
        """Return the statements of a document, by place; of hundreds a page asks for a few."""
        asked = "SELECT doc, start, id, record FROM statements WHERE doc IN :ids"
        return self._of(Statement, asked, [doc]) if doc in self._told else ()

    @cached_property
    def _told(self) -> frozenset[str]:
        """The documents that bring what is found in them."""
        return frozenset(self._centre)

    def artefacts(self, doc: str) -> tuple[Artefact, ...]:
        """Return the traces of translation in one document."""
        return self._artefacts.get(doc, ())

    @cached_property
    def _artefacts(self) -> Mapping[str, tuple[Artefact, ...]]:
        asked = "SELECT doc, n, record FROM artefacts WHERE doc IN :ids"
        rows = sorted({tuple(row) for row in self._rows(asked, self._centre)})
        found: dict[str, list[Artefact]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(msgspec.json.decode(row[-1], type=Artefact))
        return {doc: tuple(ones) for doc, ones in found.items()}

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims in the order in which they were found."""
        order = "-articles, -assertions, doc, start, stop, id"
        return self._of(Claim, f"SELECT {order}, record FROM claims WHERE id IN :ids", self._claims)

    def numbers(self) -> Mapping[str, int]:
        """Return the place of each claim in the whole dossier, from 1."""
        return numbering.numbers_of(self._connection, self._claims)

    def total(self) -> int:
        """Return how many claims the whole dossier has."""
        return int(self._connection.execute(text("SELECT count(*) FROM claims")).scalar_one())

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors that stand in the chains of the claims or contest them."""
        asked = (
            "SELECT id, record FROM actors WHERE id IN"
            " (SELECT actor FROM claim_actors WHERE claim IN :ids)"
        )  # fmt: skip
        return self._of(Actor, asked, self._claims)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return the merges not made that touch these actors."""
        known = {a.id for a in self.actors()}
        decoder = msgspec.json.Decoder(Proposal)
        rows = self._connection.execute(text("SELECT record FROM proposals ORDER BY n")).scalars()
        return tuple(p for p in map(decoder.decode, rows) if known & {p.a, p.b})

    def passages(self) -> tuple[Passage, ...]:
        """Return the aligned passages that have both ends among the documents, one at the centre."""
        known = frozenset(self._docs)
        asked = "SELECT a, b, a_start, a_end, b_start, b_end, record FROM passages WHERE {} IN :ids"
        found = {tuple(row) for end in ("a", "b") for row in self._rows(asked.format(end), self._centre)}
        return self._decoded(Passage, sorted(row for row in found if row[0] in known and row[1] in known))

    def edges(self) -> tuple[Edge, ...]:
        """Return the edges that have an end among the documents."""
        asked = "SELECT derived, source, record FROM edges WHERE {} IN :ids"
        rows = {tuple(r) for end in ("derived", "source") for r in self._rows(asked.format(end), self._docs)}
        return self._decoded(Edge, sorted(rows))

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters that hold one of the documents."""
        held = "SELECT cluster FROM cluster_docs WHERE doc IN :ids"
        asked = f"SELECT -size, first, record FROM clusters WHERE id IN ({held})"
        return self._of(Cluster, asked, self._docs)

    def rejects(self) -> tuple[Reject, ...]:
        """Return nothing: what was set aside belongs to no document."""
        return ()

    def conflicts(self) -> tuple[QuantityConflict, ...]:
        """Return the figures that differ and stand in one of the documents."""
        held = "SELECT conflict FROM conflict_docs WHERE doc IN :ids"
        places = "a, a_start, a_end, b, b_start, b_end, id"
        asked = f"SELECT {places}, record FROM conflicts WHERE id IN ({held})"
        return self._of(QuantityConflict, asked, self._docs)

    def info(self) -> Mapping[str, str]:
        """Return what is known of the dossier, its digest left out."""
        asked = "SELECT key, value FROM meta WHERE key != 'title' ORDER BY key"
        rows = self._connection.execute(text(asked))
        return {row.key: row.value for row in rows}

    def _of(self, kind: type[Record], asked: str, ids: list[str]) -> tuple[Record, ...]:
        return self._decoded(kind, sorted({tuple(row) for row in self._rows(asked, ids)}))

    def _decoded(self, kind: type[Record], rows: Iterable[Any]) -> tuple[Record, ...]:
        decoder = msgspec.json.Decoder(kind)
        return tuple(decoder.decode(row[-1]) for row in rows)

    def _rows(self, asked: str, ids: list[str]) -> list[Any]:
        return rows_of(self._connection, asked, ids)


def around_claim(connection: Connection, name: str, claim: Claim) -> Neighbourhood:
    """Return what the page of a claim reads: its texts, those tied to them by lineage, and the claims that
    stand against it, that changed copies assert, or that share a figure with it."""
    ids = rows_of(connection, "SELECT DISTINCT doc FROM claim_docs WHERE claim IN :ids", [claim.id])
    own = {row[0] for row in ids} | {claim.text_doc}
    near = own | _tied(connection, own)
    docs = near | _tied(connection, near - own)
    rivals = {d.claim for d in claim.disputed_by if d.claim} | {claim.id}
    figures = [c for c in _conflicts(connection, own) if not c.claims or claim.id in c.claims]
    rivals |= {other for c in figures for other in c.claims}
    unnamed = {q.doc for c in figures if not c.claims for q in (c.a, c.b)}
    others = _asserted(connection, (near | unnamed) - set(claim.articles))
    docs |= {q.doc for c in figures for q in (c.a, c.b)} | _asserting(connection, rivals)
    return Neighbourhood(name, connection, docs, rivals | others)


def _asserted(connection: Connection, docs: set[str]) -> set[str]:
    asked = "SELECT DISTINCT claim FROM claim_docs WHERE role = 'asserts' AND doc IN :ids"
    return {row[0] for row in rows_of(connection, asked, sorted(docs))}


def _asserting(connection: Connection, claims: set[str]) -> set[str]:
    asked = "SELECT DISTINCT doc FROM claim_docs WHERE role = 'asserts' AND claim IN :ids"
    return {row[0] for row in rows_of(connection, asked, sorted(claims))}


def _conflicts(connection: Connection, docs: set[str]) -> tuple[QuantityConflict, ...]:
    return Neighbourhood("", connection, docs, ()).conflicts()


def around_claims(
    connection: Connection, name: str, claims: Iterable[Claim], docs: Iterable[str]
) -> Neighbourhood:
    """Return what a list of claims reads: they, those that stand against them, the texts quoted, `docs`."""
    every = tuple(claims)
    rivals = {d.claim for c in every for d in c.disputed_by if d.claim}
    quoted = {c.text_doc for c in every} | {d.doc for c in every for d in c.disputed_by}
    return Neighbourhood(name, connection, quoted | set(docs), rivals | {c.id for c in every})


def around_documents(connection: Connection, name: str, docs: Iterable[str]) -> Neighbourhood:
    """Return what a page about a few documents reads: they, the texts tied to them, and their claims."""
    own = set(docs)
    asked = "SELECT DISTINCT claim FROM claim_docs WHERE role IN ('asserts', 'contests') AND doc IN :ids"
    claims = {row[0] for row in rows_of(connection, asked, sorted(own))}
    return Neighbourhood(name, connection, own | _tied(connection, own), claims, own)


def around_pair(connection: Connection, name: str, one: str, other: str) -> Neighbourhood:
    """Return what the comparison of two documents reads: they, what they come from, and what both assert."""
    own = sorted({one, other})
    parents = {r[0] for r in rows_of(connection, "SELECT source FROM edges WHERE derived IN :ids", own)}
    asked = (
        "SELECT claim FROM claim_docs WHERE role = 'asserts' AND doc IN :ids"
        " GROUP BY claim HAVING count(*) = 2"
    )
    claims = {row[0] for row in rows_of(connection, asked, own)}
    return Neighbourhood(name, connection, parents.union(own), claims, own)


def around_texts(connection: Connection, name: str, docs: Iterable[str]) -> Neighbourhood:
    """Return what a list of documents reads: they, and the edges that end at them."""
    return Neighbourhood(name, connection, docs, (), ())


def ancestors(connection: Connection, docs: Iterable[str]) -> tuple[str, ...]:
    """Return every text that `docs` come from, directly or not; a circle ends where it began."""
    seen: set[str] = set()
    new = set(docs)
    while new:
        asked = "SELECT source FROM edges WHERE derived IN :ids"
        seen |= new
        new = {row[0] for row in rows_of(connection, asked, sorted(new))} - seen
    return tuple(sorted(seen - set(docs)))


def _tied(connection: Connection, docs: set[str]) -> set[str]:
    """Return the documents that an edge joins to one of `docs`; an absent agency joins none."""
    ids = sorted(docs)
    found = {r[0] for r in rows_of(connection, "SELECT source FROM edges WHERE derived IN :ids", ids)}
    found |= {r[0] for r in rows_of(connection, "SELECT derived FROM edges WHERE source IN :ids", ids)}
    return {doc for doc in found if not doc.startswith("agency:")}
