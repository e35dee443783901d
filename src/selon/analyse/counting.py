"""Figures that somebody counted: "la préfecture a dénombré 1.200 marcheurs", "police counted 300"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.analyse.drafts import Draft
from selon.analyse.edges import object_end, skip
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.subjects import subject
from selon.analyse.grammar.verbs import group_start, negated, passive
from selon.analyse.lexicon import Listed, listed
from selon.analyse.passives import agent, passive_subject
from selon.analyse.plain_complements import object_stop
from selon.model.span import Span
from selon.model.statement import Stance

RULE = "count"
NEAR = 4
"""A count begins at most this many words after the verb, its figure after "at"."""
REACH = 10
"""The agent of a passive is named within this many words."""


def counting_drafts(clause: Clause) -> Iterator[Draft]:
    """Yield one draft for every figure whose source is who counted it."""
    forms = listed(clause.lang, "counting")
    for at in range(len(clause.words)):
        entries = forms.get(clause.low(at), ()) if clause.pos(at) in VERBAL | {"ADJ"} else ()
        found = next((d for e in entries if (d := _draft(clause, at, e))), None)
        if found:
            yield found


def _draft(clause: Clause, at: int, entry: Listed) -> Draft | None:
    if entry.shape not in {"fin", "pp"} or negated(clause, at):
        return None
    if passive(clause, at, entry.shape):
        source, content = agent(clause, at + 1, REACH), passive_subject(clause, at)
    elif entry.shape == "pp" and not _perfect(clause, at):
        return None
    else:
        source, counted = subject(clause, at), _counted(clause, at, entry)
        content = clause.span(*counted) if counted else None
    cue = clause.exact(at, at + 1)
    if source is None or content is None or cue is None or not _counts(clause, source, entry):
        return None
    if not _figured(clause, content):
        return None
    rule = f"verb {entry.lemma}: {RULE}"
    return Draft((content,), spans_of(clause, source), (cue,), Stance.asserts, rule, clause.unit.part)


def _perfect(clause: Clause, at: int) -> bool:
    return any(clause.low(i) in clause.g["have"] for i in range(group_start(clause, at), at))


def _counts(clause: Clause, source: Range, entry: Listed) -> bool:
    """Tell whether somebody of this name counts: no thing, nobody's "on", no pronoun (inside the words of a
    speaker it is he who counts); by weak verbs ("recorded") only those whose task it is."""
    words = {clause.low(i) for i in range(*source)}
    if words <= source_words(clause, "pronouns"):
        return False
    if words & (source_words(clause, "nobody") | clause.g["mute_subjects"] | clause.g["first_person"]):
        return False
    if entry.name == "records":
        return bool(words & source_words(clause, "counters"))
    return may_speak(clause, source)


def _counted(clause: Clause, at: int, entry: Listed) -> Range | None:
    """Return the object with its figure: "1.200 marcheurs", "le nombre de marcheurs à 4.000"."""
    start = skip(clause, at + 1, min(len(clause.words), at + 1 + NEAR))
    while start - 1 > at and clause.low(start - 1) in source_words(clause, "nearly"):
        start -= 1
    if clause.low(start) in clause.g["complementizer"] and not clause.g["bare_clause"]:
        start += 1  # "n'en a dénombré que 200"
    end = (object_stop if clause.g["bare_clause"] else object_end)(clause, start, at)
    if entry.name != "puts":
        return (start, end) if any(_figure(clause, i) for i in range(start, min(end, start + NEAR))) else None
    marks = [i for i in range(start, end) if clause.low(i) in source_words(clause, "put_at")]
    near = (_figure(clause, i) for mark in marks for i in range(mark + 1, min(end, mark + NEAR)))
    return (start, end) if any(near) else None


def _figured(clause: Clause, content: Span) -> bool:
    inside = (i for i, w in enumerate(clause.words) if content.start <= w.start < content.end)
    return any(_figure(clause, i) for i in inside)


def _figure(clause: Clause, at: int) -> bool:
    low = clause.low(at)
    return low[:1].isdigit() or clause.pos(at) == "NUM" or low in source_words(clause, "amounts")
