"""Lists of a dossier cut, sorted and counted by SQL: a page of claims, documents or actors at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.document import Document
from selon.store import search
from selon.store.neighbourhood import rows_of
from selon.text.normalise import fold

Record = TypeVar("Record")
Ask = TypeVar("Ask", "ClaimAsk", "DocumentAsk")

CLAIM_ORDERS: Mapping[str, str] = {
    "gap": "number",
    "articles": "articles DESC, number",
    "origins": "origins DESC, number",
    "disputes": "disputes DESC, articles DESC, number",
    "first": "first, number",
    "last": "last DESC, number",
}
"""Orders of claims by name; `gap` is that of the sigla."""

DOCUMENT_ORDERS: Mapping[str, str] = {
    "moment": "coalesce(moment, '9999'), documents.id",
    "newest": "coalesce(moment, '9999') = '9999', moment DESC, documents.id",
    "outlet": "coalesce(outlet, '~'), moment, documents.id",
    "claims": "coalesce(claims, 0) DESC, documents.id",
    "copies": "coalesce(copies, 0) DESC, documents.id",
}

ACTOR_ORDERS: Mapping[str, str] = {
    "claims": "claims DESC, documents DESC, name, id",
    "origins": "origin_of DESC, claims DESC, name, id",
    "documents": "documents DESC, name, id",
    "name": "name, id",
}


class Page(msgspec.Struct, Generic[Record], frozen=True):
    """A stretch of a list: how many rows answer in all, and those from `offset` on."""

    total: int
    offset: int
    rows: tuple[Record, ...]


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim, its place in the order of sigla, and when its first article came out (UTC, ISO 8601).

    `first` is "9999" when no article is dated; `langs` are the languages of its articles.
    """

    claim: Claim
    number: int
    first: str
    langs: tuple[str, ...]


class DocumentRow(msgspec.Struct, frozen=True):
    """A document with how many claims it asserts, and how many texts it comes from and lends to."""

    document: Document
    claims: int
    said: int
    parents: int
    copies: int


class ActorRow(msgspec.Struct, frozen=True):
    """An actor, in how many documents it is named, and how many claims it stands behind, or at the end of."""

    actor: Actor
    documents: int
    claims: int
    origin_of: int


class ClaimAsk(msgspec.Struct, frozen=True):
    """Which claims: an order of CLAIM_ORDERS, and any of the limits. Days are ISO 8601, both included."""

    order: str = "gap"
    lang: str = ""
    actor: str = ""
    outlet: str = ""
    doc: str = ""
    kind: str = ""
    """A kind of actor that an origin is of, or altered: born of a changed copy."""
    state: str = ""
    """One of CLAIM_STATES."""
    since: str = ""
    until: str = ""
    words: str = ""


class DocumentAsk(msgspec.Struct, frozen=True):
    """Which documents: an order of DOCUMENT_ORDERS, and any of the limits."""

    order: str = "moment"
    lang: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    words: str = ""
    state: str = ""
    """One of DOCUMENT_STATES."""


class ActorAsk(msgspec.Struct, frozen=True):
    """Which actors: an order of ACTOR_ORDERS, and any of the limits."""

    order: str = "claims"
    kind: str = ""
    words: str = ""
    doc: str = ""


_MATCHED = "FROM search JOIN search_rows ON search_rows.id = search.rowid WHERE search MATCH :words"
"""Kind and document of a hit come from its row beside the index, which would read all its words for them."""

_AT = "row_number() OVER (ORDER BY {}) AS at"
"""Keeps the order of a stretch when its records are joined to it."""

CLAIM_STATES: Mapping[str, str] = {
    "contested": "disputes > 0",
    "uncontested": "disputes = 0",
    "single": "origins = 1 AND articles > 1",
    "several": "origins > 1",
    "circular": "circular",
}
"""Kinds of claims by name: `single` has several articles and one origin, `several` more than one origin."""

DOCUMENT_STATES: Mapping[str, str] = {
    "copies": "parents > 0",
    "originals": "copies > 0",
    "apart": "coalesce(parents, 0) = 0 AND coalesce(copies, 0) = 0",
    "undated": "coalesce(documents.date, '') = ''",
}
"""Kinds of documents by name: they come from another text, others come from them, neither, no date."""


def claims(connection: Connection, ask: ClaimAsk, offset: int, limit: int) -> Page[ClaimRow]:
    """Return a stretch of the claims asked for."""
    held = "id IN (SELECT claim FROM claim_docs WHERE role = 'asserts' AND doc"
    where = {
        "lang": f"{held} IN (SELECT id FROM documents WHERE lang = :lang))",
        "outlet": f"{held} IN (SELECT id FROM documents WHERE outlet = :outlet))",
        "doc": f"{held} = :doc)",
        "actor": "id IN (SELECT claim FROM claim_actors WHERE actor = :actor)",
        "kind": "id IN (SELECT claim FROM claim_origins WHERE kind = :kind)",
        "since": "last >= :since",
        "until": "first <= :until || 'T~'",
        "words": f"id IN (SELECT search.ref {_MATCHED} AND search_rows.kind = 'claim')",
    }
    told = _told(ask, where)
    if ask.state in CLAIM_STATES:
        told.append(CLAIM_STATES[ask.state])
    found = "FROM claim_list" + _where(told)
    order = CLAIM_ORDERS[ask.order]
    asked = (
        "SELECT part.number, part.first, claims.record FROM"
        f" (SELECT id, number, first, {_AT.format(order)} {found} ORDER BY {order}"
        " LIMIT :limit OFFSET :offset) AS part"
        " JOIN claims ON claims.id = part.id ORDER BY part.at"
    )
    total, rows = _page(connection, found, asked, _matched(ask), offset, limit)
    decoder = msgspec.json.Decoder(Claim)
    found_claims = [(decoder.decode(r[2]), int(r[0]), str(r[1])) for r in rows]
    langs = _langs(connection, [c.id for c, _, _ in found_claims])
    return Page(total, offset, tuple(ClaimRow(c, n, first, langs[c.id]) for c, n, first in found_claims))


def _langs(connection: Connection, claims: list[str]) -> Mapping[str, tuple[str, ...]]:
    asked = (
        "SELECT DISTINCT claim, lang FROM claim_docs JOIN documents ON documents.id = claim_docs.doc"
        " WHERE role = 'asserts' AND claim IN :ids ORDER BY claim, lang"
    )
    found: dict[str, tuple[str, ...]] = dict.fromkeys(claims, ())
    for claim, lang in rows_of(connection, asked, claims):
        found[claim] += (lang,) if lang else ()
    return found


def documents(connection: Connection, ask: DocumentAsk, offset: int, limit: int) -> Page[DocumentRow]:
    """Return a stretch of the documents asked for."""
    where = {
        "lang": "lang = :lang",
        "outlet": "outlet = :outlet",
        "since": "date >= :since",
        "until": "date <= :until || '~'",
        "words": f"documents.id IN (SELECT search_rows.doc {_MATCHED})",
    }
    told = _told(ask, where)
    if ask.state in DOCUMENT_STATES:
        told.append(DOCUMENT_STATES[ask.state])
    found = "FROM documents LEFT JOIN document_list ON document_list.id = documents.id" + _where(told)
    order = DOCUMENT_ORDERS[ask.order]
    asked = (
        "SELECT part.claims, part.said, part.parents, part.copies, documents.record FROM"
        " (SELECT documents.id AS id, coalesce(claims, 0) AS claims, coalesce(said, 0) AS said,"
        " coalesce(parents, 0) AS parents, coalesce(copies, 0) AS copies,"
        f" {_AT.format(order)} {found} ORDER BY {order} LIMIT :limit OFFSET :offset) AS part"
        " JOIN documents ON documents.id = part.id ORDER BY part.at"
    )
    total, rows = _page(connection, found, asked, _matched(ask), offset, limit)
    decoder = msgspec.json.Decoder(Document)
    return Page(total, offset, tuple(DocumentRow(decoder.decode(r[4]), *r[:4]) for r in rows))


def actors(connection: Connection, ask: ActorAsk, offset: int, limit: int) -> Page[ActorRow]:
    """Return a stretch of the actors asked for; words are looked for in their names, accents folded."""
    where = {
        "kind": "kind = :kind",
        "words": "name LIKE '%' || :words || '%'",
        "doc": "id IN (SELECT actor FROM actor_docs WHERE doc = :doc)",
    }
    told = _told(ask, where)
    found = "FROM actor_list" + _where(told)
    order = ACTOR_ORDERS[ask.order]
    asked = (
        "SELECT part.documents, part.claims, part.origin_of, actors.record FROM"
        f" (SELECT *, {_AT.format(order)} {found} ORDER BY {order} LIMIT :limit OFFSET :offset) AS part"
        " JOIN actors ON actors.id = part.id ORDER BY part.at"
    )
    folded = msgspec.structs.replace(ask, words=fold(ask.words))
    total, rows = _page(connection, found, asked, folded, offset, limit)
    decoder = msgspec.json.Decoder(Actor)
    return Page(total, offset, tuple(ActorRow(decoder.decode(r[3]), *r[:3]) for r in rows))


def beside(connection: Connection, doc: str) -> tuple[str | None, str | None]:
    """Return the documents before and after `doc` in the order of their moments, None at either end."""
    own = text("SELECT moment FROM document_list WHERE id = :doc")
    at = connection.execute(own, {"doc": doc}).scalar_one_or_none()
    asked = (
        "SELECT id FROM document_list WHERE (moment, id) {sign} (:at, :doc)"
        " AND EXISTS (SELECT 1 FROM documents WHERE documents.id = document_list.id)"
        " ORDER BY moment {way}, id {way} LIMIT 1"
    )
    found = [
        connection.execute(
            text(asked.format(sign=sign, way=way)), {"doc": doc, "at": at}
        ).scalar_one_or_none()
        for sign, way in (("<", "DESC"), (">", "ASC"))
    ]
    return found[0], found[1]


def values(connection: Connection, column: str) -> tuple[tuple[str, int], ...]:
    """Return the languages (`lang`) or outlets (`outlet`) of the documents, most frequent first."""
    if column not in ("lang", "outlet"):
        raise KeyError(column)
    asked = (
        f"SELECT {column}, count(*) AS n FROM documents WHERE {column} IS NOT NULL AND {column} != ''"
        f" GROUP BY {column} ORDER BY n DESC, {column}"
    )
    return tuple((row[0], int(row[1])) for row in connection.execute(text(asked)))


def _matched(ask: Ask) -> Ask:
    """Return what is asked with its words as a full-text question; without a letter they ask nothing."""
    return msgspec.structs.replace(ask, words=search.matching(ask.words, every=True) or '""')


def _told(ask: Any, where: Mapping[str, str]) -> list[str]:
    return [form for name, form in where.items() if getattr(ask, name)]


def _where(told: list[str]) -> str:
    return " WHERE " + " AND ".join(told) if told else ""


def _page(
    connection: Connection, found: str, asked: str, ask: Any, offset: int, limit: int
) -> tuple[int, list[Any]]:
    given = {k: v for k, v in msgspec.structs.asdict(ask).items() if v and f":{k}" in found}
    total = int(connection.execute(text(f"SELECT count(*) {found}"), given).scalar_one())
    rows = connection.execute(text(asked), {**given, "limit": limit, "offset": offset}).all()
    return total, list(rows)
