"""Full-text search over claims, statements and titles, accents folded."""

from __future__ import annotations

import re
from itertools import accumulate

import msgspec
from sqlalchemy import Connection, text

from selon.store import dialects
from selon.store.dialects.dialect import Term
from selon.store.indexing import terms
from selon.store.settling import rows_of

_TIES = 3
"""Times as many hits are taken as are given, so that equals at the edge are chosen by kind and id."""

LOOKED_AT = 10_000
"""Hits of one index that are ranked; of a word that has more, those that came in first."""


class Hit(msgspec.Struct, frozen=True):
    """A place found: `kind` claim, statement or document (by its title), its id `ref`; higher is better."""

    kind: str
    ref: str
    doc: str
    score: float


def find(
    connection: Connection, words: str, limit: int, kind: str = "", every: bool = False
) -> tuple[Hit, ...]:
    """Return up to `limit` hits for any of `words` or for every one, best first (ties by kind and id).

    `kind` is `claim` for claims alone, or empty.
    """
    asked = meant(words)
    if not asked:
        return ()
    scores: dict[int, float] = {}
    for index in ("claim_words",) if kind == "claim" else ("claim_words", "place_words"):
        told = asked if every else _telling(connection, index, asked)
        scores.update(dialects.of(connection).best(connection, index, told, every, LOOKED_AT, _TIES * limit))
    rows = rows_of(connection, "SELECT id, kind, ref, doc FROM search_rows WHERE id IN :ids", list(scores))
    hits = (Hit(row[1], row[2], row[3], scores[row[0]]) for row in rows)
    return tuple(sorted(hits, key=lambda h: (-h.score, h.kind, h.ref))[:limit])


def _telling(connection: Connection, index: str, asked: list[Term]) -> list[Term]:
    """Return the rarest words of a question: as many as there is time to see all hits of, one at least.

    Where a word stands everywhere, a place that has it and no rarer one is not worth a look.
    """
    if len(asked) < 2:
        return asked
    counted = {term: _count(connection, index, term) for term in asked}
    rarest = sorted((term for term in asked if counted[term]), key=lambda t: (counted[t], t))
    sums = list(accumulate(counted[term] for term in rarest))
    return rarest[: max(1, sum(total <= LOOKED_AT for total in sums))] or asked


def _count(connection: Connection, index: str, term: Term) -> int:
    """Return how many rows of an index have a word, no more than one above what is looked at."""
    values = {"words": dialects.of(connection).question([term], True), "most": LOOKED_AT + 1}
    asked = text(f"SELECT count(*) FROM ({held(connection, index)} LIMIT :most) AS found")
    return int(connection.execute(asked, values).scalar_one())


def matching(connection: Connection, words: str) -> str:
    """Return what :words is for a list cut by every one of `words`."""
    return dialects.of(connection).question(meant(words), every=True)


def held(connection: Connection, index: str) -> str:
    """Return the question for the rows of an index that answer :words."""
    return f"SELECT rowid FROM {index} WHERE {dialects.of(connection).matches(index)}"


_ENDINGS = ("es", "s", "e", "x")
"""Endings of gender and number: the rest is looked for as the start of a word (blessés, blessée)."""

_LONG = 4
"""Characters of a root that only itself begins with."""


def meant(words: str) -> list[Term]:
    """Return the words of a question without accents, each with whether longer ones are meant too."""
    found = (_root(word) for word in re.findall(r"[^\W_]+", words))
    return list(dict.fromkeys((term, len(term) > _LONG) for root in found for term in terms(root)))


def _root(word: str) -> str:
    """Return a word without its ending, or with it where too little would be left (route)."""
    cut = (word[: -len(end)] for end in _ENDINGS if word.lower().endswith(end))
    return next((root for root in cut if len(root) > _LONG), word)
