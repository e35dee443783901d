"""The noun phrase around its head word, with what the parse cuts off: a title, half a name, its bearer."""

from __future__ import annotations

from selon.analyse.grammar.clause import OPENING, VERBAL, Clause
from selon.analyse.grammar.names import article_inside, capital, glued, particle
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words

_NAMED = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM", "VERB", "PRON"})
"""What the parser takes the parts of a name for."""
_EDGES = frozenset({",", ":", ";", "–", "—", "-", "("})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def same_level(clause: Clause, noun: int, verb: int) -> bool:
    """Tell whether a noun may belong to a verb: a word inside a long quotation is no subject of a verb
    outside it."""
    number = clause.quoted[noun]
    return (
        not number or number == clause.quoted[verb] or clause.unit.quotes[number - 1] not in clause.unit.holes
    )


def phrase_of(clause: Clause, head: int, limit: int) -> Range:
    """Return the noun phrase around its head word, closed before `limit`."""
    head = _whole(clause, head)
    start, low = head, clause.subtree_start(head)
    while start > low and (clause.low(start - 1) not in _EDGES or _closed_later(clause, start, head)):
        if (clause.pos(start - 1) in VERBAL and clause.finite(start - 1)) or not same_level(
            clause, start - 1, head
        ):
            break
        start -= 1
    while start < head and (
        (
            clause.pos(start) in {"ADP", "CCONJ", "SCONJ", "ADV", "PUNCT"}
            and clause.low(start) not in OPENING
            and not particle(clause, start)
        )
        or (clause.low(start) in clause.g["relative"] and clause.pos(start) == "PRON")
    ):
        start += 1
    start = _wider(clause, start)
    found = noun_phrase(clause, start, limit)
    end = max(found[1] if found else head + 1, head + 1)
    if clause.low(end) in clause.g["genitive"] and end + 1 == limit and limit > head + 1:
        end += 1  # a name with a genitive of its own ("Barlow's said …")
    end = min(max(end, start + 1), max(limit, head + 1))
    last_name = clause.low(end - 1) in source_words(clause, "first_names") and end < len(clause.words)
    if last_name and capital(clause, end - 1) and capital(clause, end) and clause.pos(end) in _NAMED:
        end += 1  # a last name that the parser took for a verb
    return start, end


def _closed_later(clause: Clause, start: int, head: int) -> bool:
    """Tell whether a bracket before `start` closes before the head ("a Harbour Union (HU) leader")."""
    return clause.low(start - 1) == "(" and any(clause.low(i) == ")" for i in range(start, head))


def _whole(clause: Clause, head: int) -> int:
    """Return the head of the phrase when the parse gives the hyphen or the last half of a compound
    ("état-major")."""
    if head and glued(clause, head):
        return head - 1
    if head < 2 or clause.pos(head - 1) != "SYM" or clause.low(head - 1) != clause.g["repairs"].get("hyphen"):
        return head
    head -= 2
    while clause.words[head].dep == "nmod" and clause.words[head].head < head:
        head = clause.words[head].head
    return head


def _wider(clause: Clause, start: int) -> int:
    """Take the rest of a name, its title and its article along, which the parse may have cut off."""
    functions = source_words(clause, "office") | source_words(clause, "organisation")
    functions |= source_words(clause, "titles") | source_words(clause, "media")
    while start > 0:
        before = start - 1
        if clause.pos(start) == "DET" and clause.pos(before) == "PROPN" and article_inside(clause, start):
            start = before  # "Marine Le Bihan"
        elif clause.pos(start) not in _NOMINAL or clause.pos(before) in {"PUNCT", "ADP"}:
            if not (clause.low(before) in clause.g["possessive"] and clause.low(before - 1) in functions):
                break
            start = before - 1
        elif clause.pos(before) == "NUM" and clause.pos(start) == "NUM":
            start = before  # "27 000"
        elif clause.pos(before) == "DET" and clause.low(before) not in clause.g["contracted"]:
            inside = capital(clause, before) and before > 0 and capital(clause, before - 1)
            governed = (
                clause.low(before - 1) in clause.g["possessive"] and clause.low(before - 2) in functions
            )
            if not (inside or governed):
                return before
            start = before if inside else before - 2
        elif capital(clause, start) and _linked(clause, before):
            start = before - 1
        elif (
            capital(clause, start) and capital(clause, before) and clause.pos(before) in _NAMED
        ) or clause.low(before) in functions:
            start = before
        else:
            break
    return _named_before(clause, start)


def _linked(clause: Clause, at: int) -> bool:
    """Tell whether a small word in lower case joins two halves of a name ("Keep the Shore")."""
    return at > 0 and clause.low(at) in source_words(clause, "inside_names") and capital(clause, at - 1)


def _named_before(clause: Clause, start: int) -> int:
    """ "Ana Sol, porte-parole de …": an apposed function belongs to the name before it."""
    one = _one_of(clause, start)
    if clause.low(one - 1) != "," or one < 3:
        return one
    article = clause.pos(start) == "DET" and not clause.g["bare_clause"]
    office = clause.low(start + article) in source_words(clause, "office")
    if one == start and not (office and clause.pos(start + article) in {"NOUN", "PROPN"}):
        return start
    start = one
    at = start - 1
    while at > 0 and (capital(clause, at - 1) or clause.low(at - 1) == "-") and clause.pos(at - 1) != "VERB":
        at -= 1
    named = not article or _opens_with_name(clause, at, start)
    return at if start - 1 - at >= 2 and named else start


def _opens_with_name(clause: Clause, at: int, start: int) -> bool:
    """Tell whether a sentence begins with a name and, between commas, the office at `start` of its bearer."""
    office = noun_phrase(clause, start, apposed=False)
    closed = office is not None and clause.low(office[1]) == ","
    nominal = all(clause.pos(i) in {"PROPN", "NOUN", "X"} for i in range(at, start - 1))
    return closed and nominal and at == clause.sentence_start(at)


def _one_of(clause: Clause, start: int) -> int:
    """Return where "l'un des …" begins before the phrase, or its start."""
    partitive = clause.low(start - 1) in clause.g["possessive"] and clause.low(start - 2) in clause.g["a_an"]
    return max(0, start - 3) if partitive and clause.low(start - 3) in clause.g["a_an"] else start
