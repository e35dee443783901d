"""What a reporting verb takes on its right: a that-clause, a quotation, an infinitive."""

from __future__ import annotations

from selon.analyse.edges import clause_end, object_end, opens_quote, quote_end, skip, skip_told
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.lexicon import Form
from selon.analyse.objects import as_found, infinitive_at, object_start, of_start, to_start
from selon.analyse.plain_complements import has_object, has_verb, object_stop, parsed_object, plain_complement

Found = tuple[int, int, str]
REACH = 26
"""How many words may stand between a verb and its complement (dates, places, the person told)."""


def complement(clause: Clause, at: int, after: int, form: Form) -> Found | None:
    """Return `(start, end, frame)` of the complement of the verb `at`, or None."""
    frames = form.word.frames
    if "as" in frames and (found := as_found(clause, at, after)):
        return found
    if "clause" in frames and (start := _clause(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "clause"
    if "quote" in frames and (start := _quotation(clause, after)) is not None:
        return start, quote_end(clause, start, at), "quote"
    if ("de" in frames or "of" in frames or "for" in frames) and (
        start := of_start(clause, after, frames)
    ) is not None:
        return start, clause_end(clause, start, at), "of"
    if "a" in frames and (start := to_start(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "to"
    if "a_inf" in frames and clause.low(after) in clause.g["to"] and infinitive_at(clause, after + 1):
        return after, clause_end(clause, after, at), "to"
    if "inf" in frames and (start := _infinitive(clause, at, after)) is not None:
        return start, clause_end(clause, start, at), "infinitive"
    if "gerund" in frames and clause.words[after : after + 1] and clause.words[after].tag == "VBG":
        return after, clause_end(clause, after, at), "gerund"
    if clause.g["bare_clause"] and (plain := plain_complement(clause, at, after, frames)):
        return plain
    if {"object", "quoted"} & frames and (start := _object(clause, at, after)) is not None:
        end = (object_stop if clause.g["bare_clause"] else object_end)(clause, start, at)
        if "object" in frames or any(clause.quoted[start : min(end, start + 6)]):
            return start, end, "object"
    for preposition in sorted(clause.g["prepositions"] & frames):
        if preposition in frames and (start := _after_preposition(clause, after, preposition)) is not None:
            return start, clause_end(clause, start, at), preposition
    return None


def _object(clause: Clause, at: int, after: int) -> int | None:
    start = object_start(clause, at, after)
    if start is None and clause.g["bare_clause"]:
        return parsed_object(clause, at, after)
    return start


def _after_preposition(clause: Clause, after: int, preposition: str) -> int | None:
    stop = min(len(clause.words), after + 12)
    for place in range(after, stop):
        if clause.low(place) == preposition:
            return place
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place)):
            return None
    return None


def _clause(clause: Clause, at: int, after: int) -> int | None:
    """Return where the that-clause begins; English may leave "that" out."""
    if clause.g["bare_clause"]:
        if has_object(clause, at, after):
            return None
        if (start := _bare(clause, at, after)) is not None:
            return start
    stop = min(len(clause.words), after + REACH)
    for place in range(after, stop):
        low = clause.low(place)
        if low in clause.g["complementizer"] and not _relative(clause, place, after):
            return place
        if place == after and low in clause.g["question"] and clause.finite_ahead(place + 1):
            return place
        if low in {".", ";", ":", "?"} or opens_quote(clause, place) or _next_report(clause, place, after):
            return None
        ago = clause.low(place - 1) == "y" and clause.low(place) == "a"
        if (clause.pos(place) in VERBAL and clause.finite(place) and not ago) or _governs(
            clause, place, after
        ):
            break
    return _told_clause(clause, after, stop)


def _next_report(clause: Clause, place: int, after: int) -> bool:
    """Tell whether another reporting participle stands here: the conjunction further on is its own."""
    if clause.g["bare_clause"] or clause.pos(place) not in VERBAL or place == after:
        return False
    form = clause.cue_form(place, "ger")
    return form is not None and "clause" in form.word.frames


def _told_clause(clause: Clause, after: int, stop: int) -> int | None:
    """Return the conjunction that the parse took for a relative pronoun ("a déclaré à la radio qu'elle …").

    It stands right after the person told, the place or the date; no other one may follow in its sentence.
    """
    place = skip_told(clause, after, stop)
    told = place > after and clause.low(place) in clause.g["complementizer"]
    if not told or clause.low(place - 1) in clause.g["no_clause_before"] | {","}:
        return None
    onward = range(place + 1, min(clause.sentence_end(place), place + REACH))
    return None if any(_conjunction(clause, at) for at in onward) else place


def _governs(clause: Clause, place: int, after: int) -> bool:
    """Tell whether an infinitive stands here that is itself what is said ("a admis avoir affirmé que …", "a
    précisé dimanche ne pas avoir signé et souligné que …")."""
    first = "VerbForm=Inf" in clause.words[place].morph and not clause.g["bare_clause"]
    led = clause.g["of"] | clause.g["to"] | clause.g["negation"]
    return first and (place == after or clause.low(place - 1) in led)


def _conjunction(clause: Clause, at: int) -> bool:
    return clause.low(at) in clause.g["complementizer"] and clause.words[at].pos == "SCONJ"


def _relative(clause: Clause, place: int, after: int) -> bool:
    word = clause.words[place]
    if clause.low(place - 1) in clause.g["no_clause_before"]:
        return True
    if skip(clause, after, place) == place:
        return False
    if clause.low(place - 1) == ",":
        return word.pos == "PRON"
    return word.pos == "PRON" and word.dep not in {"mark"}


def _bare(clause: Clause, at: int, after: int) -> int | None:
    """English: the clausal object by the parse, when it begins on the right of the verb."""
    for child in clause.children[at]:
        if clause.words[child].dep == "ccomp" and child > at and has_verb(clause, child):
            start = max(clause.subtree_start(child), after)
            opened = clause.low(start) in clause.g["subordinators"] - clause.g["question"]
            if opened and not (start == after and clause.low(start) in clause.g["conceding"]):
                return None
            if opened:
                return start  # "X said although the port was closed, ships came"
            while clause.low(start) in {",", ":"} or dated(clause, start):
                start += 2 if dated(clause, start) and clause.pos(start) == "DET" else 1
            return start
    return None


def _quotation(clause: Clause, after: int) -> int | None:
    """Return where a quotation begins: after a colon within reach, or at once after the verb."""
    stop = min(len(clause.words), after + REACH)
    at = skip(clause, after, stop)
    if clause.low(at) == "," and clause.g["bare_clause"]:
        at += 1
    if opens_quote(clause, at) and clause.unit.quotes[clause.quoted[at] - 1].words(clause.text) >= 2:
        return at
    for place in range(after, stop):
        if clause.low(place) == ":" and not clause.quoted[place]:
            near = place - after < 5 or opens_quote(clause, place + 1)
            return place + 1 if place + 1 < len(clause.words) and near else None
        if clause.stops(place) or (clause.pos(place) in VERBAL and clause.finite(place)):
            return None
    return None


def _infinitive(clause: Clause, at: int, after: int) -> int | None:
    stop = min(len(clause.words), after + REACH)
    place = skip_told(clause, after, stop)
    start = place
    while clause.low(place) in clause.g["before_infinitive"] and place < stop:
        place += 1
    word = clause.words[place] if place < stop else None
    if word is None:
        return None
    while start > after and clause.low(start - 1) in clause.g["negators"]:
        start -= 1
    if clause.g["bare_clause"]:
        return (
            start
            if clause.low(start) in clause.g["to"] | clause.g["negators"] and word.tag == "VB"
            else _told_to(clause, after, stop)
        )
    return start if "VerbForm=Inf" in word.morph else None


def _told_to(clause: Clause, after: int, stop: int) -> int | None:
    """English: "told X to …", "urged X to …": the content is X with the infinitive when X is its subject."""
    found = noun_phrase(clause, after, stop, apposed=False)
    if (
        found
        and clause.low(found[1]) == "to"
        and clause.words[min(found[1] + 1, len(clause.words) - 1)].tag == "VB"
    ):
        return found[0]
    return None
