"""Asides that name the paper in which a thing stands: ", lit-on dans X", ", est-il précisé dans X"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.asides import BREAKS, left_of
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.model.span import tidy
from selon.model.statement import Stance

REACH = 6
"""The paper is named within this many words after the verb."""


def printed_drafts(clause: Clause) -> Iterator[Draft]:
    """Yield one draft for every such aside: its content stands before it, its source is the paper."""
    for at in range(1, len(clause.words)):
        cue = _verb(clause, at)
        if cue is None or clause.low(at - 1) not in BREAKS:
            continue
        left, source = left_of(clause, at, 0), _paper(clause, cue + 1)
        content = tidy(s for s in [clause.span(*left) if left else None] if s)
        mark = clause.exact(cue, cue + 1)
        if content and mark and source:
            yield Draft(
                content, spans_of(clause, source), (mark,), Stance.asserts, "printed in", clause.unit.part
            )


def _verb(clause: Clause, at: int) -> int | None:
    """Return the index of the verb that reports: "lit" / "lire", or the participle after "est-il"."""
    if after := clause.phrase_at(at, source_words(clause, "read_in")):
        return at if after - at <= 2 else after - 1
    after = clause.phrase_at(at, source_words(clause, "stated_in"))
    return after if after and clause.cue_form(after, "pp") else None


def _paper(clause: Clause, after: int) -> Range | None:
    for at in range(after, min(len(clause.words), after + REACH)):
        if clause.low(at) in source_words(clause, "printed_in"):
            return noun_phrase(clause, at + 1)
        if clause.low(at) in {",", ".", "»"}:
            return None
    return None
