"""A quotation after a colon that no verb of saying brings: whom its sentence is about, speaks.

"Le couple se serre la ceinture : « … »", "Ivo Sarre demeure critique : « … »".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.analyse.clause import Clause
from selon.analyse.drafts import Draft
from selon.analyse.kinds import kind_of
from selon.analyse.nouns import Range, names_thing, spans_of
from selon.analyse.subjects import subject
from selon.model.span import words_of
from selon.model.statement import SourceKind, Stance

RULE = "quotation after a colon"
_PERSONS = {SourceKind.named_person, SourceKind.office, SourceKind.anonymous}


def introduced_drafts(clause: Clause, held: Sequence[Draft]) -> Iterator[Draft]:
    """Yield one draft for every long quotation after a colon that no statement of `held` has."""
    for hole in clause.unit.holes:
        if any(s.overlap(hole.span) for d in held for s in d.content):
            continue
        at = next((i for i, w in enumerate(clause.words) if w.start >= hole.span.start), 0)
        source = _about(clause, at - 1) if clause.low(at - 1) == ":" else None
        if source:
            part = clause.unit.part
            yield Draft((hole.span,), spans_of(clause, source), (), Stance.asserts, RULE, part, carried=True)


def _about(clause: Clause, colon: int) -> Range | None:
    """Return the person who is the subject of the first finite verb before the colon."""
    for at in range(clause.sentence_start(colon), colon):
        if clause.finite(at) and not clause.in_relative(at) and clause.words[at].dep != "advcl":
            verb = clause.words[at].head if clause.pos(at) == "AUX" and clause.words[at].head < colon else at
            found = subject(clause, verb)
            return found if found and _person(clause, found) else None
    return None


def _person(clause: Clause, found: Range) -> bool:
    mention = words_of(clause.text, spans_of(clause, found))
    return (
        not mention[:1].isdigit()
        and not names_thing(clause, found)
        and kind_of(mention, clause.lang) in _PERSONS
    )
