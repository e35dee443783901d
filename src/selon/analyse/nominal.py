"""Nouns that report: "accusations selon lesquelles …", "l'appel de X à …", "the claim that …"."""

from __future__ import annotations

from selon.analyse.clause import VERBAL, Clause
from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.lexicon import Form
from selon.analyse.nouns import Range, dated, may_speak, noun_phrase, source_words, spans_of
from selon.analyse.subjects import phrase_of


def noun_draft(clause: Clause, at: int, form: Form) -> tuple[Draft, int] | None:
    """Frames of nouns: "accusations selon lesquelles …", "l'appel de X à …", "the claim that …"."""
    start = _noun_content(clause, at, form)
    cue = clause.exact(at, at + 1)
    if start is None or cue is None:
        return None
    content = clause.span(start, _before_main(clause, start, _end(clause, start, at)))
    source = _possessor(clause, at, start)
    if content is None or ("owned" in form.word.frames and source is None):
        return None
    return Draft(
        (content,),
        spans_of(clause, source),
        (cue,),
        form.word.stance,
        f"noun {form.word.lemma}",
        clause.unit.part,
    ), 0


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
            return max(start + 1, clause.group_start(at))
    return end


def _possessor(clause: Clause, at: int, limit: int) -> Range | None:
    for place in range(at + 1, limit):
        if clause.low(place) in clause.g["possessive"] and not dated(clause, place + 1):
            return noun_phrase(
                clause, place + (0 if clause.low(place) in clause.g["contracted"] else 1), limit
            )
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
