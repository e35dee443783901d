"""Every table of a dossier as plain rows: what two ways to one state must agree on."""

from __future__ import annotations

from sqlalchemy import text

from selon.store.dossier import Dossier

RECORDS = (
    "documents",
    "statements",
    "passages",
    "withheld",
    "compared",
    "edges",
    "clusters",
    "claims",
    "conflicts",
)
LISTS = (
    "actors", "actor_keys", "mentions", "cluster_docs", "conflict_docs", "claim_docs", "claim_origins",
    "claim_actors", "claim_names", "agency_list", "actor_list", "origin_list",
)  # fmt: skip
FACETS = "SELECT name, value, id FROM claim_facets JOIN claim_list ON claim_list.n = claim_facets.n"
WORDS = "SELECT kind, ref, doc, words FROM search_rows"
LISTED = (
    "SELECT list.*, search_rows.kind, search_rows.ref FROM {} AS list JOIN search_rows ON n = search_rows.id"
)


def tables(dossier: Dossier) -> dict[str, list[tuple[object, ...]]]:
    """Return every table by name, its rows sorted; the numbers of rows in the index of words are left out."""
    asked = {name: f"SELECT * FROM {name}" for name in (*RECORDS, *LISTS)}
    asked |= {
        "words": WORDS,
        "claim_list": LISTED.format("claim_list"),
        "document_list": LISTED.format("document_list"),
    }
    with dossier.snapshot() as view:
        found = {name: view._connection.execute(text(one)).mappings().all() for name, one in asked.items()}
    return {name: sorted(_row(row) for row in rows) for name, rows in found.items()}


def _row(row: object) -> tuple[object, ...]:
    named = {name: bytes(v) if isinstance(v, memoryview) else v for name, v in row.items() if name != "n"}  # type: ignore[attr-defined]
    return tuple("" if named[name] is None else named[name] for name in sorted(named))
