"""Source and content of "according to X" by the parse, where it knows how far X goes and what X leans on."""

from __future__ import annotations

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.verbs import in_relative
from selon.analyse.plain_asides import goes_on, whole

_MARKS = frozenset({",", ".", ")", ";", "?", "!", "—", "–", "--"})


def full_end(clause: Clause, source: Range) -> int:
    """Return the end of the source with all that hangs on it, at a mark, or the end of its noun phrase."""
    head = next((i for i in range(*source) if not source[0] <= clause.words[i].head < source[1]), None)
    if head is None or clause.words[head].dep not in clause.g["governed"]:
        return source[1]
    end = clause.subtree_end(head)
    closes = end >= len(clause.words) or clause.low(end) in _MARKS
    return end if closes and end > source[1] else source[1]


def around(clause: Clause, at: int, end: int) -> list[Range]:
    """Return what "according to X" between two commas reports: what stands before it, the rest if cut."""
    start = clause.sentence_start(at)
    left = at - 1 if clause.low(at - 1) in _MARKS else at
    start, inside = _relative(clause, start, at, left)
    right = end + 1 if clause.low(end) == "," else end
    if inside or right >= len(clause.words):
        return [(start, left)]
    if whole(clause, (start, left), at):
        more = goes_on(clause, end, (start, left), at)
        return [(start, left), more] if more and clause.finite_ahead(more[0]) else [(start, left)]
    return [(start, left), (right, clause.sentence_end(right))]


def _relative(clause: Clause, start: int, at: int, left: int) -> tuple[int, bool]:
    """Return where the relative clause begins that the form belongs to, and that it does, else the start."""
    verb = clause.words[at].head
    if not in_relative(clause, verb) or not start <= verb < left:
        return start, False
    opener = next((i for i in range(verb, start, -1) if clause.low(i) in clause.g["subject_relative"]), None)
    antecedent = clause.words[verb].head
    return (clause.subtree_start(antecedent), True) if opener and antecedent >= start else (start, False)
