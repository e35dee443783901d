"""What is apposed to a noun phrase behind a comma: a function, a person, another name."""

from __future__ import annotations

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.extents import extent
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.ranges import MARKS
from selon.analyse.grammar.source_words import source_words


def pointed_at(clause: Clause, start: int, comma: int) -> bool:
    """Tell whether "this man" behind a comma is another than an unnamed source: "selon une source, cet homme
    a fui"; a name may be told so what it is."""
    pointing = clause.low(comma + 1) in source_words(clause, "demonstratives")
    return pointing and not any(capital(clause, i) for i in range(start + 1, comma))


def names_paper(clause: Clause, start: int, comma: int) -> bool:
    """Tell whether the phrase names a paper or what it brought out: no person is apposed to that."""
    if clause.phrase_at(start, source_words(clause, "media_names")) == comma:
        return clause.pos(comma + 1) == "DET"
    head = next((clause.low(i) for i in range(start, comma) if clause.pos(i) == "NOUN"), "")
    things = source_words(clause, "unattributed_nouns") | source_words(clause, "media")
    person = source_words(clause, "anonymous") | source_words(clause, "office")
    return head in things and clause.pos(comma + 1) == "DET" and clause.low(comma + 2) in person


def apposition(clause: Clause, end: int, limit: int) -> int | None:
    """Return the end of what is apposed after a comma at `end`, when it is one and closes at a boundary."""
    if clause.low(end) != "," or end + 1 >= limit or clause.quoted[end]:
        return None
    start = end + 1
    if clause.pos(start) not in {"NOUN", "PROPN", "DET", "NUM", "ADJ"} or dated(clause, start):
        return None
    if clause.low(start) in source_words(clause, "no_apposition") | source_words(clause, "cited"):
        return None
    if clause.cue_form(start, "ger") and clause.low(start + 1) in clause.g["complementizer"]:
        return None
    stop = extent(clause, start, limit)
    if stop <= start or (clause.pos(start) == "DET" and not _titled(clause, start, stop)):
        return None
    return stop if _closes(clause, stop, limit) else None


def _closes(clause: Clause, stop: int, limit: int) -> bool:
    """Tell whether an apposition may end here: at a mark, a date, a relative or a preposition of place."""
    if stop >= len(clause.words) or stop == limit or clause.low(stop) in MARKS:
        return True
    words = clause.g["closing_prepositions"] | clause.g["relative"] | clause.g["coordinators"]
    return clause.low(stop) in words or dated(clause, stop)


def _titled(clause: Clause, start: int, stop: int) -> bool:
    """Tell whether a phrase with an article names a function or a person: then it may be apposed."""
    heads = (
        source_words(clause, "office")
        | source_words(clause, "anonymous")
        | source_words(clause, "organisation")
    )
    if clause.g["bare_clause"] and clause.pos(start - 2) == "PROPN" and not capital(clause, start + 1):
        return True
    return (
        any(clause.low(i) in heads for i in range(start, min(stop, start + 4)))
        or clause.pos(start + 1) == "PROPN"
    )
