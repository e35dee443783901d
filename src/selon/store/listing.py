"""The lists of a dossier, kept beside its records: rows that tables are sorted, cut and counted by.

What was touched is brought up to date row by row: no row holds what depends on how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim, rank
from selon.model.document import Document
from selon.model.moment import order
from selon.model.span import words_of
from selon.model.statement import Statement
from selon.store import casting, indexing, tallies
from selon.store.settling import Row, add, column_of, delete, insert, rows_of, run_for, upsert
from selon.text.normalise import fold

UNDATED = "9999"
"""Moment of a document without a date: after all others."""

_NONE_YET = ("claims", "said", "parents", "copies", "changed", "translated")

_FAR = 10_000_000
"""What numbers are taken from so that the greatest comes first; more than a dossier has documents."""

_MARK_EACH = 256
"""Claims from one mark to the next: as many are counted at most to number one."""


@dataclass
class Touched:
    """What a transaction has changed: ids, and the names and places of actors that are others' now."""

    docs: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)
    """Documents in which somebody else is named at some place."""
    names: set[str] = field(default_factory=set)
    renumbered: bool = False
    """Whether claims may have other numbers."""


def refresh(connection: Connection, touched: Touched) -> None:
    """Bring every list up to date after its records have changed."""
    touched.actors |= casting.recast(connection, touched.claims, touched.spots, touched.names)
    date_claims(connection, touched.claims)
    _count_documents(connection, touched.docs)
    _counted(connection, "actor_list", "id", touched.actors)
    if touched.renumbered:
        _mark_claims(connection)
    tallies.count(connection)


# rows that one record makes


def moment_of(connection: Connection, doc: str) -> str | None:
    """Return when a listed document came out, None for one that is not listed."""
    asked = text("SELECT moment FROM document_list WHERE id = :id")
    found = connection.execute(asked, {"id": doc}).scalar_one_or_none()
    return None if found is None else str(found)


def list_document(connection: Connection, doc: Document, former: str | None) -> None:
    """Put a document into its list and its words into the indexes; `former` is the moment that it had there.

    What links count is kept, or starts at none.
    """
    found = [indexing.Found("text", doc.id, doc.id, indexing.vocabulary(f"{doc.title or ''}\n{doc.text}"))]
    if doc.title:
        found.append(indexing.Found("document", doc.id, doc.id, indexing.folded(doc.title)))
    rows = indexing.add(connection, found)
    moment = order(doc.published, doc.id)[0]
    own: Row = {"id": doc.id, "n": rows[f"text {doc.id}"], "lang": doc.lang, "moment": moment}
    own |= {"outlet": doc.outlet or "", "date": doc.date or ""}
    if former is None:
        insert(connection, "document_list", [own | dict.fromkeys(_NONE_YET, 0)])
        return
    changes = ", ".join(f"{name} = :{name}" for name in own if name != "id")
    connection.execute(text(f"UPDATE document_list SET {changes} WHERE id = :id"), own)
    if former != moment:
        asked = "SELECT claim FROM claim_docs WHERE role = 'asserts' AND doc IN :ids"
        date_claims(connection, column_of(connection, asked, [doc.id]))


def list_statements(connection: Connection, doc: Document, statements: Sequence[Statement]) -> None:
    """Put the words of what was found in a document into the index, and count it."""
    words = (indexing.folded(words_of(doc.text, s.content)) for s in statements)
    found = (indexing.Found("statement", s.id, doc.id, w) for s, w in zip(statements, words, strict=True))
    indexing.add(connection, found)
    changed = "UPDATE document_list SET said = :said WHERE id = :doc"
    connection.execute(text(changed), {"said": len(statements), "doc": doc.id})


def list_claims(connection: Connection, claims: Iterable[Claim], rows: dict[str, int]) -> None:
    """Put claims into their lists; `rows` are their rows in the index of words."""
    every = list(claims)
    for table in ("claim_docs", "claim_origins"):
        delete(connection, table, "claim", [c.id for c in every])
    upsert(connection, "claim_list", [_claim_row(c, rows[c.id]) for c in every])
    add(connection, "claim_docs", [row for c in every for row in _claim_docs(c)])
    add(connection, "claim_origins", [row for c in every for row in _ends(c)])


def unlist_claims(connection: Connection, gone: Iterable[str]) -> None:
    """Take claims out of every list."""
    idents = list(gone)
    delete(connection, "claim_list", "id", idents)
    for table in ("claim_docs", "claim_origins", "claim_actors", "claim_names"):
        delete(connection, table, "claim", idents)


def _claim_row(claim: Claim, row: int) -> Row:
    articles = len(claim.articles)
    return {
        "id": claim.id,
        "n": row,
        "place": _place(claim),
        "notable": int(claim.notable),
        "articles": articles,
        "origins": claim.origin_count,
        "gap": articles - claim.origin_count,
        "disputes": len(claim.disputed_by),
        "circular": int(claim.circular),
        "first": UNDATED,
        "last": "",
    }


def _place(claim: Claim) -> str:
    """Return the rank of a claim as one text that sorts as it does."""
    quiet, gap, articles, disputes, doc, start, ident = rank(claim)
    numbers = "".join(f"{_FAR + n:08d}" for n in (gap, articles, disputes))
    return f"{int(quiet)}{numbers}{doc}\x01{start:08d}{ident}"


def _ends(claim: Claim) -> list[Row]:
    kinds = ((o.id, "altered" if o.altered else str(o.kind)) for o in claim.origins)
    return [{"origin": origin, "claim": claim.id, "kind": kind} for origin, kind in kinds]


def _claim_docs(claim: Claim) -> list[Row]:
    roles = [("asserts", d) for d in claim.articles]
    roles += [("contests", d.doc) for d in claim.disputed_by]
    roles += [("chain", link.doc) for chain in claim.chains for link in chain.links]
    return [{"doc": doc, "claim": claim.id, "role": role} for role, doc in dict.fromkeys(roles)]


def actor_row(actor: Actor) -> Row:
    """Return the row of an actor, but for what claims say of it."""
    docs = {m.doc for m in actor.mentions}
    own = {"id": actor.id, "name": fold(actor.name), "kind": str(actor.kind)}
    return {**own, "mentions": len(actor.mentions), "documents": len(docs), "claims": 0, "origin_of": 0}


# what several records make


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
}
"""Columns of lists that other tables decide, and what they say."""


def _counted(connection: Connection, table: str, column: str, idents: Iterable[str]) -> None:
    """Set what others decide in the rows of a list that have one of `idents` in a column."""
    changes = ", ".join(f"{name} = {asked}" for name, asked in COUNTS[table].items())
    run_for(connection, f"UPDATE {table} SET {changes} WHERE {column} IN :ids", idents)


def date_claims(connection: Connection, claims: Iterable[str]) -> None:
    """Set when the first and the last dated article of claims came out."""
    _counted(connection, "claim_list", "id", claims)


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
    kinds = ", ".join(
        f"sum(CASE WHEN kind = '{kind}' THEN 1 ELSE 0 END)" for kind in ("edited", "translated")
    )
    edges = "FROM edges WHERE source IN :ids AND direction = 'certain' GROUP BY source"
    asked = f"SELECT source, count(*), {kinds} {edges}"
    found: list[Any] = rows_of(connection, asked, absent)
    names = ("id", "copies", "changed", "translated")
    insert(connection, "agency_list", [dict(zip(names, map(_plain, row), strict=True)) for row in found])


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else int(value)


def _mark_claims(connection: Connection) -> None:
    """Write down the number of every few hundredth claim; others are counted from the mark before."""
    ordered = "SELECT place, row_number() OVER (ORDER BY place) AS number FROM claim_list"
    connection.execute(text("DELETE FROM claim_marks"))
    connection.execute(
        text(
            f"INSERT INTO claim_marks (number, place) SELECT number, place FROM ({ordered}) AS ordered"
            f" WHERE number % {_MARK_EACH} = 1"
        )
    )
