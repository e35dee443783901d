"""Words put into the full-text indexes, and taken out of them again without reading the rest.

Words are folded here (accents off, lower case, ligatures apart), so that both stores find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, text

from selon.model.claim import Claim
from selon.store import dialects
from selon.store.dialects.dialect import INDEXES
from selon.store.settling import insert, rows_of, run_for
from selon.text.normalise import fold

_INDEX = {kind: index for index, kinds in INDEXES.items() for kind in kinds}
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60
"""Characters of a word that are looked at: what is longer is no word that anybody types."""

_MOST = 50_000
"""Different words of one text that it is found by; PostgreSQL holds a megabyte of them."""


class Found(msgspec.Struct, frozen=True):
    """What is found by words: a record of a kind (claim, statement, text, or document by its title), its id,
    the id of its document, and the words, folded."""

    kind: str
    ref: str
    doc: str
    words: str


def terms(words: str) -> list[str]:
    """Return the words of a text as they are looked for."""
    return [found[:_LONGEST] for found in _WORD.findall(fold(words))]


def folded(words: str) -> str:
    """Return the words of a text as they are looked for, in their order."""
    return " ".join(terms(words))


def vocabulary(words: str) -> str:
    """Return each word of a text once, in order."""
    return " ".join(sorted(set(terms(words)))[:_MOST])


def add(connection: Connection, found: Iterable[Found]) -> dict[str, int]:
    """Put words into the indexes of their kinds; return the row of each by kind and id, a space between."""
    last = int(connection.execute(text("SELECT coalesce(max(id), 0) FROM search_rows")).scalar_one())
    rows = [
        {"id": last + n, "kind": one.kind, "ref": one.ref, "doc": one.doc, "words": one.words}
        for n, one in enumerate(found, 1)
    ]
    insert(connection, "search_rows", rows)
    for index, kinds in INDEXES.items():
        if held := [{"id": row["id"], "words": row["words"]} for row in rows if row["kind"] in kinds]:
            dialects.of(connection).index(connection, index, held)
    return {f"{row['kind']} {row['ref']}": int(str(row["id"])) for row in rows}


def drop(connection: Connection, kinds: Sequence[str], doc: str) -> None:
    """Take the words of these kinds of one document out of the index."""
    for kind in kinds:
        which = f"kind = '{kind}' AND doc = :doc"
        for change in (
            dialects.of(connection).removal(_INDEX[kind], which),
            f"DELETE FROM search_rows WHERE {which}",
        ):
            connection.execute(text(change), {"doc": doc})


def put_claims(connection: Connection, claims: Iterable[Claim]) -> dict[str, int]:
    """Put the words of claims into their index; return their rows by id.

    A claim whose words stand there already keeps its row.
    """
    found = {c.id: Found("claim", c.id, c.text_doc, folded(c.text)) for c in claims}
    asked = "SELECT ref, id, words FROM search_rows WHERE kind = 'claim' AND ref IN :ids"
    held = {row[0]: (int(row[1]), row[2]) for row in rows_of(connection, asked, found)}
    kept = {ref: row for ref, (row, words) in held.items() if found[ref].words == words}
    drop_claims(connection, sorted(held.keys() - kept.keys()))
    added = add(connection, (one for ref, one in found.items() if ref not in kept))
    return kept | {name.partition(" ")[2]: row for name, row in added.items()}


def drop_claims(connection: Connection, idents: Sequence[str]) -> None:
    """Take the words of claims out of their index."""
    which = "kind = 'claim' AND ref IN :ids"
    run_for(connection, dialects.of(connection).removal(_INDEX["claim"], which), idents)
    run_for(connection, f"DELETE FROM search_rows WHERE {which}", idents)
