"""Adjectives that tell what somebody thinks or is ready to do: "is confident that …", "was critical of …"."""

from __future__ import annotations

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end, object_end
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.ranges import spans_of
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.subjects import subject
from selon.analyse.lexicon import Form
from selon.analyse.objects import infinitive_at


def adjective_draft(clause: Clause, at: int, form: Form) -> tuple[Draft, int] | None:
    """Return the draft of a copular frame, and 0 (it sets no limit to what follows)."""
    found = _content(clause, at, form)
    source = _holder(clause, at)
    cue = clause.exact(at, at + 1)
    content = clause.span(*found) if found else None
    if content is None or cue is None or source is None or not may_speak(clause, source):
        return None
    rule = f"adjective {form.word.lemma}: adjective"
    return Draft((content,), spans_of(clause, source), (cue,), form.word.stance, rule, clause.unit.part), 0


def _content(clause: Clause, at: int, form: Form) -> tuple[int, int] | None:
    after, frames = at + 1, form.word.frames
    low = clause.low(after)
    if "clause" in frames and (low in clause.g["complementizer"] or _bare(clause, at)):
        return after, clause_end(clause, after, at)
    if "inf" in frames and low in clause.g["to"] and infinitive_at(clause, after + 1):
        return after, clause_end(clause, after, at)
    if low in frames and clause.pos(after) in {"ADP", "SCONJ"}:
        return after + 1, object_end(clause, after + 1, at)
    return None


def _bare(clause: Clause, at: int) -> bool:
    """Tell whether a clause without its conjunction follows at once ("is sure they will come")."""
    if not clause.g["bare_clause"]:
        return False
    own = (i for i in clause.children[at] if clause.words[i].dep in clause.g["clausal"] and i > at)
    return any(clause.subtree_start(i) == at + 1 and clause.finite_ahead(at + 1) for i in own)


def _holder(clause: Clause, at: int) -> tuple[int, int] | None:
    """Return the subject of the form of "be" before the adjective."""
    for place in range(at - 1, max(-1, at - 6), -1):
        if clause.low(place) in clause.g["copulas"]:
            return subject(clause, clause.words[at].head if clause.words[at].head == place else place)
        if clause.pos(place) not in {"ADV", "PART", "AUX"}:
            return None
    return None
