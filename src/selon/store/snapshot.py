"""Questions put to one consistent state of a dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.identity import digest
from selon.model.span import Span, words_of
from selon.store import deciding, figures, lists, numbering, pairs
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
from selon.store.records import Records
from selon.store.search import Hit, find

TITLE = "title"
"""Key of the name of the case."""


class Snapshot(Records):
    """A dossier as it stood at one moment: its records, its lists, and the surroundings of a few things."""

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

    def info(self) -> dict[str, str]:
        """Return what the foot of a page says: digest of the documents, versions of the stages."""
        return {**self.facts_of_file(), "digest": digest(self.digests())}

    def facts_of_file(self) -> dict[str, str]:
        """Return what is kept about the whole file: versions of the stages, and when it was made."""
        asked = text("SELECT key, value FROM meta WHERE key != 'title' ORDER BY key")
        return {row.key: row.value for row in self._connection.execute(asked)}


def title(connection: Connection) -> str | None:
    """Return the name that the user gave the case, or None."""
    found = connection.execute(text("SELECT value FROM meta WHERE key = 'title'")).scalar_one_or_none()
    return None if found is None else str(found)
