"""The lists of a dossier, kept beside its records: rows that tables are sorted, cut and counted by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.model.claim import Claim, rank
from selon.model.document import Document
from selon.model.moment import order
from selon.model.span import words_of
from selon.model.statement import Statement
from selon.store import indexing
from selon.store.counting import UNDATED, date_claims, face_claims, unface_claims
from selon.store.settling import Row, add, column_of, delete, insert, rows_of
from selon.text.normalise import fold

_NONE_YET = ("claims", "said", "parents", "copies", "changed", "translated")

_FAR = 10_000_000
"""What numbers are taken from so that the greatest comes first; more than a dossier has documents."""


class Listed(msgspec.Struct, frozen=True):
    """What the list says of a document: when it came out, its language and its outlet."""

    moment: str
    lang: str
    outlet: str


def listed(connection: Connection, doc: str) -> Listed | None:
    """Return what the list says of a document, None for one that is not listed."""
    asked = text("SELECT moment, lang, outlet FROM document_list WHERE id = :id")
    row = connection.execute(asked, {"id": doc}).one_or_none()
    return None if row is None else Listed(*row)


def list_document(connection: Connection, doc: Document, former: Listed | None) -> None:
    """Put a document into its list and its words into the indexes; `former` is what the list said of it.

    What links count is kept, or starts at none.
    """
    found = [indexing.Found("text", doc.id, doc.id, indexing.vocabulary(f"{doc.title or ''}\n{doc.text}"))]
    if doc.title:
        found.append(indexing.Found("document", doc.id, doc.id, indexing.folded(doc.title)))
    rows = indexing.add(connection, found)
    now = Listed(order(doc.published, doc.id)[0], doc.lang, doc.outlet or "")
    own: Row = {"id": doc.id, "n": rows[f"text {doc.id}"], "date": doc.date or ""} | msgspec.structs.asdict(
        now
    )
    if former is None:
        insert(connection, "document_list", [own | dict.fromkeys(_NONE_YET, 0)])
        return
    changes = ", ".join(f"{name} = :{name}" for name in own if name != "id")
    connection.execute(text(f"UPDATE document_list SET {changes} WHERE id = :id"), own)
    if former != now:
        asked = "SELECT claim FROM claim_docs WHERE role = 'asserts' AND doc IN :ids"
        claims = column_of(connection, asked, [doc.id])
        date_claims(connection, claims)
        face_claims(connection, claims)


def list_statements(connection: Connection, doc: Document, statements: Sequence[Statement]) -> None:
    """Put the words of what was found in a document into the index, and count it."""
    words = (indexing.folded(words_of(doc.text, s.content)) for s in statements)
    found = (indexing.Found("statement", s.id, doc.id, w) for s, w in zip(statements, words, strict=True))
    indexing.add(connection, found)
    changed = "UPDATE document_list SET said = :said WHERE id = :doc"
    connection.execute(text(changed), {"said": len(statements), "doc": doc.id})


def list_claims(connection: Connection, claims: Sequence[Claim], rows: dict[str, int]) -> list[str]:
    """Put claims into their lists, from which they are out; `rows` are their rows in the index of words.

    Returns the places that they take in the order of claims.
    """
    listed = [_claim_row(c, rows[c.id]) for c in claims]
    insert(connection, "claim_list", listed)
    add(connection, "claim_docs", [row for c in claims for row in _claim_docs(c)])
    add(connection, "claim_origins", [row for c in claims for row in _ends(c)])
    return [str(row["place"]) for row in listed]


def unlist_claims(connection: Connection, claims: Iterable[str]) -> list[str]:
    """Take claims out of their lists, but for who stands in them; return the places that they leave."""
    idents = list(claims)
    places = [row[0] for row in rows_of(connection, "SELECT place FROM claim_list WHERE id IN :ids", idents)]
    unface_claims(connection, idents)
    delete(connection, "claim_list", "id", idents)
    for table in ("claim_docs", "claim_origins"):
        delete(connection, table, "claim", idents)
    return places


def _claim_row(claim: Claim, row: int) -> Row:
    articles = len(claim.articles)
    return {
        "id": claim.id,
        "n": row,
        "place": _place(claim),
        "notable": int(claim.notable),
        "single": int(claim.origin_count == 1 and articles > 1),
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
