"""Lists of a dossier cut, sorted and counted by SQL: a page of claims, documents or actors at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.document import Document
from selon.store import dialects, search
from selon.store.numbering import numbers_of
from selon.store.settling import rows_of
from selon.text.normalise import fold

Record = TypeVar("Record")

CLAIM_ORDERS: Mapping[str, str] = {
    "gap": "place",
    "articles": "articles DESC, place",
    "origins": "origins DESC, place",
    "disputes": "disputes DESC, articles DESC, place",
    "first": "first, place",
    "last": "last DESC, place",
}
"""Orders of claims by name; `gap` is that of the sigla."""

DOCUMENT_ORDERS: Mapping[str, str] = {
    "moment": "moment, id",
    "newest": "(moment = '9999'), moment DESC, id",
    "outlet": "(outlet = ''), outlet, moment, id",
    "claims": "claims DESC, id",
    "copies": "copies DESC, id",
}

ACTOR_ORDERS: Mapping[str, str] = {
    "claims": "claims DESC, documents DESC, name, id",
    "origins": "origin_of DESC, claims DESC, name, id",
    "documents": "documents DESC, name, id",
    "name": "name, id",
}
"""Each order is that of an index (migrations), so that a page reads its rows and no more."""


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


CLAIM_STATES: Mapping[str, str] = {
    "contested": "disputes > 0",
    "uncontested": "disputes < 1",
    "single": "single = 1",
    "several": "origins > 1",
    "circular": "circular = 1",
}
"""Kinds of claims by name: `single` has several articles and one origin, `several` more than one origin."""

_FEW = 2_000
"""Rows that are found and sorted faster than an order is followed to find them."""

DOCUMENT_STATES: Mapping[str, str] = {
    "copies": "parents > 0",
    "originals": "copies > 0",
    "apart": "parents < 1 AND copies < 1",
    "undated": "date < '0'",
}
"""Kinds of documents by name: they come from another text, others come from them, neither, no date."""


def claims(connection: Connection, ask: ClaimAsk, offset: int, limit: int) -> Page[ClaimRow]:
    """Return a stretch of the claims asked for."""
    among = {
        name: f"SELECT n FROM claim_facets WHERE name = '{name}' AND value = :{name}"
        for name in ("lang", "outlet", "kind")
    }
    among["words"] = search.held(connection, "claim_words")
    where = {
        "doc": "{}id IN (SELECT claim FROM claim_docs WHERE role = 'asserts' AND doc = :doc)",
        "actor": "{}id IN (SELECT claim FROM claim_actors WHERE actor = :actor)",
        "since": "{}last >= :since",
        "until": "{}first <= :until || 'T~'",
    }
    listed = _List(connection, "claim_list", where, among, CLAIM_STATES)
    total, rows = listed.page("id, first", ask, CLAIM_ORDERS[ask.order], offset, limit)
    idents = [row[0] for row in rows]
    records = _records(connection, Claim, "claims", idents)
    numbers, langs = numbers_of(connection, idents), _langs(connection, idents)
    return Page(total, offset, tuple(ClaimRow(records[i], numbers[i], first, langs[i]) for i, first in rows))


def _langs(connection: Connection, claims: list[str]) -> Mapping[str, tuple[str, ...]]:
    asked = (
        "SELECT DISTINCT claim, lang FROM claim_docs JOIN document_list ON document_list.id = claim_docs.doc"
        " WHERE role = 'asserts' AND claim IN :ids ORDER BY claim, lang"
    )
    found: dict[str, tuple[str, ...]] = dict.fromkeys(claims, ())
    for claim, lang in rows_of(connection, asked, claims):
        found[claim] += (lang,) if lang else ()
    return found


def documents(connection: Connection, ask: DocumentAsk, offset: int, limit: int) -> Page[DocumentRow]:
    """Return a stretch of the documents asked for; words are looked for in title and text."""
    where = {
        "lang": "{}lang = :lang",
        "outlet": "{}outlet = :outlet",
        "since": "{}date >= :since",
        "until": "{}date > '' AND {}date <= :until || '~'",
    }
    among = {"words": search.held(connection, "text_words")}
    listed = _List(connection, "document_list", where, among, DOCUMENT_STATES)
    columns = "id, claims, said, parents, copies"
    total, rows = listed.page(columns, ask, DOCUMENT_ORDERS[ask.order], offset, limit)
    records = _records(connection, Document, "documents", [row[0] for row in rows])
    return Page(total, offset, tuple(DocumentRow(records[row[0]], *row[1:]) for row in rows))


def actors(connection: Connection, ask: ActorAsk, offset: int, limit: int) -> Page[ActorRow]:
    """Return a stretch of the actors asked for; words are looked for in their names, accents folded."""
    where = {
        "kind": "{}kind = :kind",
        "words": "name LIKE :words ESCAPE '!'",
        "doc": "{}id IN (SELECT actor FROM mentions WHERE doc = :doc)",
    }
    listed = _List(connection, "actor_list", where, {}, {})
    order = ACTOR_ORDERS[ask.order]
    total, rows = listed.page("id, documents, claims, origin_of", ask, order, offset, limit)
    records = _records(connection, Actor, "actors", [row[0] for row in rows])
    return Page(total, offset, tuple(ActorRow(records[row[0]], *row[1:]) for row in rows))


def beside(connection: Connection, doc: str) -> tuple[str | None, str | None]:
    """Return the documents before and after `doc` in the order of their moments, None at either end."""
    own = text("SELECT moment FROM document_list WHERE id = :doc")
    at = connection.execute(own, {"doc": doc}).scalar_one_or_none()
    asked = (
        "SELECT id FROM document_list WHERE (moment, id) {sign} (:at, :doc)"
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
        f"SELECT {column}, count(*) AS n FROM document_list WHERE {column} > ''"
        f" GROUP BY {column} ORDER BY n DESC, {column}"
    )
    return tuple((row[0], int(row[1])) for row in connection.execute(text(asked)))


@dataclass(frozen=True)
class _List:
    """A table that pages are cut from. Limits are conditions (`where`) or questions for the rows `among`
    which they must be; `states` are conditions by name.

    Conditions have a place for what keeps the planner from an index: of many rows the order is followed until
    a page is full, few are found first and sorted.
    """

    connection: Connection
    table: str
    where: Mapping[str, str]
    among: Mapping[str, str]
    states: Mapping[str, str]

    def page(self, columns: str, ask: Any, order: str, offset: int, limit: int) -> tuple[int, list[Any]]:
        """Return how many rows answer `ask`, and some columns of a stretch of them in an order."""
        held = [name for name in (*self.where, *self.among) if getattr(ask, name)]
        given = {name: self._value(name, getattr(ask, name)) for name in held}
        state = self.states.get(getattr(ask, "state", ""), "")
        total = int(self.connection.execute(text(self._counted(held, state)), given).scalar_one())
        if offset >= total:
            return total, []
        off = dialects.of(self.connection).off
        few = bool(held) and total <= _FEW
        order = ", ".join(off + term for term in order.split(", ")) if few else order
        found = self._found(held, state, "" if few else off)
        cut = f"SELECT {columns} {found} ORDER BY {order} LIMIT :limit OFFSET :offset"
        rows = self.connection.execute(text(cut), {**given, "limit": limit, "offset": offset})
        return total, [tuple(row) for row in rows]

    def _counted(self, held: Sequence[str], state: str) -> str:
        """Return the question for how many rows there are; those of a single question are counted there."""
        if len(held) == 1 and held[0] in self.among and not state:
            return f"SELECT count(*) FROM ({self.among[held[0]]}) AS found"
        return f"SELECT count(*) {self._found(held, state, '')}"

    def _found(self, held: Iterable[str], state: str, off: str) -> str:
        forms = {**self.where, **{name: f"{{}}n IN ({asked})" for name, asked in self.among.items()}}
        told = [forms[name].replace("{}", off) for name in held] + ([state] if state else [])
        return f"FROM {self.table}" + (" WHERE " + " AND ".join(told) if told else "")

    def _value(self, name: str, value: str) -> str:
        """Return words as a question to an index of words, or as a part of a name."""
        if name != "words":
            return value
        if self.table != "actor_list":
            return search.matching(self.connection, value)
        return "%" + re.sub(r"([!%_])", r"!\1", fold(value)) + "%"


def _records(
    connection: Connection, kind: type[Record], table: str, idents: Sequence[str]
) -> dict[str, Record]:
    decoder = msgspec.json.Decoder(kind)
    rows = rows_of(connection, f"SELECT id, record FROM {table} WHERE id IN :ids", idents)
    return {row[0]: decoder.decode(row[1]) for row in rows}
