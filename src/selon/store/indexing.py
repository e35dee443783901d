"""Words put into the full-text indexes, and taken out of them again without reading the rest.

Words are folded here (accents off, lower case, ligatures apart), so that both stores find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, text

from selon.store import dialects
from selon.store.dialects.dialect import INDEXES
from selon.store.settling import insert, rows_of, run_for
from selon.text.normalise import fold

Found = tuple[str, str, str]
"""Id of a record, id of its document, and its words."""

_INDEX = {kind: index for index, kinds in INDEXES.items() for kind in kinds}
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60
"""Characters of a word that are looked at: what is longer is no word that anybody types."""

_MOST = 50_000
"""Different words of one text that it is found by; PostgreSQL holds a megabyte of them."""


def terms(words: str) -> list[str]:
    """Return the words of a text as they are looked for."""
    return [found[:_LONGEST] for found in _WORD.findall(fold(words))]


def vocabulary(words: str) -> str:
    """Return each word of a text once, in order."""
    return " ".join(sorted(set(terms(words)))[:_MOST])


def add(connection: Connection, kind: str, found: Iterable[Found], told: bool = False) -> dict[str, int]:
    """Index `found` of one kind: claim, statement, document (its title) or text; return their rows by id.

    `told` says that the words are folded already.
    """
    given = list(found)
    last = int(connection.execute(text("SELECT coalesce(max(id), 0) FROM search_rows")).scalar_one())
    rows = [
        {
            "id": last + n,
            "kind": kind,
            "ref": ref,
            "doc": doc,
            "words": words if told else " ".join(terms(words)),
        }
        for n, (ref, doc, words) in enumerate(given, 1)
    ]
    if rows:
        insert(connection, "search_rows", rows)
        held = [{"id": row["id"], "words": row["words"]} for row in rows]
        dialects.of(connection).index(connection, _INDEX[kind], held)
    return {str(row["ref"]): int(row["id"]) for row in rows}  # type: ignore[call-overload]


def drop(connection: Connection, kinds: Sequence[str], doc: str) -> None:
    """Take the words of these kinds of one document out of the index."""
    for kind in kinds:
        which = f"kind = '{kind}' AND doc = :doc"
        for change in (
            dialects.of(connection).removal(_INDEX[kind], which),
            f"DELETE FROM search_rows WHERE {which}",
        ):
            connection.execute(text(change), {"doc": doc})


def settle(
    connection: Connection, kind: str, gone: Iterable[str], found: Sequence[Found]
) -> Mapping[str, int]:
    """Take records out of an index and put others in; those whose words stand there keep their rows.

    Returns the rows of `found` by id.
    """
    asked = f"SELECT ref, id, words FROM search_rows WHERE kind = '{kind}' AND ref IN :ids"
    held = {r[0]: (int(r[1]), r[2]) for r in rows_of(connection, asked, [ref for ref, _, _ in found])}
    folded = [(ref, doc, " ".join(terms(words))) for ref, doc, words in found]
    news = [one for one in folded if one[0] not in held or held[one[0]][1] != one[2]]
    _drop_refs(connection, kind, [*gone, *(ref for ref, _, _ in news if ref in held)])
    return {ref: row for ref, (row, _) in held.items()} | add(connection, kind, news, told=True)


def _drop_refs(connection: Connection, kind: str, refs: Sequence[str]) -> None:
    which = f"kind = '{kind}' AND ref IN :ids"
    run_for(connection, dialects.of(connection).removal(_INDEX[kind], which), refs)
    run_for(connection, f"DELETE FROM search_rows WHERE {which}", refs)
