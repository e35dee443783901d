"""Clauses that give a sentence to a speaker: "comme l'a rappelé X", "as X has said", "annoncé par X"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.asides import inverted_subject
from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start
from selon.analyse.lexicon import Form
from selon.analyse.passives import agent
from selon.model.span import tidy
from selon.model.statement import Stance

REACH = 14
"""The verb stands within this many words after "comme"."""
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "…", ")", "»", "”", '"', "–", "—"})
_FRAMES = frozenset({"clause", "aside", "quoted_aside", "quote"})
_LEANS = frozenset({Stance.asserts, Stance.asks, Stance.accuses})


def as_said_drafts(clause: Clause) -> Iterator[Draft]:
    """Yield one draft for every such clause; its content is the sentence around it."""
    for at in range(len(clause.words)):
        after = clause.phrase_at(at, source_words(clause, "as_said"))
        if after is None or not _opens(clause, at) or clause.low(after) in source_words(clause, "likened"):
            continue
        found = next(_verbs(clause, after), None)
        if found is None:
            continue
        verb, form, source = found
        end = _end(clause, max(verb + 1, source[1]))
        spans = tidy(s for r in _content(clause, at, end) if (s := clause.span(*r)))
        cue = clause.exact(verb, verb + 1)
        if spans and cue:
            rule = f"verb {form.word.lemma}: as said"
            yield Draft(spans, spans_of(clause, source), (cue,), form.word.stance, rule, clause.unit.part)


def _opens(clause: Clause, at: int) -> bool:
    """Tell whether the clause stands apart: at the head of its sentence or after a mark."""
    return at == clause.sentence_start(at) or clause.low(at - 1) in _ENDS | {"(", "«", "“", "et", "and"}


def _verbs(clause: Clause, after: int) -> Iterator[tuple[int, Form, Range]]:
    """Yield the reporting verb of the clause with its form and its subject or agent."""
    for at in range(after, min(len(clause.words), after + REACH)):
        if clause.low(at) in _ENDS:
            return
        for form in clause.forms.get(clause.low(at), ()):
            if form.shape in {"fin", "pp"} and form.word.stance in _LEANS and _FRAMES & form.word.frames:
                source = _speaker(clause, after, at, form)
                if source and may_speak(clause, source) and _bare(clause, at, source):
                    yield at, form, source
                    return


def _speaker(clause: Clause, after: int, at: int, form: Form) -> Range | None:
    """Return who speaks: before the verb, after it ("l'a dit X"), or as its agent ("annoncé par X")."""
    start = group_start(clause, at)
    if form.shape == "pp" and start == at and at - after <= 1:
        return _printed(clause, at)
    pronoun = any(clause.low(i) in source_words(clause, "as_said_object") for i in range(start, at))
    if start <= after and (pronoun or clause.g["bare_clause"]):
        return inverted_subject(clause, at + 1)
    if start > after and (pronoun or clause.g["bare_clause"]):
        found = subject(clause, at)
        return found if found and found[0] >= after else noun_phrase(clause, after, start)
    return None


def _printed(clause: Clause, at: int) -> Range | None:
    """Return the agent of a bare participle, or the paper that it stands in ("indiqué dans le rapport")."""
    if found := agent(clause, at + 1):
        return found
    if clause.low(at + 1) in source_words(clause, "printed_in"):
        return noun_phrase(clause, at + 2, apposed=False)
    return None


def _bare(clause: Clause, verb: int, source: Range) -> bool:
    """Tell whether the verb takes nothing of its own: then what it reports is the sentence around it."""
    at = max(verb + 1, source[1]) if source[0] > verb else verb + 1
    if at >= len(clause.words) or clause.low(at) in _ENDS | {"it", "so", "(", "["} or dated(clause, at):
        return True
    if clause.g["bare_clause"] and any(
        clause.words[i].dep == "ccomp" and i > verb for i in clause.children[verb]
    ):
        return False
    loose = {"ADP", "ADV", "SCONJ"} if clause.g["bare_clause"] else {"ADP", "ADV", "SCONJ", "PRON"}
    return clause.pos(at) in loose and clause.low(at) not in clause.g["complementizer"]


def _end(clause: Clause, at: int) -> int:
    """Return where the leaning clause ends: at the next mark outside a quotation."""
    while at < len(clause.words) and (clause.low(at) not in _ENDS or clause.quoted[at]):
        at += 1
    return at


def _content(clause: Clause, at: int, end: int) -> list[Range]:
    """Return what is said: the rest of the sentence, on both sides when the clause cuts it."""
    start = clause.sentence_start(at)
    onward = (end + 1, clause_end(clause, end + 1, end)) if clause.low(end) == "," else None
    if at == start or all(clause.pos(i) in {"CCONJ", "ADV", "PUNCT"} for i in range(start, at)):
        return [onward] if onward else []
    left = (start, at)
    goes_on = onward and any(clause.finite(i) for i in range(*onward))
    cut = goes_on and not any(clause.finite(i) for i in range(start, at))
    return [left, onward] if cut and onward else [left]
