"""Where a date or an hour stands."""

from __future__ import annotations

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.names import glued, paper_at
from selon.analyse.grammar.source_words import source_phrases, source_words


def dated(clause: Clause, at: int) -> bool:
    """Tell whether a date or hour begins here ("mardi", "le 3 mai", "ce matin")."""
    days = source_words(clause, "days")
    if clause.phrase_at(at, source_phrases(clause.lang, "pronouns")) and clause.low(at + 2) not in days:
        return False
    if paper_at(clause, at) or paper_at(clause, at - 1):
        return False
    if _qualifies(clause, at, days) or _qualifies(clause, at + 1, days):
        return False
    if glued(clause, at + 1) or glued(clause, at - 1):
        return False  # "23-year-old"
    if (
        clause.low(at) in days
        and clause.pos(at) in {"NOUN", "PROPN", "ADV", "NUM", "DET", "ADJ"}
        and clause.pos(at) != "DET"
    ):
        return True
    ahead = [clause.low(at + i) for i in (1, 2)]
    if clause.low(at) in source_words(clause, "before_days") and ahead[0] in days:
        return True
    return clause.pos(at) in {"DET", "NUM"} and (
        ahead[0] in days or (ahead[0].isdigit() and ahead[1] in days)
    )


def _qualifies(clause: Clause, at: int, days: frozenset[str]) -> bool:
    """Tell whether a word of time stands before a noun that is none: "le dernier bilan"."""
    return clause.pos(at) == "ADJ" and clause.pos(at + 1) == "NOUN" and clause.low(at + 1) not in days
