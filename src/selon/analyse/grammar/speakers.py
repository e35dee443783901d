"""Which noun phrases may name a speaker, and which name a thing."""

from __future__ import annotations

from selon.analyse.grammar.clause import OPENING, Clause
from selon.analyse.grammar.names import capital, glued
from selon.analyse.grammar.nouns import somebody_end
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.senses import role_noun, thing_noun


def may_speak(clause: Clause, found: Range) -> bool:
    """Tell whether a noun phrase may name a speaker: a pronoun, a name, a noun that the pack lists, or one
    with an ending of those who do something ("l'automobiliste")."""
    listed = (
        source_words(clause, "office") | source_words(clause, "organisation") | source_words(clause, "media")
    )
    listed |= source_words(clause, "anonymous") | source_words(clause, "pronouns")
    if names_thing(clause, found):
        return False
    if somebody_end(clause, found[0]) == found[1]:
        return True
    head = _head_noun(clause, found)
    return (head is not None and role_noun(clause.low(head), clause.lang)) or any(
        clause.low(i) in listed or (capital(clause, i) and clause.pos(i) != "DET") for i in range(*found)
    )


def names_thing(clause: Clause, found: Range) -> bool:
    """Tell whether a noun phrase names a thing or an event, which does not speak ("la gravité des faits").

    By its head: a listed noun, or one with an ending of abstract nouns that the pack does not know to speak.
    """
    bare = not any(clause.pos(i) in {"NOUN", "PROPN"} for i in range(*found))
    if bare and clause.low(found[1]) in source_words(clause, "days"):
        return True  # "le huitième samedi"
    at = _head_noun(clause, found)
    if at is None or (capital(clause, at) and at != clause.sentence_start(at)):
        return False
    return thing_noun(clause.low(at), clause.lang)


def _head_noun(clause: Clause, found: Range) -> int | None:
    """Return the head of a phrase: its first common noun; in English its last before a preposition."""
    head = None
    last = bool(clause.g["bare_clause"])
    for at in range(*found):
        before = head is None and (clause.pos(at) == "NUM" or clause.low(at) in OPENING)
        if before or (last and glued(clause, at + 1)):
            continue
        if clause.pos(at) in {"PROPN", "PRON", "ADP", "PUNCT", "NUM", "SCONJ", "VERB"}:
            return head
        if clause.pos(at) == "NOUN":
            head = at
            if not last:
                return head
    return head
