"""Complements by the parse, for languages whose cues take bare clauses and bare predicates.

"considers the plan a mistake", "the poll shows Lowe ahead", "likened the tax to theft", "looks to sell".
"""

from __future__ import annotations

from selon.analyse.edges import clause_end, object_end, opens_quote
from selon.analyse.grammar.clause import NOMINAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.subjects import subject

Found = tuple[int, int, str]
_REACH = 14


def plain_complement(clause: Clause, at: int, after: int, frames: frozenset[str]) -> Found | None:
    """Return `(start, end, frame)` of the first frame that fits, or None."""
    if "about" in frames and (start := _told_about(clause, after)) is not None:
        return start, object_stop(clause, start, at), "about"
    if "that" in frames and _marked(clause, after):
        return after, clause_end(clause, after, at), "clause"
    if "bare" in frames and clause.words[after : after + 1] and clause.words[after].tag == "VB":
        return after, clause_end(clause, after, at), "infinitive"
    if "naming" in frames and (end := _named(clause, at, after)) is not None:
        return after, end, "naming"
    if "to_what" in frames and (end := _likened(clause, at, after)) is not None:
        return after, end, "to"
    if "finding" in frames and _document(clause, at) and (start := _found(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "finding"
    return None


def _told_about(clause: Clause, after: int) -> int | None:
    """Return where the matter begins after the person told or asked ("asked Lowe about the levy")."""
    told = noun_phrase(clause, after, apposed=False)
    if told and clause.low(told[1]) in clause.g["matter"] and may_speak(clause, told):
        return told[1] + 1
    return None


def _found(clause: Clause, at: int, after: int) -> int | None:
    """Return where what a poll shows begins: an object, or a clause with no verb ("shows Lowe ahead")."""
    labels = clause.g["objects"] | clause.g["clausal"]
    own = [i for i in clause.children[at] if i >= after and clause.words[i].dep in labels]
    return max(after, min(clause.subtree_start(i) for i in own)) if own else None


def parsed_object(clause: Clause, at: int, after: int) -> int | None:
    """Return where the object begins that the parse gives the verb; a pronoun says nothing."""
    for child in clause.children[at]:
        if child >= after and clause.words[child].dep in clause.g["objects"]:
            if clause.pos(child) == "PRON":
                return None
            return max(after, clause.subtree_start(child))
    return None


def has_object(clause: Clause, at: int, after: int) -> bool:
    """Tell whether the verb has an object that is neither the person told, a date nor an empty "it"."""
    if any(f.word.lemma in clause.g["addressed"] for f in clause.forms.get(clause.low(at), ())):
        return False
    start = parsed_object(clause, at, after)
    return start is not None and not dated(clause, start)


def has_verb(clause: Clause, at: int) -> bool:
    """Tell whether the head of a clause is a verb with a tense or an infinitive, no bare predicate."""
    if clause.finite(at):
        return True
    helped = any(clause.low(i) in clause.g["helpers"] or clause.finite(i) for i in clause.children[at])
    return helped or clause.words[at].tag == "VB"


def object_stop(clause: Clause, start: int, verb: int) -> int:
    """Return the end of an object: before the time and occasion of saying ("… in a letter on Monday")."""
    end = object_end(clause, start, verb)
    for at in range(start + 1, end):
        if clause.words[at].head == verb and not clause.quoted[at] and _setting(clause, at):
            return at
    return end


def _setting(clause: Clause, at: int) -> bool:
    """Tell whether a time or an occasion of speaking begins here."""
    if clause.low(at) in clause.g["settings"]:
        return True
    if clause.low(at) not in clause.g["told"]:
        return False
    occasion = any(clause.low(i) in source_words(clause, "occasions") for i in clause.children[at])
    return occasion or dated(clause, at + 1)


def _marked(clause: Clause, after: int) -> bool:
    low = clause.low(after)
    return low in clause.g["complementizer"] | clause.g["question"] and clause.finite_ahead(after + 1)


def _named(clause: Clause, at: int, after: int) -> int | None:
    """Return the end of "X Y" where the verb says that X is Y, or None."""
    found = noun_phrase(clause, after, apposed=False)
    place = found[1] if found else after
    if not found or place >= len(clause.words) or place - after > _REACH:
        return None
    if clause.low(after) in clause.g["expletives"] and clause.pos(place) == "ADJ":
        return None
    if opens_quote(clause, place) or clause.pos(place) in {"DET", "ADJ"} or _predicate(clause, at, found):
        return clause_end(clause, place, at)
    return None


def _predicate(clause: Clause, at: int, found: Range) -> bool:
    """Tell whether the parse sees a predicate of the object inside or behind the noun phrase."""
    inside = range(found[0], min(len(clause.words), found[1] + 3))
    return any(clause.words[i].dep in clause.g["predicate"] and clause.words[i].head == at for i in inside)


def _likened(clause: Clause, at: int, after: int) -> int | None:
    """Return the end of "X to Y", or None."""
    found = noun_phrase(clause, after, apposed=False)
    if found and clause.low(found[1]) in clause.g["to"] and clause.pos(found[1] + 1) in NOMINAL:
        return clause_end(clause, found[1], at)
    return None


def _document(clause: Clause, at: int) -> bool:
    """Tell whether the subject is a poll, report or the like, which shows by its words."""
    source = subject(clause, at)
    return source is not None and any(
        clause.low(i) in source_words(clause, "documents") for i in range(*source)
    )
