"""According-to forms: "selon X", "d'après X", "de source …", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.analyse.according_contents import reported
from selon.analyse.according_sources import form_at
from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import Clause
from selon.model.span import Span, tidy
from selon.model.statement import Stance


def according_drafts(clause: Clause) -> Iterator[Draft]:
    """Yield the drafts of every according-to form of the clause."""
    for at in range(len(clause.words)):
        found = form_at(clause, at)
        if found is None:
            continue
        cue, source = found
        back = source[1] <= at
        content, where = (
            ([(cue[1], clause_end(clause, cue[1], at))], "pointing back")
            if back
            else reported(clause, at, source)
        )
        spans = tidy(s for r in content if (s := clause.span(*r)))
        mark, named = clause.exact(*cue), clause.span(*source)
        if spans and mark and named:
            yield Draft(spans, (named,), (mark,), Stance.asserts, f"according to: {where}", clause.unit.part)


def behind_asides(clause: Clause, draft: Draft, held: Sequence[Draft]) -> Draft:
    """Begin what a form at the end reports behind the speaker of an aside ("« P », a dit X, en référence à Q,
    selon Y": Y says Q)."""
    if not draft.rule.endswith(": closing") or len(draft.content) > 1:
        return draft
    whole = draft.content[0]
    asides = [
        d for d in held if d.rule.endswith(": aside after") and d.source and d.source[-1].end < whole.end
    ]
    ends = [max(d.source[-1].end, d.cue[-1].end) for d in asides if d.cue and whole.holds(d.cue[0])]
    comma = clause.text.find(", ", max(ends), whole.end) if ends else -1
    return draft if comma < 0 else replace(draft, content=(Span(comma + 2, whole.end),))
