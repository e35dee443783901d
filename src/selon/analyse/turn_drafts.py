"""Turns of interviews and transcripts as drafts: each paragraph of a turn is said by its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.analyse.drafts import Draft
from selon.analyse.turns import Turn
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.statement import Stance

RULE = "turn of speech"


def turn_drafts(turns: Sequence[Turn]) -> Iterator[Draft]:
    """Yield one draft a paragraph of each turn, the mark after the label as the cue of the first."""
    for turn in turns:
        source = (turn.source,) if turn.source else ()
        for number, said in enumerate(() if turn.own else turn.said):
            cue = (turn.cue,) if turn.cue and number == 0 else ()
            yield Draft((said,), source, cue, Stance.asserts, RULE, carried=not cue)


def outside_turns(doc: Document, drafts: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """Leave out what was read inside turns as the words of nobody else: labels, first persons."""
    if not turns:
        return list(drafts)
    spans = [said for turn in turns for said in turn.said]
    start, end = spans[0].start, spans[-1].end
    return [d for d in drafts if not start <= d.content[0].start < end or _reported(doc, d)]


def _reported(doc: Document, draft: Draft) -> bool:
    """Tell whether a draft inside a turn reports what somebody else has said."""
    if not draft.source or draft.carried or draft.rule in {"transcript", "colon"}:
        return False
    first = {*table(doc.lang, "grammar").get("first_person", ()), *table(doc.lang, "turns").get("ours", ())}
    words = draft.source[0].of(doc.text).lower().split()
    return words[0] not in first
