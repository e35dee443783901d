"""What an according-to form reports: the words behind it, before it, or on both sides."""

from __future__ import annotations

from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.verbs import aside_participle
from selon.analyse.plain_according import around, full_end

_STOPS = frozenset({",", ".", ";", "?", "!", "(", ")"})
_EDGES = frozenset({",", ":", ";", "(", ")", "–", "—"})
"""What ends the clause behind a bracket, and before it."""


def reported(clause: Clause, at: int, source: Range) -> tuple[list[Range], str]:
    """Return the ranges that the form reports: after it, before it, or both sides."""
    start = clause.sentence_start(at)
    pronoun = clause.low(source[0]) in source_words(clause, "pronouns")
    end = source[1] if pronoun else _past_tail(clause, source[1])
    if clause.g["bare_clause"]:
        end = max(end, full_end(clause, source))
    if _opens(clause, start, at):
        begin = end + 1 if clause.low(end) == "," else end
        return [(begin, clause_end(clause, begin, at))], "opening"
    bracket = _bracket(clause, start, at)
    if bracket == at and at > start and clause.low(end) == ")":
        return _bracketed(clause, start, at, end)
    if (
        clause.low(end) in {".", ")", ";", "?", "!"}
        or end >= len(clause.words)
        or _participle_next(clause, end)
    ):
        part = _apposed(clause, bracket, at) if pronoun else _last_part(clause, bracket, at)
        return [(part, _before(clause, at))], "closing"
    if clause.low(at - 1) not in {",", "-", "–", "—"} and clause.low(end) not in {","}:
        return _tight(clause, at, end)
    if clause.low(at - 1) == "," and pronoun and clause.low(end) != ",":
        stop = next(
            (i for i in range(end, len(clause.words)) if clause.low(i) in {",", ".", ";"}), len(clause.words)
        )
        return [(end, stop)], "before a phrase"
    if clause.g["bare_clause"] and not pronoun and bracket == start:
        return around(clause, at, end), "around"
    return _inside(clause, bracket, at, end)


def _bracketed(clause: Clause, start: int, at: int, end: int) -> tuple[list[Range], str]:
    """The form is all that a bracket holds ("900 people (according to the police) marched"): the clause
    around it; what stands before it at the end of a clause or in front of another bracket."""
    left, right = at - 1, end + 1
    stop = next((i for i in range(right, len(clause.words)) if clause.low(i) in _STOPS), len(clause.words))
    if stop == right:
        return [(_last_part(clause, start, left), left)], "closing"
    edges = (
        i + 1 for i in range(left - 1, start - 1, -1) if clause.low(i) in _EDGES and not clause.quoted[i]
    )
    begin = next(edges, start)
    around = [(begin, left), (right, stop)]
    return (around[:1] if clause.low(stop) == "(" else around), "both sides"


def _before(clause: Clause, at: int) -> int:
    return at - 1 if clause.low(at - 1) in {",", "(", "-", "–", "—"} else at


def _last_part(clause: Clause, start: int, at: int) -> int:
    """Return where the count begins that a form with no comma before it closes ("700 marched, including 90 in
    the port according to the police"): the form says who counted the part, not the whole; else `start`."""
    comma = next((i for i in range(at - 1, start, -1) if clause.low(i) == ","), None)
    if comma is None or comma == at - 1 or clause.low(comma + 1) not in source_words(clause, "part"):
        return start
    counts = any(clause.pos(i) == "NUM" or clause.low(i)[0].isdigit() for i in range(comma + 1, at))
    return comma + 1 if counts else start


def _apposed(clause: Clause, start: int, at: int) -> int:
    """Return where what is apposed begins that alone a pronoun behind it gives to somebody ("ils réclament le
    retrait de la mesure, un danger selon eux"), else `start`."""
    comma = next((i for i in range(at - 1, start, -1) if clause.low(i) == "," and not clause.quoted[i]), None)
    if comma is None or comma == at - 1 or any(clause.pos(i) in VERBAL for i in range(comma + 1, at)):
        return start
    return comma + 1


def _opens(clause: Clause, start: int, at: int) -> bool:
    """Tell whether only connectors or a clause opener stand before the form."""
    if at == start:
        return True
    if clause.low(at - 1) == ":":
        return True
    return all(clause.pos(i) in {"CCONJ", "ADV", "PUNCT", "SCONJ"} for i in range(start, at))


def _past_tail(clause: Clause, end: int) -> int:
    """Skip what hangs on the source: a relative clause, a participle ("interrogé par l'AFP"), a bracket."""
    at = end
    if clause.low(at) in clause.g["relative"] or (clause.pos(at) == "VERB" and not clause.finite(at)):
        at = next((i for i in range(at, len(clause.words)) if clause.low(i) in {",", "."}), at)
    participle = (
        clause.pos(at + 1) == "VERB"
        and "VerbForm=Part" in clause.words[min(at + 1, len(clause.words) - 1)].morph
    )
    if (
        clause.low(at) == ","
        and (clause.low(at + 1) in source_words(clause, "cited") or participle)
        and (clause.cue_form(at + 1, "ger") is None)
    ):
        at = next((i for i in range(at + 1, len(clause.words)) if clause.low(i) in {",", ".", ")"}), at)
    if clause.low(at) == "," and (
        clause.phrase_at(at + 1, source_words(clause, "citing"))
        or clause.low(at + 1) in clause.g["subject_relative"]
    ):
        at = next((i for i in range(at + 1, len(clause.words)) if clause.low(i) in {",", ".", ")"}), at)
    if clause.pos(at) in {"ADP", "ADV"} and clause.low(at) not in {",", "."}:
        place = next(
            (i for i in range(at, min(len(clause.words), at + 12)) if clause.low(i) in {",", "."}), None
        )
        if place is not None and not any(clause.finite(i) for i in range(at, place)):
            return place
    return at


def _participle_next(clause: Clause, end: int) -> bool:
    if clause.low(end) != ",":
        return False
    return any(f.shape == "ger" for f in clause.forms.get(clause.low(end + 1), ())) or clause.low(
        end + 1
    ) in {"sans", "qui", "dont", "et"}


def _bracket(clause: Clause, start: int, at: int) -> int:
    """Return the start of the bracket that the form stands in, or of its sentence."""
    for place in range(at - 1, start - 1, -1):
        if clause.low(place) == ")":
            return start
        if clause.low(place) == "(":
            return place + 1
    return start


def _tight(clause: Clause, at: int, end: int) -> tuple[list[Range], str]:
    """ "tiré selon lui par un lanceur": the word before and what follows, to the next comma."""
    stop = next(
        (i for i in range(end, len(clause.words)) if clause.low(i) in {",", ".", ";", ")"}), len(clause.words)
    )
    if clause.low(at - 1) in clause.g["relative"]:
        return [(end, stop)], "inside clause"
    if clause.pos(at - 1) in VERBAL:
        return [(at - 1, at), (end, stop)], "inside"
    start = at
    while start > 0 and clause.low(start - 1) not in {",", ".", "(", ";", ":"}:
        start -= 1
    return [(start, at)], "closing"


def _inside(clause: Clause, start: int, at: int, end: int) -> tuple[list[Range], str]:
    """The form stands between two commas: both sides, unless a relative clause ends before it."""
    left = at - 1 if clause.low(at - 1) in {",", "-", "–", "—"} else at
    begin = left
    while begin > start and not (
        clause.low(begin - 1) in {",", ":", "(", "–", "—"} and not clause.quoted[begin - 1]
    ):
        begin -= 1
    right = end + 1 if clause.low(end) == "," else end
    stop = next(
        (
            i
            for i in range(right, len(clause.words))
            if clause.low(i) in {",", ".", ";", ")"} and not clause.quoted[i]
        ),
        len(clause.words),
    )
    opener = next((i for i in range(left - 1, begin - 1, -1) if clause.low(i) in clause.g["relative"]), None)
    if opener == left - 1:
        return [(right, stop)], "inside clause"
    if clause.low(left - 1) in clause.g["auxiliaries"]:
        return [(opener if opener is not None else begin, left), (right, stop)], "inside verb"
    if opener is not None and clause.low(opener) in clause.g["subject_relative"]:
        return [(begin, left)], "relative"
    if begin > start and clause.low(end) == "," and aside_participle(clause, begin):
        return [(begin, left)], "participle"  # "le cortège, comptant 900 dockers selon la mairie, a …"
    if _new_clause(clause, right) and any(clause.finite(i) for i in range(start, left)):
        return [(start, left)], "closing"
    return [(begin, left), (right, stop)], "both sides"


def _new_clause(clause: Clause, at: int) -> bool:
    return (
        clause.pos(at) in {"CCONJ", "SCONJ"}
        or clause.low(at) in clause.g["relative"] | clause.g["coordinators"]
    )
