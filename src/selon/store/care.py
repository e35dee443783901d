"""Care for a dossier: what it holds, what in it is broken, and room given back."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, text

from selon.model.document import Document
from selon.store.counting import COUNTS, HELD, SHOULD_HOLD
from selon.store.writer import content_digest


class Health(msgspec.Struct, frozen=True):
    """The schema of a dossier, its bytes, how many rows its tables hold, and its faults in words."""

    schema: int
    size: int
    counts: tuple[tuple[str, int], ...]
    faults: tuple[str, ...]


TABLES = (
    *("documents", "statements", "quantities", "artefacts", "passages", "withheld", "edges", "clusters"),
    *("actors", "proposals", "claims", "conflicts", "judgements", "aliases", "rejects", "search_rows"),
)

_OF_DOCUMENTS = (
    *((table, "doc") for table in ("statements", "quantities", "artefacts", "unexamined", "compared")),
    *((table, "doc") for table in ("cluster_docs", "conflict_docs", "mentions")),
    *(("document_list", "id"), ("passages", "a"), ("passages", "b"), ("edges", "derived")),
)
_OF_CLAIMS = tuple(
    (table, "claim") for table in ("claim_docs", "claim_origins", "claim_actors", "claim_names")
)

_OWNED = {
    "documents": _OF_DOCUMENTS,
    "claims": (("claim_list", "id"), *_OF_CLAIMS),
    "actors": (
        ("actor_list", "id"),
        ("actor_keys", "actor"),
        ("mentions", "actor"),
        ("claim_actors", "actor"),
    ),
    "clusters": (("cluster_docs", "cluster"),),
    "conflicts": (("conflict_docs", "conflict"),),
    "search_rows": (("document_list", "n"), ("claim_list", "n")),
}
"""Tables by what their rows belong to: each has its owner's id in a column."""

_LISTED = {"documents": "document_list", "claims": "claim_list", "actors": "actor_list"}

_INDEXED = {"claim": "claims", "statement": "statements", "text": "documents", "document": "documents"}
"""Kinds of what is found by words, and whose words they are."""

_ALWAYS = ("claim", "statement", "text")
"""Kinds of which each record has words; a document without a title has none of its title."""


def counts(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return how many rows each table of records holds."""
    asked = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in TABLES)
    return tuple((row[0], int(row[1])) for row in connection.execute(text(asked)))


def faults(connection: Connection) -> Iterator[str]:
    """Yield what records and lists contradict: orphans, lists that lack a row or miscount, altered texts."""
    for said, asked in (*_questions(), *_differences()):
        if number := int(connection.execute(text(asked)).scalar_one()):
            yield f"{said}: {number}"
    yield from _altered(connection)


def _questions() -> Iterator[tuple[str, str]]:
    """Yield what would be wrong, and the question for how often it is."""
    for owner, owned in _OWNED.items():
        for table, column in owned:
            absent = f"NOT EXISTS (SELECT 1 FROM {owner} AS o WHERE o.id = {table}.{column})"
            yield f"rows of {table} without their {owner}", f"SELECT count(*) FROM {table} WHERE {absent}"
    for table, listed in _LISTED.items():
        absent = f"NOT EXISTS (SELECT 1 FROM {listed} AS o WHERE o.id = {table}.id)"
        yield f"{table} that are not listed", f"SELECT count(*) FROM {table} WHERE {absent}"
    for kind, table in _INDEXED.items():
        absent = f"NOT EXISTS (SELECT 1 FROM {table} AS o WHERE o.id = search_rows.ref)"
        asked = f"SELECT count(*) FROM search_rows WHERE kind = '{kind}' AND {absent}"
        yield f"words of {table} that are gone", asked
    for kind in _ALWAYS:
        absent = f"NOT EXISTS (SELECT 1 FROM search_rows AS o WHERE o.kind = '{kind}' AND o.ref = t.id)"
        asked = f"SELECT count(*) FROM {_INDEXED[kind]} AS t WHERE {absent}"
        yield f"{_INDEXED[kind]} that no word finds", asked
    for table, columns in COUNTS.items():
        for name, asked in columns.items():
            yield (
                f"rows of {table} that miscount {name}",
                f"SELECT count(*) FROM {table} WHERE {name} <> {asked}",
            )


def _differences() -> Iterator[tuple[str, str]]:
    """Yield what lists lack or hold too much that other tables decide whole."""
    for table, held in HELD.items():
        should = SHOULD_HOLD[table]
        for said, one, other in (("lacks", should, held), ("should not have", held, should)):
            rest = f"SELECT * FROM ({one}) AS one EXCEPT SELECT * FROM ({other}) AS other"
            yield f"rows that {table} {said}", f"SELECT count(*) FROM ({rest}) AS rest"


def _altered(connection: Connection) -> Iterator[str]:
    """Yield documents whose text is not the one that was read: their digest says otherwise."""
    decoder = msgspec.json.Decoder(Document)
    asked = text("SELECT id, digest, record FROM documents ORDER BY id")
    rows = connection.execute(asked, execution_options={"yield_per": 500})
    for ident, digest, record in rows:
        try:
            same = content_digest(decoder.decode(record)) == digest
        except (msgspec.DecodeError, ValueError):
            same = False
        if not same:
            yield f"document {ident} is not as it was read"
