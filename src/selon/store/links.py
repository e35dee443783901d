"""Writing what texts have to do with each other: all of it, or what concerns some documents.

Each `put_...` takes what should stand there. Without `of` that is everything; with `of` it is what has an end
in these documents, and the rest is neither read nor written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import text

from selon.model.cluster import Cluster
from selon.model.identity import make_id
from selon.model.lineage import Edge
from selon.model.passage import Compared, Passage, passage_id
from selon.model.quantity import QuantityConflict
from selon.model.span import Span
from selon.store.portions import Ends, Ids, PortionWriter, encode, ends_of
from selon.store.settling import Row, add, delete, upsert


class LinkWriter(PortionWriter):
    """Writes passages, lineage, clusters and figures that differ."""

    def put_passages(self, passages: Iterable[Passage], of: Ids = None) -> None:
        """Make the aligned passages what is given."""
        self._touch(*self._put_places("passages", map(_of_passage, passages), of), "a", "b")

    def put_withheld(self, passages: Iterable[Passage], of: Ids = None) -> None:
        """Make the passages that judgements took out what is given."""
        self._put_places("withheld", map(_of_passage, passages), of)

    def put_compared(self, compared: Iterable[Compared], of: Ids = None) -> None:
        """Make the notes on what was compared with what, all or those of the documents `of`, be these."""
        held = self._held("SELECT doc FROM compared", ("doc",), of)
        self._put("compared", ({"doc": c.doc, "record": encode(c)} for c in compared), held, "doc")

    def put_kept(self, made: Mapping[str, bytes], used: Collection[str]) -> None:
        """Keep for the next run what this one made, and of what was kept before that which it used."""
        held = self._connection.execute(text("SELECT key FROM kept")).scalars()
        delete(self._connection, "kept", "key", [key for key in held if key not in used])
        upsert(self._connection, "kept", [{"key": k, "value": made[k]} for k in sorted(made)], "key")

    def put_edges(self, edges: Iterable[Edge], of: Ids = None) -> None:
        """Make the lineage what is given."""
        held = self._held("SELECT id, derived, source FROM edges", ("derived", "source"), of)
        written, gone = self._put("edges", map(_of_edge, edges), held)
        self._touch(written, {ident: held[ident] for ident in gone}, "derived", "source")

    def put_clusters(self, clusters: Iterable[Cluster], of: Ids = None) -> None:
        """Make the clusters by derivation what is given."""
        every = {c.id: c for c in clusters}
        concerned = "SELECT id FROM clusters" if of is None else "SELECT DISTINCT cluster FROM cluster_docs"
        held = self._held(concerned, ("doc",), of)
        written, gone = self._put("clusters", map(_of_cluster, every.values()), held)
        pairs = [{"doc": doc, "cluster": ident} for ident in written for doc in every[ident].docs]
        self._tie("cluster_docs", "cluster", [*gone, *written], pairs)

    def put_conflicts(self, conflicts: Iterable[QuantityConflict], of: Ids = None) -> None:
        """Make the figures that differ what is given."""
        written, gone = self._put_places("conflicts", map(_of_conflict, conflicts), of)
        pairs = [{"doc": row[end], "conflict": ident} for ident, row in written.items() for end in ("a", "b")]
        self._tie("conflict_docs", "conflict", [*gone, *written], pairs)

    def _put_places(self, table: str, rows: Iterable[Row], of: Ids) -> tuple[dict[str, Row], dict[str, Ends]]:
        """Return the rows that were written, and the ends of those that are gone."""
        held = self._held(f"SELECT id, a, b FROM {table}", ("a", "b"), of)
        written, gone = self._put(table, rows, held)
        return written, {ident: held[ident] for ident in gone}

    def _touch(self, written: Mapping[str, Row], gone: Mapping[str, Ends], *names: str) -> None:
        self._touched.docs |= ends_of(written, *names)
        self._touched.docs.update(doc for ends in gone.values() for doc in ends)

    def _tie(self, table: str, column: str, idents: Sequence[str], pairs: Sequence[Row]) -> None:
        delete(self._connection, table, column, idents)
        add(self._connection, table, pairs)


def _placed(ident: str, record: bytes, a: tuple[str, Span], b: tuple[str, Span]) -> Row:
    (one, here), (other, there) = a, b
    ours = {"id": ident, "a": one, "a_start": here.start, "a_end": here.end}
    return {**ours, "b": other, "b_start": there.start, "b_end": there.end, "record": record}


def _of_passage(p: Passage) -> Row:
    return _placed(passage_id(p), encode(p), (p.a, p.a_span), (p.b, p.b_span))


def _of_conflict(c: QuantityConflict) -> Row:
    return _placed(make_id("q", c), encode(c), (c.a.doc, c.a.span), (c.b.doc, c.b.span))


def _of_cluster(c: Cluster) -> Row:
    return {"id": c.id, "size": len(c.docs), "first": c.docs[0], "record": encode(c)}


def _of_edge(e: Edge) -> Row:
    a, b = sorted((e.derived, e.source))
    ends = {"id": make_id("e", e.derived, e.source), "derived": e.derived, "source": e.source, "a": a, "b": b}
    return {**ends, "direction": str(e.direction), "kind": str(e.kind), "shared": 0, "record": encode(e)}
