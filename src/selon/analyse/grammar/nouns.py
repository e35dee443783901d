"""Noun phrases: a pronoun, somebody of a group, or a noun with what is apposed to it."""

from __future__ import annotations

from selon.analyse.grammar.appositions import apposition, names_paper, pointed_at
from selon.analyse.grammar.clause import NOMINAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.extents import extent
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_phrases, source_words

_HEADS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "VERB"})


def noun_phrase(clause: Clause, start: int, limit: int | None = None, apposed: bool = True) -> Range | None:
    """Return the noun phrase that begins at `start`, with what is apposed to it, or None."""
    limit = len(clause.words) if limit is None else limit
    if start >= limit:
        return None
    if (after := pronoun_end(clause, start) or somebody_end(clause, start)) is not None:
        return start, after
    end = extent(clause, start, limit)
    if end <= start or not any(clause.pos(i) in _HEADS for i in range(start, end)):
        return None
    while apposed and (more := apposition(clause, end, limit)) and not names_paper(clause, start, end):
        if pointed_at(clause, start, end):
            break
        end = more
    return start, end


def somebody_end(clause: Clause, start: int) -> int | None:
    """Return the index after some of a group ("l'un d'eux", "one of them"), or None."""
    after = clause.phrase_at(start, source_phrases(clause.lang, "somebody"))
    return after if after is not None and clause.pos(after) not in NOMINAL | {"ADP"} else None


def pronoun_end(clause: Clause, start: int) -> int | None:
    """Return the index after a pronoun of one or two words ("elle", "ce dernier"), or None."""
    pronouns = source_words(clause, "pronouns")
    after = clause.phrase_at(start, pronouns)
    if after is not None and after > start + 1:
        return after if clause.pos(after) not in {"NOUN", "PROPN"} or dated(clause, after) else None
    simple = clause.low(start) in pronouns and clause.pos(start) in {"PRON", "DET", "NOUN", "PROPN"}
    return start + 1 if simple else None
