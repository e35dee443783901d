"""Who stands in a claim: the actors of its chains and those who contest it, as a list of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from selon.model.claim import ChainLink, Claim, LinkHow
from selon.store.settling import Row, add, chunks, column_of, delete, rows_of
from selon.text.normalise import fold

_NOT_SOURCES = (LinkHow.prints, LinkHow.copies, LinkHow.translates)
_AT_ONCE = 500
"""Claims held in memory together."""

Spot = tuple[str, int, int]


def recast(
    connection: Connection, claims: Iterable[str], spots: Iterable[str], names: Iterable[str]
) -> set[str]:
    """Find again who stands in claims: those given, those with a chain through the documents `spots`, and
    those in which somebody of `names` was looked for. Returns the actors that came, stayed or went."""
    near = "SELECT DISTINCT claim FROM claim_docs WHERE doc IN :ids"
    named = "SELECT DISTINCT claim FROM claim_names WHERE name IN :ids"
    idents = sorted({*claims, *column_of(connection, near, spots), *column_of(connection, named, names)})
    actors: set[str] = set()
    for some in chunks(idents, _AT_ONCE):
        actors |= column_of(connection, "SELECT actor FROM claim_actors WHERE claim IN :ids", some)
        cast, asked = _cast(connection, some)
        delete(connection, "claim_actors", "claim", some)
        delete(connection, "claim_names", "claim", some)
        add(connection, "claim_actors", cast)
        add(connection, "claim_names", asked)
        actors |= {row["actor"] for row in cast}
    return actors


def _cast(connection: Connection, idents: Sequence[str]) -> tuple[list[Row], list[Row]]:
    """Return the rows of who stands in these claims, and of the names that were asked for."""
    decoder = msgspec.json.Decoder(Claim)
    found = rows_of(connection, "SELECT record FROM claims WHERE id IN :ids", idents)
    claims = [decoder.decode(row[0]) for row in found]
    at = _at(connection, {link.doc for c in claims for link in _sources(c) if link.span})
    asked = {c.id: frozenset(_asked(c, at)) for c in claims}
    alone = named(connection, frozenset().union(*asked.values()) if asked else frozenset())
    cast = [row for c in claims for row in _rows(c, at, alone)]
    return cast, [{"name": name, "claim": ident} for ident in asked for name in sorted(asked[ident])]


def _sources(claim: Claim) -> Iterator[ChainLink]:
    return (link for chain in claim.chains for link in chain.links if link.how not in _NOT_SOURCES)


def _at(connection: Connection, docs: Iterable[str]) -> Mapping[Spot, str]:
    asked = "SELECT doc, start, stop, max(actor) FROM mentions WHERE doc IN :ids GROUP BY doc, start, stop"
    return {(row[0], row[1], row[2]): row[3] for row in rows_of(connection, asked, sorted(docs))}


def _spoken(link: ChainLink, at: Mapping[Spot, str]) -> str | None:
    return at.get((link.doc, link.span.start, link.span.end)) if link.span else None


def _asked(claim: Claim, at: Mapping[Spot, str]) -> Iterator[str]:
    """Yield the names that nothing but a name tells whose they are."""
    yield from (fold(link.name) for link in _sources(claim) if not _spoken(link, at))
    yield from (fold(dispute.actor) for dispute in claim.disputed_by)


def named(connection: Connection, names: Iterable[str]) -> Mapping[str, str]:
    """Return actors by folded name, those whose name no other has."""
    asked = "SELECT name, min(id), count(*) FROM actor_list WHERE name IN :ids GROUP BY name"
    return {row[0]: row[1] for row in rows_of(connection, asked, sorted(names)) if row[2] == 1}


def _rows(claim: Claim, at: Mapping[Spot, str], named: Mapping[str, str]) -> Iterator[Row]:
    found: dict[tuple[str, str], None] = {}
    for chain in claim.chains:
        sources = [n for n, link in enumerate(chain.links) if link.how not in _NOT_SOURCES]
        for n in sources:
            actor = _spoken(chain.links[n], at) or named.get(fold(chain.links[n].name))
            if actor:
                found[actor, "origin" if n == sources[-1] and chain.origin else "link"] = None
    for dispute in claim.disputed_by:
        if actor := named.get(fold(dispute.actor)):
            found[actor, "contests"] = None
    return ({"actor": actor, "claim": claim.id, "role": role} for actor, role in found)
