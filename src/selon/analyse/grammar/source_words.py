"""Words that a pack lists about sources, concept by concept."""

from __future__ import annotations

from functools import cache

from selon.analyse.grammar.clause import Clause
from selon.languages.pack import table


@cache
def _source_words(lang: str, concept: str) -> frozenset[str]:
    return frozenset(table(lang, "sources").get(concept, ()))


@cache
def source_phrases(lang: str, concept: str) -> frozenset[str]:
    """Return the entries of several words in one word list of the pack's sources table."""
    return frozenset(entry for entry in _source_words(lang, concept) if " " in entry)


def source_words(clause: Clause, concept: str) -> frozenset[str]:
    """Return one word list of the pack's sources table."""
    return _source_words(clause.lang, concept)
