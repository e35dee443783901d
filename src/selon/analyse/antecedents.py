"""What a verb reports from inside a relative clause: the antecedent ("des faits qu'il nie")."""

from __future__ import annotations

from selon.analyse.asides import inverted_subject
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.ranges import spans_of
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start
from selon.analyse.lexicon import Form
from selon.model.statement import Stance


def denied_antecedent(clause: Clause, at: int, form: Form) -> tuple[Draft, int] | None:
    """Return the draft and 0 where the antecedent is what is denied ("…, des faits qu'il nie"), or None."""
    source = subject(clause, at) if form.word.stance is Stance.denies and form.shape != "inf" else None
    if source is None or "object" not in form.word.frames or source[0] < 2:
        return None
    relative = source[0] - 1
    if clause.low(relative) not in clause.g["complementizer"] or clause.pos(relative) != "PRON":
        return None
    head = relative - 1
    while head > 0 and clause.pos(head) not in {"NOUN", "PROPN"}:
        head -= 1
    while clause.words[head].dep == "nmod" and clause.words[head].head < head:
        head = clause.words[head].head
    content, cue = clause.span(*phrase_of(clause, head, relative)), clause.exact(at, at + 1)
    if content is None or cue is None:
        return None
    rule = f"verb {form.word.lemma}: relative"
    draft = Draft((content,), spans_of(clause, source), (cue,), form.word.stance, rule, clause.unit.part)
    return draft, 0


def proposed_antecedent(clause: Clause, at: int, after: int, form: Form) -> Draft | None:
    """Return the draft where the antecedent is the content, and the noun phrase after the verb its source ("…
    que propose X"), or None."""
    begin = group_start(clause, at)
    if clause.g["bare_clause"] or "object" not in form.word.frames:
        return None
    if clause.low(begin - 1) not in clause.g["complementizer"]:
        return None
    if clause.pos(begin - 1) != "PRON" or begin < 2 or form.shape not in {"fin", "pp"}:
        return None
    source, cue = inverted_subject(clause, after), clause.exact(at, at + 1)
    head = begin - 2
    while head > 0 and clause.pos(head) not in {"NOUN", "PROPN"}:
        head -= 1
    content = clause.span(*phrase_of(clause, head, begin - 1))
    if source is None or content is None or cue is None:
        return None
    rule = f"verb {form.word.lemma}: relative object"
    return Draft((content,), spans_of(clause, source), (cue,), form.word.stance, rule, clause.unit.part)
