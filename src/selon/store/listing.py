"""The lists of a dossier: rows that its tables are sorted, cut and counted by, made from the records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim, LinkHow, rank
from selon.model.cluster import Cluster
from selon.model.document import Document
from selon.model.lineage import Direction, Edge
from selon.model.moment import order
from selon.model.passage import ReuseKind
from selon.model.quantity import QuantityConflict
from selon.text.normalise import fold

Row = dict[str, Any]

_NOT_SOURCES = (LinkHow.prints, LinkHow.copies, LinkHow.translates)


def rebuild(connection: Connection) -> None:
    """Make all lists anew; they hold nothing that the records do not say."""
    docs = _read(connection, Document, "SELECT record FROM documents ORDER BY id")
    moments = {d.id: order(d.published, d.id)[0] for d in docs}
    claims = sorted(_read(connection, Claim, "SELECT record FROM claims"), key=rank)
    actors = _read(connection, Actor, "SELECT record FROM actors ORDER BY n")
    cast = tuple(_cast(claims, actors))
    _fill(connection, "claim_list", _claim_rows(claims, moments))
    _fill(connection, "claim_docs", _claim_docs(claims))
    _fill(connection, "claim_origins", _ends(claims))
    _fill(connection, "claim_actors", cast)
    _fill(connection, "actor_docs", _actor_docs(actors))
    _fill(connection, "actor_list", _actor_rows(actors, cast))
    _fill(connection, "conflict_docs", _conflict_docs(connection))
    _fill(connection, "cluster_docs", _cluster_docs(connection))
    _fill(connection, "document_list", _document_rows(connection, moments, claims))


def _read(connection: Connection, kind: type[Any], asked: str) -> list[Any]:
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(row[0]) for row in connection.execute(text(asked))]


def _fill(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    made = list(rows)
    connection.execute(text(f"DELETE FROM {table}"))
    if made:
        names = ", ".join(f":{name}" for name in made[0])
        columns = ", ".join(made[0])
        connection.execute(text(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({names})"), made)


def _claim_rows(claims: Sequence[Claim], moments: Mapping[str, str]) -> Iterator[Row]:
    for number, claim in enumerate(claims, 1):
        articles = claim.articles
        times = sorted(moments.get(d, "9999") for d in articles)
        dated = [t for t in times if t != "9999"]
        yield {
            "id": claim.id,
            "number": number,
            "notable": claim.notable,
            "articles": len(articles),
            "origins": claim.origin_count,
            "gap": len(articles) - claim.origin_count,
            "disputes": len(claim.disputed_by),
            "circular": claim.circular,
            "first": dated[0] if dated else "9999",
            "last": dated[-1] if dated else "",
        }


def _ends(claims: Iterable[Claim]) -> Iterator[Row]:
    for claim in claims:
        for origin in claim.origins:
            kind = "altered" if origin.altered else origin.kind
            yield {"origin": origin.id, "claim": claim.id, "kind": kind}


def _claim_docs(claims: Iterable[Claim]) -> Iterator[Row]:
    for claim in claims:
        roles = [("asserts", d) for d in claim.articles]
        roles += [("contests", d.doc) for d in claim.disputed_by]
        roles += [("chain", link.doc) for chain in claim.chains for link in chain.links]
        for role, doc in dict.fromkeys(roles):
            yield {"doc": doc, "claim": claim.id, "role": role}


def _cast(claims: Iterable[Claim], actors: Iterable[Actor]) -> Iterator[Row]:
    """Yield who stands in the chains of a claim (as its origin or on the way) and who contests it."""
    at = {(m.doc, m.span): a.id for a in actors for m in a.mentions}
    named = _named(actors)
    for claim in claims:
        found: dict[tuple[str, str], None] = {}
        for chain in claim.chains:
            sources = [n for n, link in enumerate(chain.links) if link.how not in _NOT_SOURCES]
            for n in sources:
                link = chain.links[n]
                actor = at.get((link.doc, link.span)) if link.span else None
                actor = actor or named.get(fold(link.name))
                if actor:
                    found[actor, "origin" if n == sources[-1] and chain.origin else "link"] = None
        for dispute in claim.disputed_by:
            if actor := named.get(fold(dispute.actor)):
                found[actor, "contests"] = None
        for actor, role in found:
            yield {"actor": actor, "claim": claim.id, "role": role}


def _named(actors: Iterable[Actor]) -> dict[str, str]:
    """Return actors by folded name, those whose name no other has."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        found[fold(actor.name)].add(actor.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _actor_docs(actors: Iterable[Actor]) -> Iterator[Row]:
    return ({"actor": a.id, "doc": doc} for a in actors for doc in sorted({m.doc for m in a.mentions}))


def _actor_rows(actors: Iterable[Actor], cast: Iterable[Row]) -> Iterator[Row]:
    claims: dict[str, set[str]] = defaultdict(set)
    ends: dict[str, set[str]] = defaultdict(set)
    for row in cast:
        claims[row["actor"]].add(row["claim"])
        if row["role"] == "origin":
            ends[row["actor"]].add(row["claim"])
    for actor in actors:
        yield {
            "id": actor.id,
            "name": fold(actor.name),
            "kind": actor.kind,
            "mentions": len(actor.mentions),
            "documents": len({m.doc for m in actor.mentions}),
            "claims": len(claims[actor.id]),
            "origin_of": len(ends[actor.id]),
        }


def _conflict_docs(connection: Connection) -> Iterator[Row]:
    found = _read(connection, QuantityConflict, "SELECT record FROM conflicts ORDER BY n")
    return ({"doc": doc, "n": n} for n, c in enumerate(found) for doc in sorted({c.a.doc, c.b.doc}))


def _cluster_docs(connection: Connection) -> Iterator[Row]:
    found = _read(connection, Cluster, "SELECT record FROM clusters ORDER BY n")
    return ({"doc": doc, "n": n} for n, c in enumerate(found) for doc in c.docs)


def _document_rows(
    connection: Connection, moments: Mapping[str, str], claims: Iterable[Claim]
) -> Iterator[Row]:
    edges = _read(connection, Edge, "SELECT record FROM edges ORDER BY n")
    decided = [e for e in edges if e.direction is Direction.certain]
    held = Counter(doc for c in claims for doc in c.articles)
    asked = text("SELECT doc, count(*) AS n FROM statements GROUP BY doc")
    said = {row.doc: int(row.n) for row in connection.execute(asked)}
    parents = Counter(e.derived for e in decided)
    taken = Counter(e.source for e in decided)
    kinds = Counter((e.source, e.kind) for e in decided)
    for doc in dict.fromkeys((*moments, *taken)):
        yield {
            "id": doc,
            "moment": moments.get(doc, "9999"),
            "claims": held[doc],
            "said": said.get(doc, 0),
            "parents": parents[doc],
            "copies": taken[doc],
            "changed": kinds[doc, ReuseKind.edited],
            "translated": kinds[doc, ReuseKind.translated],
        }
