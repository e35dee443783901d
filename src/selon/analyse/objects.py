"""Nominal contents of a reporting verb: its object, the accused, the predicate."""

from __future__ import annotations

from selon.analyse.edges import clause_end, opens_quote, skip, skip_told
from selon.analyse.grammar.clause import NOMINAL, OPENING, VERBAL, Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.source_words import source_words

Found = tuple[int, int, str]
REACH = 26
"""How many words may stand between a verb and its object."""


def of_start(clause: Clause, after: int, frames: frozenset[str]) -> int | None:
    """Return the start of "accuse X de …": the accused and what follows, or "de …" alone."""
    stop = min(len(clause.words), after + REACH)
    heads = (clause.g["of"] if {"de", "of"} & frames else frozenset()) | (
        clause.g["for"] if "for" in frames else frozenset()
    )
    nominal = "passive" in frames
    place = skip(clause, after, stop)
    if clause.low(place) in heads:
        verbal = clause.pos(place + 1) in VERBAL | {"ADV", "PRON", "PART"}
        return place if nominal or verbal or clause.low(place + 1) in clause.g["negators"] else None
    told = skip_told(clause, after, stop)
    if told > place and clause.low(told) in heads and infinitive_at(clause, told + 1):
        return told
    place = told if clause.low(place) == "," else place  # "accuse, pour sa part, X de …"
    found = noun_phrase(clause, place, stop, apposed=False)
    return place if found and _charged(clause, found, heads, nominal, stop) else None


def _charged(
    clause: Clause, accused: tuple[int, int], heads: frozenset[str], nominal: bool, stop: int
) -> bool:
    """Tell whether "de" and an infinitive (or a noun, for verbs of charge) follow the accused."""
    for spot in range(accused[0] + 1, min(stop, accused[0] + 16)):
        low = clause.low(spot)
        if low in heads and (infinitive_at(clause, spot + 1) or (spot == accused[1] and nominal)):
            return True
        if low in {".", ";"} or (clause.pos(spot) in VERBAL and clause.finite(spot)):
            break
    return nominal and any(_charge(clause, i, heads) for i in range(accused[0] + 1, accused[1]))


def _charge(clause: Clause, at: int, heads: frozenset[str]) -> bool:
    """Tell whether "de" opens a charge (de lâcheté), not whose the accused is (de la ville)."""
    onward = clause.pos(at + 1) == "NOUN" or opens_quote(clause, at + 1)
    return clause.low(at) in heads and onward


def infinitive_at(clause: Clause, at: int) -> bool:
    for place in range(at, min(at + 5, len(clause.words))):
        if "VerbForm=Inf" in clause.words[place].morph or clause.words[place].tag in {"VB", "VBG"}:
            return True
        if clause.low(place) not in clause.g["before_infinitive"] | OPENING:
            return False
    return False


def to_start(clause: Clause, at: int, after: int) -> int | None:
    """Return the start of "appelle X à …": "à …" alone."""
    stop = min(len(clause.words), after + REACH)
    for place in range(after, stop):
        onward = infinitive_at(clause, place + 1) or clause.pos(place + 1) in {"DET", "NOUN", "SCONJ"}
        onward = onward or clause.low(place + 2) in clause.g["complementizer"]
        onward = onward or opens_quote(clause, place + 1)
        if clause.low(place) in clause.g["to"] and (onward or clause.low(place) in clause.g["contracted"]):
            return place
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place) and place > after):
            return None
    return None


def as_found(clause: Clause, at: int, after: int) -> Found | None:
    """Return "X de « … »", "X comme …" after the verb, or the predicate alone after a relative."""
    stop = min(len(clause.words), after + REACH)
    for place in range(after, stop):
        low = clause.low(place)
        if low in clause.g["as"] and _listing(clause, place):
            continue
        quoted = opens_quote(clause, place + 1) or clause.low(place + 1) in clause.g["a_an"]
        if low in clause.g["as"] or (low in clause.g["of"] and (quoted or place == after)):
            return after, clause_end(clause, place, at), "as"
        if clause.stops(place) or low == ",":
            return None
        if clause.finite(place) and clause.words[place].dep not in clause.g["relative_clause"]:
            return None
        if low in clause.g["degrees"] and place > after and clause.pos(place + 1) in {"ADJ", "VERB", "NOUN"}:
            return after, clause_end(clause, place, at), "as"
        if opens_quote(clause, place) and place > after and clause.pos(place - 1) in {"NOUN", "PROPN", "ADJ"}:
            return after, clause_end(clause, place, at), "as"
    return None


def _listing(clause: Clause, place: int) -> bool:
    """Tell whether this "as" only lists or joins ("such as", "as well as")."""
    near = {clause.low(place - 1), clause.low(place + 1)}
    return clause.g["bare_clause"] and bool(near & clause.g["listing"])


def object_start(clause: Clause, at: int, after: int) -> int | None:
    """Return the start of the noun phrase that is said, asked for, denied or blamed."""
    stop = min(len(clause.words), after + REACH)
    place = skip_told(clause, after, stop)
    first = skip(clause, after, stop)
    for start in dict.fromkeys((first, place)):
        if start >= stop or (
            clause.pos(start) not in NOMINAL
            and clause.low(start) not in clause.g["of"] | clause.g["contracted"]
            and not opens_quote(clause, start)
            and not _gerund_after_preposition(clause, start)
        ):
            continue
        if clause.low(start) in source_words(clause, "pronouns") and clause.pos(start) == "PRON":
            continue
        if clause.phrase_at(start, source_words(clause, "ends_before")):
            continue  # "s'est exprimé au micro de …": where, not what
        partitive = clause.pos(start + 1) == "ADJ" and clause.pos(start + 2) == "NOUN"
        if clause.low(start) in clause.g["of"] and not (opens_quote(clause, start + 1) or partitive):
            continue
        return start
    return None


def _gerund_after_preposition(clause: Clause, at: int) -> bool:
    """Tell whether a gerund stands at once after a preposition ("called for scrapping the levy")."""
    return clause.words[at].tag == "VBG" and clause.pos(at - 1) == "ADP"
