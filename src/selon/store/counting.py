"""What lists count from other tables, brought up to date for what a transaction has touched.

No row holds what depends on how many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from selon.store import casting, numbering
from selon.store.settling import column_of, delete, insert, rows_of, run_for

UNDATED = "9999"
"""Moment of a document without a date: after all others."""


@dataclass
class Touched:
    """What a transaction has changed: ids, and the names and places of actors that are others' now."""

    docs: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)
    """Documents in which somebody else is named at some place."""
    names: set[str] = field(default_factory=set)
    """Names, folded, that somebody else alone has now, or nobody alone."""
    origins: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    """Places in the order of claims that are empty now."""
    taken: list[str] = field(default_factory=list)
    """Places in the order of claims that a claim has taken."""


def refresh(connection: Connection, touched: Touched) -> None:
    """Bring every list up to date after its records have changed."""
    touched.actors |= casting.recast(connection, touched.claims, touched.spots, touched.names)
    date_claims(connection, touched.claims)
    face_claims(connection, touched.claims)
    _count_documents(connection, touched.docs)
    _counted(connection, "actor_list", "id", touched.actors)
    _count_origins(connection, touched.origins)
    numbering.renumber(connection, touched.left, touched.taken)


_HELD = "SELECT count(*) FROM claim_docs WHERE claim_docs.doc = document_list.id AND role = 'asserts'"
_TAKEN = "SELECT count(*) FROM edges WHERE derived = document_list.id AND direction = 'certain'"
_LENT = "SELECT count(*) FROM edges WHERE source = document_list.id AND direction = 'certain'"
_BEHIND = "SELECT count(DISTINCT claim) FROM claim_actors WHERE claim_actors.actor = actor_list.id"
_MOMENTS = (
    "SELECT {}(moment) FROM claim_docs JOIN document_list ON document_list.id = doc"
    f" WHERE claim = claim_list.id AND role = 'asserts' AND moment <> '{UNDATED}'"
)

COUNTS: Mapping[str, Mapping[str, str]] = {
    "claim_list": {
        "first": f"coalesce(({_MOMENTS.format('min')}), '{UNDATED}')",
        "last": f"coalesce(({_MOMENTS.format('max')}), '')",
    },
    "edges": {
        "shared": "(SELECT count(*) FROM passages WHERE passages.a = edges.a AND passages.b = edges.b)"
    },
    "document_list": {
        "claims": f"({_HELD})",
        "parents": f"({_TAKEN})",
        "copies": f"({_LENT})",
        "changed": f"({_LENT} AND kind = 'edited')",
        "translated": f"({_LENT} AND kind = 'translated')",
    },
    "actor_list": {"claims": f"({_BEHIND})", "origin_of": f"({_BEHIND} AND role = 'origin')"},
    "claim_marks": {
        "number": "(SELECT count(*) + 1 FROM claim_list WHERE claim_list.place < claim_marks.place)"
    },
}
"""Columns of lists that other tables decide, and what they say."""


def _counted(connection: Connection, table: str, column: str, idents: Iterable[str]) -> None:
    """Set what others decide in the rows of a list that have one of `idents` in a column."""
    changes = ", ".join(f"{name} = {asked}" for name, asked in COUNTS[table].items())
    run_for(connection, f"UPDATE {table} SET {changes} WHERE {column} IN :ids", idents)


def date_claims(connection: Connection, claims: Iterable[str]) -> None:
    """Set when the first and the last dated article of claims came out."""
    _counted(connection, "claim_list", "id", claims)


_UNFACED = "DELETE FROM claim_facets WHERE n IN (SELECT n FROM claim_list WHERE id IN :ids)"

_ARTICLES = (
    "claim_list JOIN claim_docs ON claim = claim_list.id AND role = 'asserts'"
    " JOIN document_list ON document_list.id = doc WHERE"
)
_FACES = (
    f"SELECT DISTINCT 'lang', lang, claim_list.n FROM {_ARTICLES} lang > ''",
    f"SELECT DISTINCT 'outlet', outlet, claim_list.n FROM {_ARTICLES} outlet > ''",
    "SELECT DISTINCT 'kind', kind, n FROM claim_list JOIN claim_origins ON claim = claim_list.id"
    " WHERE kind > ''",
)
"""What claims are cut by that other tables know: languages and outlets of articles, kinds of origins."""


def unface_claims(connection: Connection, claims: Iterable[str]) -> None:
    """Forget by what a list of claims may be cut."""
    run_for(connection, _UNFACED, claims)


def face_claims(connection: Connection, claims: Iterable[str]) -> None:
    """Write down by what a list of claims may be cut."""
    idents = list(claims)
    unface_claims(connection, idents)
    for asked in _FACES:
        chosen = f"{asked} AND claim_list.id IN :ids"
        run_for(connection, f"INSERT INTO claim_facets (name, value, n) {chosen}", idents)


def _count_documents(connection: Connection, docs: Iterable[str]) -> None:
    idents = list(docs)
    for end in ("derived", "source"):
        _counted(connection, "edges", end, idents)
    _counted(connection, "document_list", "id", idents)
    _count_agencies(connection, idents)


def _count_agencies(connection: Connection, idents: list[str]) -> None:
    """Count what comes from texts that are not in the dossier."""
    absent = set(idents) - column_of(connection, "SELECT id FROM document_list WHERE id IN :ids", idents)
    delete(connection, "agency_list", "id", absent)
    found: list[Any] = rows_of(connection, _AGENCIES.format("source IN :ids"), absent)
    names = ("id", "copies", "changed", "translated")
    insert(connection, "agency_list", [dict(zip(names, map(_plain, row), strict=True)) for row in found])


_AGENCIES = (
    "SELECT source, count(*), sum(CASE WHEN kind = 'edited' THEN 1 ELSE 0 END),"
    " sum(CASE WHEN kind = 'translated' THEN 1 ELSE 0 END)"
    " FROM edges WHERE {} AND direction = 'certain' GROUP BY source"
)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else int(value)


_ORIGINS = "SELECT origin, count(*) FROM claim_origins WHERE {} GROUP BY origin"


def _count_origins(connection: Connection, origins: Iterable[str]) -> None:
    idents = list(origins)
    delete(connection, "origin_list", "id", idents)
    counted = _ORIGINS.format("origin IN :ids")
    run_for(connection, f"INSERT INTO origin_list (id, claims) {counted}", idents)


_ABSENT = "NOT EXISTS (SELECT 1 FROM document_list WHERE document_list.id = source)"

HELD: Mapping[str, str] = {
    "claim_facets": "SELECT name, value, n FROM claim_facets",
    "origin_list": "SELECT id, claims FROM origin_list",
    "agency_list": "SELECT id, copies, changed, translated FROM agency_list",
}
SHOULD_HOLD: Mapping[str, str] = {
    "claim_facets": " UNION ".join(_FACES),
    "origin_list": _ORIGINS.format("origin > ''"),
    "agency_list": _AGENCIES.format(_ABSENT),
}
"""Lists that other tables decide whole: what they hold, and what they should."""
