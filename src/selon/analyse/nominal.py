"""Nouns that report: "accusations selon lesquelles …", "l'appel de X à …", "the claim that …"."""

from __future__ import annotations

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.verbs import group_start
from selon.analyse.lexicon import Form


def noun_draft(clause: Clause, at: int, form: Form) -> tuple[Draft, int] | None:
    """Frames of nouns: "accusations selon lesquelles …", "l'appel de X à …", "the claim that …"."""
    found = _event(clause, at, form) if {"charge", "by"} & form.word.frames else _clausal(clause, at, form)
    cue = clause.exact(at, at + 1)
    content = clause.span(*found[1]) if found else None
    if found is None or cue is None or content is None:
        return None
    rule = f"noun {form.word.lemma}"
    return Draft((content,), spans_of(clause, found[0]), (cue,), form.word.stance, rule, clause.unit.part), 0


def _clausal(clause: Clause, at: int, form: Form) -> tuple[Range | None, Range] | None:
    """Return source and content of a noun with a clause or an infinitive of its own."""
    start = _noun_content(clause, at, form)
    if start is None:
        return None
    source = _possessor(clause, at, start)
    if "owned" in form.word.frames and source is None:
        return None
    return source, (start, _before_main(clause, start, _end(clause, start, at)))


def _end(clause: Clause, start: int, at: int) -> int:
    """Return the end of a content; a parse that can be trusted knows where the clause of a noun ends."""
    end = clause_end(clause, start, at)
    if not clause.g["bare_clause"]:
        return end
    own = [i for i in clause.children[at] if i > start and clause.words[i].dep in clause.g["noun_clause"]]
    return min(end, clause.subtree_end(own[0])) if own else end


def _noun_content(clause: Clause, at: int, form: Form) -> int | None:
    if "inf" in form.word.frames and (start := _to_do(clause, at)) is not None:
        return start
    if (
        clause.g["bare_clause"]
        and "clause" in form.word.frames
        and (start := _is_that(clause, at)) is not None
    ):
        return start
    for place in range(at + 1, min(len(clause.words), at + 12)):
        low = clause.low(place)
        if (
            "selon" in form.word.frames
            and low == "selon"
            and clause.low(place + 1) in clause.g["subject_relative"]
        ):
            return place + 2
        if (
            "clause" in form.word.frames
            and low in clause.g["complementizer"]
            and clause.words[place].dep == "mark"
        ):
            return place
        if "a" in form.word.frames and low in clause.g["to"] and clause.pos(place + 1) in VERBAL:
            return place
        if low in {",", ".", ";"} or (clause.pos(place) in VERBAL and clause.finite(place)):
            return None
        if clause.g["bare_clause"] and clause.pos(place) in VERBAL and low in clause.forms:
            return None  # "a report saying that", "his report to highlight that": the verb has the clause
    return None


def _is_that(clause: Clause, at: int) -> int | None:
    """Return where the content begins in "the message from X is that …"."""
    verb = clause.words[at].head
    joined = clause.low(verb) in clause.g["be"] and verb > at
    return verb + 1 if joined and clause.low(verb + 1) in clause.g["complementizer"] else None


def _to_do(clause: Clause, at: int) -> int | None:
    """Return where "to" and a verb follow the noun at once ("his vow not to sell")."""
    place = at + 2 if clause.low(at + 1) in clause.g["negators"] else at + 1
    onward = clause.words[place + 1 : place + 2]
    return at + 1 if clause.low(place) in clause.g["to"] and onward and onward[0].tag == "VB" else None


def _before_main(clause: Clause, start: int, end: int) -> int:
    """End "à …" before the verb whose subject the noun is ("les appels à partir se multiplient")."""
    if clause.low(start) not in clause.g["to"] or clause.g["bare_clause"]:
        return end
    for at in range(start + 1, end):
        if clause.quoted[at] or clause.low(at) in clause.g["relative"] | clause.g["question"] | {","}:
            return end
        if clause.finite(at):
            return max(start + 1, group_start(clause, at))
    return end


def _possessor(clause: Clause, at: int, limit: int) -> Range | None:
    for place in range(at + 1, limit):
        if clause.low(place) in clause.g["possessive"] and not dated(clause, place + 1):
            return noun_phrase(clause, place + 1, limit)
    if clause.low(at - 1) in source_words(clause, "possessives"):
        return at - 1, at
    if clause.low(at - 1) in clause.g["genitive"]:
        return phrase_of(clause, at - 2, at - 1) if at >= 2 else None
    return _named_first(clause, at)


def _named_first(clause: Clause, at: int) -> Range | None:
    """ "ministry warnings that …", "Trawl Board claims that …": the source is the first part of the noun."""
    if not clause.g["bare_clause"] or clause.pos(at - 1) not in {"NOUN", "PROPN"}:
        return None
    found = phrase_of(clause, at - 1, at)
    return found if may_speak(clause, found) and found[1] == at else None


def _event(clause: Clause, at: int, form: Form) -> tuple[Range | None, Range] | None:
    """Return source and content of "des soupçons de fraude" and "l'annonce par Ana Sol de la fermeture"."""
    after, source = at + 1, None
    if "by" in form.word.frames:
        source = _named_agent(clause, after)
        after = source[1] if source else len(clause.words)
    bare = clause.pos(after + 1) in VERBAL | {"NOUN"}
    if clause.low(after) not in clause.g["of"] | clause.g["contracted"] or not (source or bare):
        return None
    end = after + 1
    while end < len(clause.words) and not _ends_charge(clause, end):
        end += 1
    return source, (after, end)


def _named_agent(clause: Clause, at: int) -> Range | None:
    """Return the agent after "par" when a name closes it: then "de" after it belongs to the event."""
    found = noun_phrase(clause, at + 1, apposed=False) if clause.low(at) in clause.g["agent"] else None
    for place in range(found[0] + 1, found[1] + 1) if found else ():
        if clause.low(place) in clause.g["of"] | clause.g["contracted"] and capital(clause, place - 1):
            return (at + 1, place)
    return None


def _ends_charge(clause: Clause, at: int) -> bool:
    """Tell whether the words said of a charge or an event end here: at a mark, a relative, a finite verb."""
    return clause.low(at) in clause.g["relative"] | {",", ".", ";", ":", ")"} or clause.finite(at)
