"""Frames of an active verb: what stands right of it is reported, its subject reports it."""

from __future__ import annotations

from selon.analyse.antecedents import denied_antecedent, proposed_antecedent
from selon.analyse.complements import complement
from selon.analyse.cues import historic_infinitive, of_purpose
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start
from selon.analyse.leading import leading_participle
from selon.analyse.lexicon import Form
from selon.model.span import Spans


def _past_mark(clause: Clause, at: int, after: int) -> int:
    """Return the index behind the mark that closes a quotation of the verb alone (a "condamné" les faits)."""
    number = clause.quoted[at]
    closed = number and after < len(clause.words) and clause.quoted[after] == number
    ends = closed and (after + 1 == len(clause.words) or clause.quoted[after + 1] != number)
    return after + 1 if ends and clause.pos(after) == "PUNCT" else after


def active_draft(
    clause: Clause, at: int, after: int, form: Form, before: Draft | None
) -> tuple[Draft, int] | None:
    """Return the draft of an active verb and 0, as it bounds no later aside; None when it reports nothing.

    `before` is the draft of the cue before it, whose speaker a participle goes on with.
    """
    if relative := proposed_antecedent(clause, at, after, form):
        return relative, 0
    found = complement(clause, at, _past_mark(clause, at, after), form)
    if found is None:
        return denied_antecedent(clause, at, form)
    start, end, rule = found
    if _of_itself(clause, at, start, rule, form):
        return None
    leading = leading_participle(clause, at, form)
    if leading:
        end = min(end, max(start + 1, leading[0]))
    content = clause.span(start, end)
    cue = clause.exact(at, after)
    if content is None or cue is None:
        return None
    historic = form.shape == "inf" and historic_infinitive(clause, at)
    source = () if historic else spans_of(clause, subject(clause, at))
    if form.shape == "ger" and before is not None and before.source and _continues(clause, at, before):
        source = before.source
    elif leading and leading[1]:
        source = spans_of(clause, leading[1])
    if not source and rule == "quote" and clause.g["bare_clause"]:
        source = spans_of(clause, _said_by(clause, after))
    if _expletive(clause, at, form, source):
        return None
    if not source and rule in clause.g["needs_source"]:
        return None
    past = rule == "clause" and (form.shape == "pp" or clause.words[at].tag == "VBD")
    return (
        Draft(
            (content,),
            source,
            (cue,),
            form.word.stance,
            f"verb {form.word.lemma}: {rule}",
            clause.unit.part,
            indirect_past=past,
            goes_on=historic,
            purpose=form.shape == "inf" and of_purpose(clause, at),
        ),
        0,
    )


def _of_itself(clause: Clause, at: int, start: int, rule: str, form: Form) -> bool:
    """Tell whether a verb with a reflexive pronoun tells of its subject and reports nothing ("la tâche
    s'annonce rude", "là se trouvent des quais comme …", "ceux qui se revendiquent du mouvement")."""
    if form.word.pronominal or not _reflexive(clause, at):
        return False
    taken = rule == "object" and ("object" in form.word.frames or clause.low(start) in clause.g["possessive"])
    return taken or (rule == "as" and clause.low(start) not in clause.g["as"])


def _reflexive(clause: Clause, at: int) -> bool:
    """Tell whether the verb group has a reflexive pronoun."""
    return any(clause.low(i) in clause.g["reflexive"] for i in range(group_start(clause, at), at))


def _expletive(clause: Clause, at: int, form: Form, source: Spans) -> bool:
    """ "It goes without saying", "it is hard to say": an empty subject above an infinitive or gerund."""
    if not clause.g["bare_clause"]:
        return False
    if form.shape == "ger" and clause.low(at - 1) in clause.g["no_gerund_after"]:
        return True
    governed = form.shape == "inf" or (form.shape == "ger" and clause.pos(at - 1) == "ADP")
    return governed and bool(source) and source[0].of(clause.text).lower() in clause.g["expletives"]


def _said_by(clause: Clause, after: int) -> Range | None:
    """ "Said Lowe: “…”": the subject stands between the verb and the mark."""
    found = noun_phrase(clause, after)
    return found if found and clause.low(found[1]) in {":", ","} else None


def _continues(clause: Clause, at: int, before: Draft) -> bool:
    """A participle after a comma goes on with the speaker of the cue before it in its sentence."""
    start = at
    while (
        clause.low(start - 1) in clause.g["gerund_prefix"] | clause.g["helpers"]
        or clause.pos(start - 1) == "ADV"
    ):
        start -= 1
    lead = clause.words[clause.sentence_start(at)].start
    return clause.low(start - 1) in {",", "et", "-", "–"} and bool(before.cue) and lead <= before.cue[0].start
