"""Writing what documents have to do with each other: all of it, or what concerns some documents or records.

Each `put_...` takes what should stand there. Without `of` that is everything; with `of` it is what has an end
in these documents (claims and actors: the records of these ids), and the rest is neither read nor written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor, Mention, Proposal
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.identity import make_id
from selon.model.lineage import Edge
from selon.model.passage import Compared, Passage, passage_id
from selon.model.quantity import QuantityConflict
from selon.model.span import Span
from selon.store import indexing, listing
from selon.store.settling import Row, Settled, column_of, delete, insert, rows_of, settle, upsert

encode: Callable[[Any], bytes] = msgspec.json.Encoder(order="deterministic").encode

Docs = Collection[str] | None


class LinkWriter:
    """Writes passages, lineage, actors, claims and figures that differ, and the lists made from them.

    With `anew` records are written although they are the same, and so are the lists that they make.
    """

    def __init__(self, connection: Connection, anew: bool = False) -> None:
        self._connection, self._anew = connection, anew
        self._touched = listing.Touched()

    def put_passages(self, passages: Iterable[Passage], of: Docs = None) -> None:
        """Make the aligned passages what is given."""
        self._put_places("passages", map(_of_passage, passages), of)

    def put_withheld(self, passages: Iterable[Passage], of: Docs = None) -> None:
        """Make the passages that judgements took out what is given."""
        self._put_places("withheld", map(_of_passage, passages), of)

    def put_compared(self, compared: Iterable[Compared], of: Docs = None) -> None:
        """Make the notes on what was compared with what, all or those of the documents `of`, be these."""
        held = self._held("SELECT doc FROM compared", ("doc",), of)
        self._settle("compared", [{"doc": c.doc, "record": encode(c)} for c in compared], held, "doc")

    def put_edges(self, edges: Iterable[Edge], of: Docs = None) -> None:
        """Make the lineage what is given."""
        held = self._held("SELECT id, derived, source FROM edges", ("derived", "source"), of)
        rows = {row["id"]: row for row in map(_of_edge, edges)}
        done = self._settle("edges", rows.values(), held)
        self._touch_ends(done, held, {i: (row["derived"], row["source"]) for i, row in rows.items()})

    def put_clusters(self, clusters: Iterable[Cluster], of: Docs = None) -> None:
        """Make the clusters by derivation what is given."""
        every = {c.id: c for c in clusters}
        rows = [
            {"id": c.id, "size": len(c.docs), "first": c.docs[0], "record": encode(c)} for c in every.values()
        ]
        concerned = "SELECT id FROM clusters" if of is None else "SELECT DISTINCT cluster FROM cluster_docs"
        done = self._settle("clusters", rows, self._held(concerned, ("doc",), of))
        pairs = [{"doc": doc, "cluster": i} for i in done.put for doc in every[i].docs]
        self._tie("cluster_docs", "cluster", done, pairs)

    def put_conflicts(self, conflicts: Iterable[QuantityConflict], of: Docs = None) -> None:
        """Make the figures that differ what is given."""
        rows = {row["id"]: row for row in map(_of_conflict, conflicts)}
        done = self._put_places("conflicts", rows.values(), of)
        docs = [(i, doc) for i in done.put for doc in sorted({rows[i]["a"], rows[i]["b"]})]
        self._tie("conflict_docs", "conflict", done, [{"doc": doc, "conflict": i} for i, doc in docs])

    def put_actors(
        self, actors: Iterable[Actor], proposals: Iterable[Proposal] | None, of: Docs = None
    ) -> None:
        """Make the actors what is given, and the merges only proposed `proposals` (None: as before)."""
        every = {a.id: a for a in actors}
        rows = [{"id": a.id, "record": encode(a)} for a in every.values()]
        done = self._settle("actors", rows, self._held("SELECT id FROM actors", ("id",), of))
        self._list_actors([every[i] for i in done.put], done)
        if proposals is not None:
            self._put_proposals(proposals)

    def _put_proposals(self, proposals: Iterable[Proposal]) -> None:
        doubts: list[Row] = [{"n": n, "record": encode(p)} for n, p in enumerate(proposals)]
        held = self._connection.execute(text("SELECT record FROM proposals ORDER BY n")).scalars()
        if [bytes(record) for record in held] != [row["record"] for row in doubts]:
            self._connection.execute(text("DELETE FROM proposals"))
            insert(self._connection, "proposals", doubts)

    def put_claims(self, claims: Iterable[Claim], of: Docs = None) -> None:
        """Make the claims what is given; ids that end stay known by the place they began at."""
        every = {c.id: c for c in claims}
        held = self._held("SELECT id FROM claims", ("id",), of)
        self._retire([ident for ident in held if ident not in every])
        done = self._settle("claims", [_of_claim(c) for c in every.values()], held)
        news = [every[i] for i in done.put]
        self._touched.docs |= column_of(
            self._connection,
            "SELECT DISTINCT doc FROM claim_docs WHERE role = 'asserts' AND claim IN :ids",
            done.all,
        )
        self._touched.docs.update(doc for claim in news for doc in claim.articles)
        self._touched.actors |= column_of(
            self._connection, "SELECT DISTINCT actor FROM claim_actors WHERE claim IN :ids", done.gone
        )
        rows = indexing.settle_claims(self._connection, done.gone, news)
        listing.unlist_claims(self._connection, done.gone)
        listing.list_claims(self._connection, news, rows)
        self._touched.claims = (self._touched.claims | set(done.put)) - set(done.gone)
        self._touched.renumbered |= bool(done.all)

    def put_lists(self) -> None:
        """Bring the lists that tables are sorted and cut by up to date with what was written."""
        listing.refresh(self._connection, self._touched)
        self._touched = listing.Touched()

    def _settle(self, table: str, rows: Iterable[Row], held: Collection[str], key: str = "id") -> Settled:
        return settle(self._connection, table, rows, held, key, self._anew)

    def _held(self, asked: str, ends: Sequence[str], of: Docs) -> dict[str, tuple[str, ...]]:
        """Return the rows in question by id, all or those with one of `of` in a column of `ends`."""
        if of is None:
            found = list(self._connection.execute(text(asked)))
        else:
            found = [
                r
                for end in ends
                for r in rows_of(self._connection, f"{asked} WHERE {end} IN :ids", sorted(of))
            ]
        return {row[0]: tuple(row[1:]) for row in found}

    def _put_places(self, table: str, rows: Iterable[Row], of: Docs) -> Settled:
        given = {row["id"]: row for row in rows}
        held = self._held(f"SELECT id, a, b FROM {table}", ("a", "b"), of)
        done = self._settle(table, given.values(), held)
        if table == "passages":
            self._touch_ends(done, held, {i: (row["a"], row["b"]) for i, row in given.items()})
        return done

    def _touch_ends(
        self, done: Settled, held: Mapping[str, tuple[str, ...]], given: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._touched.docs.update(doc for i in done.gone for doc in held[i])
        self._touched.docs.update(doc for i in done.put for doc in given[i])

    def _tie(self, table: str, column: str, done: Settled, pairs: Sequence[Row]) -> None:
        delete(self._connection, table, column, done.all)
        insert(self._connection, table, pairs)

    def _list_actors(self, news: Sequence[Actor], done: Settled) -> None:
        names = "SELECT name FROM actor_list WHERE id IN :ids"
        self._touched.names |= column_of(self._connection, names, done.all)
        self._place_mentions({a.id: a.mentions for a in news} | dict.fromkeys(done.gone, ()))
        delete(self._connection, "actor_list", "id", done.gone)
        delete(self._connection, "actor_keys", "actor", done.all)
        rows = [listing.actor_row(a) for a in news]
        upsert(self._connection, "actor_list", rows)
        insert(
            self._connection,
            "actor_keys",
            [{"key": k, "actor": a.id} for a in news for k in dict.fromkeys(a.keys)],
        )
        self._touched.names.update(row["name"] for row in rows)
        self._touched.actors = (self._touched.actors | set(done.put)) - set(done.gone)

    def _place_mentions(self, mentions: Mapping[str, Sequence[Mention]]) -> None:
        """Write where actors are named, and touch the documents in which that changes."""
        asked = "SELECT actor, doc, start, stop FROM mentions WHERE actor IN :ids"
        held = {tuple(row) for row in rows_of(self._connection, asked, mentions)}
        given = {(a, m.doc, m.span.start, m.span.end) for a, found in mentions.items() for m in found}
        names = ("actor", "doc", "start", "stop")
        for change, spots in (("DELETE", held - given), ("INSERT", given - held)):
            rows = [dict(zip(names, spot, strict=True)) for spot in sorted(spots)]
            if rows and change == "INSERT":
                insert(self._connection, "mentions", rows)
            elif rows:
                which = " AND ".join(f"{name} = :{name}" for name in names)
                self._connection.execute(text(f"DELETE FROM mentions WHERE {which}"), rows)
            self._touched.spots.update(spot[1] for spot in spots)

    def _retire(self, gone: Sequence[str]) -> None:
        records = rows_of(self._connection, "SELECT record FROM claims WHERE id IN :ids", gone)
        firsts = {c.id: c.canonical for c in (msgspec.json.decode(r[0], type=Claim) for r in records)}
        rows = [
            {"id": ident, "doc": first.doc, "start": first.content.start, "stop": first.content.end}
            for ident, first in sorted(firsts.items())
        ]
        upsert(self._connection, "former_claims", rows)


def _placed(ident: str, record: bytes, a: tuple[str, Span], b: tuple[str, Span]) -> Row:
    (one, here), (other, there) = a, b
    ours = {"id": ident, "a": one, "a_start": here.start, "a_end": here.end}
    return {**ours, "b": other, "b_start": there.start, "b_end": there.end, "record": record}


def _of_passage(p: Passage) -> Row:
    return _placed(passage_id(p), encode(p), (p.a, p.a_span), (p.b, p.b_span))


def _of_conflict(c: QuantityConflict) -> Row:
    return _placed(make_id("q", c), encode(c), (c.a.doc, c.a.span), (c.b.doc, c.b.span))


def _of_edge(e: Edge) -> Row:
    a, b = sorted((e.derived, e.source))
    ends = {"id": make_id("e", e.derived, e.source), "derived": e.derived, "source": e.source, "a": a, "b": b}
    return {**ends, "direction": str(e.direction), "kind": str(e.kind), "shared": 0, "record": encode(e)}


def _of_claim(c: Claim) -> Row:
    first = c.text_span
    order = {"articles": len(c.articles), "assertions": len(c.assertions), "doc": c.text_doc}
    return {"id": c.id, **order, "start": first.start, "stop": first.end, "record": encode(c)}
