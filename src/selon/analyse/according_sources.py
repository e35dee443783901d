"""The source of an according-to form: where its noun phrase begins and ends, and what is none."""

from __future__ import annotations

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import names_thing

_SMALL = frozenset({"ADV", "PRON"})
"""What may stand between a subject and its verb."""


def form_at(clause: Clause, at: int) -> tuple[Range, Range] | None:
    """Return the ranges of the cue that begins at `at` and of its source, or None."""
    after = clause.phrase_at(at, source_words(clause, "according"))
    if after == len(clause.words):
        return None  # a text that breaks off, or words glued to the next heading
    if after is not None:
        if clause.low(after) in source_words(clause, "not_source"):
            return _pointing_back(clause, at, after)
        if _no_source(clause, at, after):
            return None
        source = noun_phrase(clause, after, _limit(clause, at, after))
        source = without_subject(clause, source) if source else None
        if source is None or _manner(clause, source):
            return None
        if names_thing(clause, source) and not _account(clause, source):
            return None
        return (at, after), source
    if clause.low(at) in source_words(clause, "of"):
        place = at + 1
        if clause.low(place) in source_words(clause, "same"):
            place += 1
        starts = at == clause.sentence_start(at) or clause.low(at - 1) == ","
        if starts and clause.low(place) in source_words(clause, "of_source"):
            source = noun_phrase(clause, at + 1, apposed=False)
            return ((at, at + 1), source) if source else None
    return None


def without_subject(clause: Clause, source: Range) -> Range:
    """A phrase that a verb follows is no apposition of the source but a subject ("Selon une source, X, un des
    chefs, a fui", "Pour le maire, la digue tiendra")."""
    bare = noun_phrase(clause, *source, apposed=False) or source
    if not bare[1] + 1 < source[1] < len(clause.words):
        return source
    if not capital(clause, bare[1] + 1):
        subject = _heads_of(clause, bare[1] + 1, source[1]) or _and_another(clause, source[1])
        return bare if clause.pos(bare[1] + 1) == "DET" and subject else source
    if clause.low(source[1]) != ",":
        return source
    ahead = _heads_of(clause, bare[1] + 1, source[1])
    return bare if ahead or _verb_next(clause, source[1]) else source


def _and_another(clause: Clause, at: int) -> bool:
    """Tell whether a second noun phrase stands here behind "and", and their verb behind it."""
    if clause.low(at) not in clause.g["coordinators"]:
        return False
    second = noun_phrase(clause, at + 1, apposed=False)
    return second is not None and second[1] < len(clause.words) and clause.finite(second[1])


def _heads_of(clause: Clause, start: int, end: int) -> set[int]:
    """The verbs from `end` on whose only subject stands in the words `[start, end)`."""
    heads = {clause.words[i].head for i in range(start, end) if _is_subject(clause, i)}
    own = {clause.words[i].head for i in range(end, len(clause.words)) if _is_subject(clause, i)}
    return {verb for verb in heads - own if verb >= end}


def _is_subject(clause: Clause, at: int) -> bool:
    return clause.words[at].dep in clause.g["subject"]


def _verb_next(clause: Clause, comma: int) -> bool:
    """Tell whether a finite verb with no subject of its own stands right behind a comma."""
    verb = next((i for i in range(comma + 1, len(clause.words)) if clause.pos(i) not in _SMALL), None)
    return verb is not None and clause.finite(verb)


def _no_source(clause: Clause, at: int, after: int) -> bool:
    """Tell whether what stands behind the form is no source: "d'après ce qu'on dit", "two per CPT round"."""
    if clause.low(after) in source_words(clause, "demonstratives") and clause.pos(after + 1) == "PRON":
        return True
    rate = clause.low(at) in source_words(clause, "rates")
    named = capital(clause, after) and (after + 1 >= len(clause.words) or clause.pos(after + 1) != "NOUN")
    return rate and clause.pos(after) != "DET" and not named


def _pointing_back(clause: Clause, at: int, after: int) -> tuple[Range, Range] | None:
    """ "un sondage selon lequel …", "X, selon qui …": the source stands before."""
    head = at - 1 if clause.low(at - 1) != "," else at - 2
    if head < 0 or clause.low(after) not in clause.g["subject_relative"] or clause.cue_form(head, "noun"):
        return None
    while head > 0 and clause.pos(head) not in {"NOUN", "PROPN"}:
        head -= 1
    source = phrase_of(clause, head, at)
    if any(clause.cue_form(i, "noun") for i in range(*source)) and clause.low(after) != "qui":
        return None
    return (at, after + 1), source


def _limit(clause: Clause, at: int, after: int) -> int | None:
    """Inside a phrase with no comma before it the source ends at the next preposition of that phrase."""
    if (
        at == clause.sentence_start(at)
        or clause.low(at - 1) in {",", "(", "-", "–", "—"}
        or clause.pos(at - 1) not in {"ADJ", "VERB"}
    ):
        return None
    return next(
        (
            i
            for i in range(after + 1, len(clause.words))
            if clause.low(i) in clause.g["to"] | clause.g["agent"]
        ),
        None,
    )


def _account(clause: Clause, source: Range) -> bool:
    """Whether a phrase is what somebody tells ("le récit du gardien")."""
    head = next((i for i in range(*source) if clause.pos(i) == "NOUN"), source[0])
    return clause.low(head) in source_words(clause, "accounts")


def _manner(clause: Clause, source: Range) -> bool:
    manner = source_words(clause, "manner")
    head = next((i for i in range(*source) if clause.pos(i) in {"NOUN", "PROPN"}), source[0])
    return clause.low(head) in manner and not (
        clause.low(source[0]) == "l'" and clause.low(head) == "enquête"
    )
