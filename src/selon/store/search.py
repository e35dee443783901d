"""Full-text search over claims, statements and sentences (FTS5, accents folded)."""

from __future__ import annotations

import re

import msgspec
from sqlalchemy import Connection, text

_TIES = 3
"""Times as many hits are taken as are given, so that equals at the edge are chosen by kind and id."""


class Hit(msgspec.Struct, frozen=True):
    """A place found: `kind` claim, statement or document; `ref` its id; `score` higher is better."""

    kind: str
    ref: str
    doc: str
    words: str
    score: float


def find(
    connection: Connection, words: str, limit: int, kind: str = "", every: bool = False
) -> tuple[Hit, ...]:
    """Return up to `limit` hits for any of `words` or for every one, of one kind or of all, best first (BM25,
    ties by kind and id).

    The index itself keeps the best few (`ORDER BY rank`): sorting every hit of a frequent word takes seconds.
    """
    match = matching(words, every)
    if not match:
        return ()
    asked = text(
        "SELECT search_rows.kind, ref, search_rows.doc, words, -rank AS score FROM search"
        " JOIN search_rows ON search_rows.id = search.rowid WHERE search MATCH :match"
        " AND (:kind = '' OR search_rows.kind = :kind) ORDER BY rank LIMIT :limit"
    )
    rows = connection.execute(asked, {"match": match, "kind": kind, "limit": _TIES * limit})
    best = sorted((Hit(*row) for row in rows), key=lambda h: (-h.score, h.kind, h.ref))
    return tuple(best[:limit])


def matching(words: str, every: bool = False) -> str:
    """Return the full-text question for any of `words`, or for every one; empty when there is no word."""
    terms = re.findall(r"\w+", words)
    return (" AND " if every else " OR ").join(map(_term, terms))


_ENDING = re.compile(r"(?<=\w{4})(?:e?s|e|x)$", re.IGNORECASE)
"""Endings of gender and number: the rest is looked for as the start of a word (blessés, blessée)."""


def _term(word: str) -> str:
    root = _ENDING.sub("", word)
    return f'"{root}"*' if len(root) > 4 else f'"{word}"'
