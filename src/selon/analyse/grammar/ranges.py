"""Ranges of words, and the spans that they cover in the text."""

from __future__ import annotations

from selon.analyse.grammar.clause import OPENING, Clause
from selon.model.span import Span, Spans

Range = tuple[int, int]
MARKS = frozenset({",", ".", ":", ")", "»", "”", '"', ";", "–", "—", "!", "?", "("})
"""Marks before which a phrase may end."""


def words_inside(clause: Clause, span: Span) -> Range | None:
    """Return the range of the words that a span holds."""
    inside = [i for i, w in enumerate(clause.words) if span.start <= w.start and w.end <= span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def spans_of(clause: Clause, found: Range | None) -> Spans:
    """Return the span of a word range, trimmed, as a tuple; "-ci" takes the first half of its word along."""
    span = clause.span(*_unmarked(clause, found)) if found else None
    if span is None:
        return ()
    if span.of(clause.text).lower() in {"ci", "là", "-ci", "-là"}:
        span = Span(_word_start(clause.text, span.start), span.end)
    return (span,)


def _unmarked(clause: Clause, found: Range) -> Range:
    """Leave out a closing mark whose quotation opened before the phrase, and one that opens at its end."""
    start, end = found
    number = clause.quoted[end - 1]
    if number and end - start > 1 and clause.low(end - 1) in MARKS | OPENING:
        first = clause.quoted.index(number)
        end -= first < start or first == end - 1
    return start, end


def _word_start(text: str, at: int) -> int:
    while at > 0 and (text[at - 1].isalpha() or text[at - 1] == "-"):
        at -= 1
    return at
