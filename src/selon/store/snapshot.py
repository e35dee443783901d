"""Questions put to one consistent state of a dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor, Proposal
from selon.model.alias import Alias
from selon.model.artefact import Artefact
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Capture, Document, Reject
from selon.model.identity import digest
from selon.model.judgement import Judgement
from selon.model.lineage import Edge
from selon.model.passage import Compared, Passage
from selon.model.quantity import Quantity, QuantityConflict
from selon.model.span import Span, words_of
from selon.model.statement import Statement
from selon.store import deciding, figures, lists, numbering, pairs, settling
from selon.store.figures import Lender, Totals
from selon.store.neighbourhood import (
    Neighbourhood,
    ancestors,
    around_claim,
    around_claims,
    around_documents,
    around_pair,
    around_texts,
)
from selon.store.search import Hit, find

Record = TypeVar("Record")

TITLE = "title"
"""Key of the name of the case."""

_PLACES = "a, b, a_start, a_end, b_start, b_end"


class Former(msgspec.Struct, frozen=True):
    """What is known of a document without its text: the digest of its content, and its capture."""

    digest: str
    capture: Capture | None


class _Captured(msgspec.Struct, frozen=True):
    capture: Capture | None = None


class Snapshot:
    """Every record of a dossier, in an order that depends on content alone."""

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

    def passages(self) -> tuple[Passage, ...]:
        """Return all aligned passages."""
        return self._records(Passage, f"SELECT record FROM passages ORDER BY {_PLACES}")

    def withheld(self) -> tuple[Passage, ...]:
        """Return the passages that judgements took out."""
        return self._records(Passage, f"SELECT record FROM withheld ORDER BY {_PLACES}")

    def compared(self) -> tuple[Compared, ...]:
        """Return what was compared with what, by document."""
        return self._records(Compared, "SELECT record FROM compared ORDER BY doc")

    def edges(self) -> tuple[Edge, ...]:
        """Return the edges of the lineage."""
        return self._records(Edge, "SELECT record FROM edges ORDER BY derived, source")

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters of documents by derivation, largest first."""
        return self._records(Cluster, "SELECT record FROM clusters ORDER BY size DESC, first")

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims, those that most articles assert first."""
        order = "articles DESC, assertions DESC, doc, start, stop, id"
        return self._records(Claim, f"SELECT record FROM claims ORDER BY {order}")

    def claim(self, ident: str) -> Claim | None:
        """Return the claim of that id, or the one that took in a claim of that id since, or None."""
        found = self._one(Claim, "SELECT record FROM claims WHERE id = :id", ident)
        return found or self._successor(ident)

    def _successor(self, ident: str) -> Claim | None:
        asked = text("SELECT doc, start, stop FROM former_claims WHERE id = :id")
        row = self._connection.execute(asked, {"id": ident}).one_or_none()
        if row is None:
            return None
        place = Span(row.start, row.stop)
        held = "SELECT claim FROM claim_docs WHERE doc = :doc AND role = 'asserts'"
        claims = self._records(Claim, f"SELECT record FROM claims WHERE id IN ({held})", doc=row.doc)
        near = [(a.content.overlap(place), c) for c in claims for a in c.assertions if a.doc == row.doc]
        shared, claim = max(near, key=lambda n: (n[0], n[1].id), default=(0, None))
        return claim if shared else None

    def numbers(self) -> dict[str, int]:
        """Return the place of each claim in the order of sigla, from 1."""
        return numbering.every(self._connection)

    def claim_numbered(self, number: int) -> Claim | None:
        """Return the claim at that place in the order of sigla, or None."""
        ident = numbering.claim_at(self._connection, number)
        return None if ident is None else self._one(Claim, "SELECT record FROM claims WHERE id = :id", ident)

    def total(self) -> int:
        """Return how many claims there are."""
        return int(self._connection.execute(text("SELECT count(*) FROM claims")).scalar_one())

    def counts(self) -> dict[str, int]:
        """Return how many documents, claims and actors there are, and how many records were set aside."""
        tables = ("documents", "claims", "actors", "rejects")
        asked = " UNION ALL ".join(f"SELECT '{t}', count(*) FROM {t}" for t in tables)
        return {row[0]: int(row[1]) for row in self._connection.execute(text(asked))}

    def claim_page(self, ask: lists.ClaimAsk, offset: int, limit: int) -> lists.Page[lists.ClaimRow]:
        """Return a stretch of the claims asked for."""
        return lists.claims(self._connection, ask, offset, limit)

    def document_page(self, ask: lists.DocumentAsk, offset: int, limit: int) -> lists.Page[lists.DocumentRow]:
        """Return a stretch of the documents asked for."""
        return lists.documents(self._connection, ask, offset, limit)

    def actor_page(self, ask: lists.ActorAsk, offset: int, limit: int) -> lists.Page[lists.ActorRow]:
        """Return a stretch of the actors asked for."""
        return lists.actors(self._connection, ask, offset, limit)

    def values(self, column: str) -> tuple[tuple[str, int], ...]:
        """Return the languages (`lang`) or outlets (`outlet`) of the documents and how many have each."""
        return lists.values(self._connection, column)

    def totals(self) -> Totals:
        """Return the dossier in figures."""
        return figures.totals(self._connection)

    def lenders(self, limit: int) -> tuple[Lender, ...]:
        """Return the texts that most others come from."""
        return figures.lenders(self._connection, limit)

    def days(self) -> tuple[tuple[str, int], ...]:
        """Return how many documents came out on each day."""
        return figures.days(self._connection)

    def all_documents(self) -> Neighbourhood:
        """Return every document with the lineage, and no claim."""
        rows = self._connection.execute(text("SELECT id FROM documents")).scalars()
        return Neighbourhood(self.name, self._connection, rows, ())

    def ancestors(self, docs: Iterable[str]) -> tuple[str, ...]:
        """Return every text that `docs` come from, directly or not."""
        return ancestors(self._connection, docs)

    def around_claim(self, claim: Claim) -> Neighbourhood:
        """Return what the page of a claim reads."""
        return around_claim(self._connection, self.name, claim)

    def around_claims(self, claims: Iterable[Claim], docs: Iterable[str] = ()) -> Neighbourhood:
        """Return what a list of claims reads: they, those that stand against them, their texts, `docs`."""
        return around_claims(self._connection, self.name, claims, docs)

    def around_documents(self, *docs: str) -> Neighbourhood:
        """Return what a page about a few documents reads."""
        return around_documents(self._connection, self.name, docs)

    def around_pair(self, one: str, other: str) -> Neighbourhood:
        """Return what the comparison of two documents reads."""
        return around_pair(self._connection, self.name, one, other)

    def around_texts(self, *docs: str) -> Neighbourhood:
        """Return what a list of documents reads."""
        return around_texts(self._connection, self.name, docs)

    def pairs(self, doc: str = "", limit: int = 40) -> tuple[pairs.Shared, ...]:
        """Return pairs of documents that share passages, those with an edge and most passages first."""
        return pairs.sharing(self._connection, doc, limit)

    def beside(self, doc: str) -> tuple[str | None, str | None]:
        """Return the documents before and after one in time, None at either end."""
        return lists.beside(self._connection, doc)

    def actors(self) -> tuple[Actor, ...]:
        """Return all actors, by id."""
        return self._records(Actor, "SELECT record FROM actors ORDER BY id")

    def actor(self, ident: str) -> Actor | None:
        """Return the actor of that id, or None."""
        return self._one(Actor, "SELECT record FROM actors WHERE id = :id", ident)

    def claims_of_actor(self, ident: str) -> list[tuple[str, str]]:
        """Return `(claim, role)` of an actor: origin, link or contests, in the order of sigla."""
        asked = text(
            "SELECT claim, role FROM claim_actors JOIN claim_list ON claim_list.id = claim"
            " WHERE actor = :actor ORDER BY place, role"
        )
        return [(row.claim, row.role) for row in self._connection.execute(asked, {"actor": ident})]

    def actors_keyed(self, keys: Collection[str]) -> Mapping[str, Actor]:
        """Return the actors that judgements name by `keys`, by that key."""
        return deciding.actors_keyed(self._connection, keys)

    def shared_ends(self, a: str, b: str) -> tuple[tuple[str, int, int], ...]:
        """Return `(id, number, origins)` of the claims in which both actors are origins."""
        return deciding.shared_ends(self._connection, a, b)

    def standing_of(self, actor: str) -> tuple[int, int]:
        """Return in how many documents an actor is named, and behind how many claims it stands."""
        return deciding.standing_of(self._connection, actor)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return the merges of actors that were not made."""
        return self._records(Proposal, "SELECT record FROM proposals ORDER BY n")

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every decision, those superseded too, in the order in which they were made."""
        return self._records(Judgement, "SELECT record FROM judgements ORDER BY n")

    def aliases(self) -> tuple[Alias, ...]:
        """Return the names that the user gave."""
        return tuple(sorted(self._records(Alias, "SELECT record FROM aliases ORDER BY key")))

    def conflicts(self) -> tuple[QuantityConflict, ...]:
        """Return the figures that differ for one quantity."""
        places = "a, a_start, a_end, b, b_start, b_end, id"
        return self._records(QuantityConflict, f"SELECT record FROM conflicts ORDER BY {places}")

    def rejects(self) -> tuple[Reject, ...]:
        """Return what was set aside, with the reasons."""
        return self._records(Reject, "SELECT record FROM rejects ORDER BY name, key")

    def search(self, words: str, limit: int = 20, kind: str = "", every: bool = False) -> tuple[Hit, ...]:
        """Return the best places for any of `words` or for every one, accents and case folded; `kind` is
        `claim` for claims alone."""
        return find(self._connection, words, limit, kind, every)

    def quoted(self, hits: Iterable[Hit]) -> tuple[tuple[Hit, str], ...]:
        """Return hits with the words at their places."""
        found = tuple(hits)
        docs = {d.id: d for d in self.documents_of(h.doc for h in found if h.kind != "claim")}
        said = {h.ref: one for h in found if h.kind == "statement" and (one := self.statement(h.ref))}
        claims = {h.ref: c.text for h in found if h.kind == "claim" and (c := self.claim(h.ref))}
        words = {ref: words_of(docs[one.doc].text, one.content) for ref, one in said.items()}
        titles = {ident: doc.title or "" for ident, doc in docs.items()}
        return tuple((hit, {**titles, **words, **claims}[hit.ref]) for hit in found)

    def ledger(self, stage: str) -> dict[str, tuple[str, str]]:
        """Return `{key: (version, input digest)}` of what `stage` has done."""
        rows = self._connection.execute(
            text("SELECT key, version, input FROM ledger WHERE stage = :stage"), {"stage": stage}
        )
        return {key: (version, given) for key, version, given in rows}

    def info(self) -> dict[str, str]:
        """Return what the foot of a page says: digest of the documents, versions of the stages."""
        return {**self.facts_of_file(), "digest": digest(self.digests())}

    def facts_of_file(self) -> dict[str, str]:
        """Return what is kept about the whole file: versions of the stages, and when it was made."""
        asked = text("SELECT key, value FROM meta WHERE key != 'title' ORDER BY key")
        return {row.key: row.value for row in self._connection.execute(asked)}

    def _records(self, kind: type[Record], asked: str, **values: Any) -> tuple[Record, ...]:
        decoder = msgspec.json.Decoder(kind)
        return tuple(decoder.decode(row[0]) for row in self._connection.execute(text(asked), values))

    def _one(self, kind: type[Record], asked: str, ident: str) -> Record | None:
        found = self._connection.execute(text(asked), {"id": ident}).scalar_one_or_none()
        return None if found is None else msgspec.json.decode(found, type=kind)


def title(connection: Connection) -> str | None:
    """Return the name that the user gave the case, or None."""
    found = connection.execute(text("SELECT value FROM meta WHERE key = 'title'")).scalar_one_or_none()
    return None if found is None else str(found)
