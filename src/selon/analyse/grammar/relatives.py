"""Whom a subject stands for: the antecedent of a relative pronoun, the one who leans on another's words."""

from __future__ import annotations

from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak, names_thing
from selon.analyse.grammar.verbs import group_start


def stood_for(clause: Clause, head: int, verb: int, limit: int) -> Range | None:
    """Return whom the subject of a verb means, or None: the antecedent of a relative pronoun, whoever leans
    on the one named, else the noun phrase itself."""
    if clause.low(head) not in clause.g["subject_relative"]:
        found = phrase_of(clause, head, limit)
        comma = _leant_on(clause, found[0])
        return found if comma is None else phrase_of(clause, comma - 1, comma)
    governor = _past_cited(clause, clause.words[verb].head, head)
    before = head - 1
    while before >= 0 and clause.pos(before) not in {"NOUN", "PROPN", "PRON"}:
        before -= 1
    near = phrase_of(clause, before, head) if before >= 0 else None
    if clause.pos(governor) in {"NOUN", "PROPN", "PRON", "ADJ"} and governor < head:
        found = phrase_of(clause, governor, head)
        # "le scénario du batelier qui affirme …": the boatman, not the scenario
        found = near if near and before > governor and names_thing(clause, found) else found
        found = _studied(clause, head, found) or found
        return None if _disagrees(clause, verb, found) else _described(clause, found) or found
    return None if near and _disagrees(clause, verb, near) else near


def _studied(clause: Clause, relative: int, found: Range) -> Range | None:
    """Return the study whose finding a relative behind its people tells ("a study of women that found …")."""
    of = found[0] - 1
    while clause.pos(of) == "ADV":
        of -= 1
    behind = clause.low(relative) in clause.g["of_things"] and clause.low(of) in clause.g["of"]
    studied = behind and clause.low(of - 1) in source_words(clause, "documents")
    return phrase_of(clause, of - 1, relative) if studied else None


def _disagrees(clause: Clause, verb: int, found: Range) -> bool:
    """Tell whether a relative speaks of all before it, not of a plural ("they help us, which shows …")."""
    group = (clause.words[i] for i in range(group_start(clause, verb), verb + 1))
    return clause.words[found[1] - 1].tag in {"NNS", "NNPS"} and any(w.tag == "VBZ" for w in group)


def _described(clause: Clause, found: Range) -> Range | None:
    """Return whom a phrase behind "à" describes ("un homme au lourd passé qui …"), or None."""
    at = found[0] - 1
    nominal = clause.pos(at - 1) == "NOUN" and clause.pos(found[1] - 1) != "PRON"
    if clause.low(at) not in clause.g["to"] or not nominal or may_speak(clause, found):
        return None
    whole = phrase_of(clause, at - 1, at)
    return whole if may_speak(clause, whole) else None


def _leant_on(clause: Clause, start: int) -> int | None:
    """Return the comma before "citant X" where the phrase at `start` is that X: the subject stands before."""
    for at in range(start - 1, max(1, start - 4), -1):
        if clause.low(at - 1) == "," and clause.phrase_at(at, source_words(clause, "citing")) == start:
            return at - 1 if clause.pos(at - 2) in {"NOUN", "PROPN"} else None
    return None


def _past_cited(clause: Clause, governor: int, relative: int) -> int:
    """A relative after "X, cité par Y," belongs to X."""
    cited = source_words(clause, "cited")
    for at in range(relative - 1, max(0, relative - 9), -1):
        if clause.low(at) in cited and clause.low(at + 1) in clause.g["agent"] and at >= 2:
            return at - 2 if clause.low(at - 1) == "," else at - 1
    return governor
