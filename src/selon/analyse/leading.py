"""Participles that open a sentence: "Assurant …, X a …", "Présenté par Y comme …, X a …"."""

from __future__ import annotations

from selon.analyse.edges import main_subject
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.verbs import group_start
from selon.analyse.lexicon import Form

FIRST = 6
"""The participle stands among the first words of its sentence."""


def leading_participle(clause: Clause, at: int, form: Form) -> tuple[int, Range | None] | None:
    """Return where the clause of an opening participle ends, and the subject of the main clause after it."""
    start = clause.sentence_start(at)
    far = at - start > FIRST or any(clause.finite(i) for i in range(start, at))
    if form.shape not in {"ger", "pp"} or far:
        return None
    main = clause.words[at].head
    while clause.words[main].head != main and not clause.finite(main):
        main = clause.words[main].head
    own = [i for i in clause.children[main] if clause.words[i].dep in clause.g["subject"] and i > at]
    if not own and (found := _main_after(clause, at)):
        return found
    comma = own[0] if own else _first_finite(clause, at)
    while comma > at and (clause.low(comma) != "," or clause.quoted[comma]):
        comma -= 1
    if comma <= at:
        return None
    named = phrase_of(clause, own[0], group_start(clause, main)) if own else noun_phrase(clause, comma + 1)
    return comma, named


def _main_after(clause: Clause, at: int) -> tuple[int, Range] | None:
    """Return the comma behind a finished clause where a subject and its verb begin, and the subject."""
    for comma in range(at + 1, clause.sentence_end(at + 1)):
        if clause.low(comma) != "," or clause.quoted[comma]:
            continue
        if named := main_subject(clause, comma):
            return (comma, named) if any(clause.finite(i) for i in range(at + 1, comma)) else None
    return None


def _first_finite(clause: Clause, at: int) -> int:
    """Return the first finite verb after `at` that no relative pronoun governs, or `at`."""
    for place in range(at + 1, clause.sentence_end(at + 1)):
        relative = clause.words[place].dep in clause.g["relative_clause"]
        if clause.finite(place) and not clause.quoted[place] and not relative:
            return place
    return at
