"""Frames of passives and bare participles: "accusé par X de …", "démenti par X", "jugé « … » par X"."""

from __future__ import annotations

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end, object_end, opens_quote
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.dates import dated
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.verbs import group_start
from selon.analyse.leading import leading_participle
from selon.analyse.lexicon import CueWord, Form
from selon.analyse.objects import infinitive_at, object_start
from selon.model.span import Span, tidy
from selon.model.statement import Stance


def passive_draft(clause: Clause, at: int, after: int, form: Form) -> tuple[Draft, int] | None:
    """Frames of a passive or bare participle: "accusé par X de …", "démenti par X", "jugé « … » par X"."""
    word = form.word
    if word.lemma in clause.g["no_passive"]:
        return None
    source = agent(clause, after) or (agent(clause, after, 12) if {"passive", "as"} & word.frames else None)
    content: list[Span | None] = []
    rule = ""
    if _dative(clause, at) and "object" in word.frames and clause.low(after) not in clause.g["of"]:
        pass
    elif ("de" in word.frames and "passive" in word.frames) or "of" in word.frames:
        content, rule = _accused_of(clause, at, after, word), "passive of"
    if not content and "clause" in word.frames and (begin := _impersonal(clause, after)):
        content, rule = [clause.span(begin, clause_end(clause, begin, at))], "passive clause"
    if (
        not content
        and clause.g["bare_clause"]
        and {"clause", "inf"} & word.frames
        and _to_do(clause, at, after)
    ):
        content, rule = [clause.span(after, clause_end(clause, after, at))], "passive infinitive"
    if not content and "as" in word.frames:
        content, rule = _passive_as(clause, at, after, source), "passive as"
        content = _cut(clause, at, form, content)
    if not content and (laid := _impersonal_object(clause, at, after, word)):
        content, rule = [clause.span(*laid)], "passive object"
    if not content and "within" in word.frames and (place := _within(clause, after)) is not None:
        content, rule = [clause.span(place, clause_end(clause, place, at))], "passive in"
    if not content and source and ({"object", "quoted", "printed"} & word.frames):
        content, rule = [passive_subject(clause, at)], "passive subject"
    kept = tidy(span for span in content if span)
    cue = clause.exact(at, after if word.tail else at + 1)
    if not kept or cue is None:
        return None
    return Draft(
        kept, spans_of(clause, source), (cue,), word.stance, f"verb {word.lemma}: {rule}", clause.unit.part
    ), 0


def _cut(clause: Clause, at: int, form: Form, content: list[Span | None]) -> list[Span | None]:
    """End what a participle at the head of its sentence says before the main clause."""
    leading = leading_participle(clause, at, form)
    stop = clause.words[leading[0]].start if leading else None
    return [Span(s.start, min(s.end, stop)) if s and stop and s.start < stop else s for s in content]


def _dative(clause: Clause, at: int) -> bool:
    """Tell whether the passive is impersonal with the person blamed or asked: "il lui est reproché …"."""
    group = [clause.low(i) for i in range(group_start(clause, at), at)]
    return bool(clause.g["dative"] & set(group)) and clause.g["impersonal"] >= {
        clause.low(at - len(group) - 1)
    }


def _impersonal_object(clause: Clause, at: int, after: int, word: CueWord) -> Range | None:
    """Return the noun phrase or infinitive that an impersonal passive lays on somebody."""
    if "object" not in word.frames or not _dative(clause, at):
        return None
    start = object_start(clause, at, after)
    return (start, object_end(clause, start, at)) if start is not None else None


def _within(clause: Clause, after: int) -> int | None:
    """Return where "dans …" / "in …" begins, which tells what somebody is implicated in."""
    for place in range(after, min(len(clause.words), after + 8)):
        if clause.low(place) in clause.g["within"] and not dated(clause, place + 1):
            return place
        if clause.low(place) in {",", ".", ":"} or clause.pos(place) in VERBAL:
            return None
    return None


def agent(clause: Clause, after: int, reach: int = 6) -> Range | None:
    """Return the agent after "par" / "by" within a few words."""
    for at in range(after, min(len(clause.words), after + reach)):
        if clause.low(at) in clause.g["agent"]:
            return noun_phrase(clause, at + 1)
        if clause.low(at) in {",", "."} or clause.pos(at) in VERBAL:
            return None
    return None


def _accused_of(clause: Clause, at: int, after: int, word: CueWord) -> list[Span | None]:
    heads = clause.g["of"] | clause.g["for"] if word.stance is Stance.accuses else clause.g["of"]
    place, steps = after, 0
    while place < len(clause.words) and steps < 14:
        low = clause.low(place)
        if low in heads and (
            steps == 0
            or clause.pos(place + 1) in VERBAL
            or clause.low(place + 1) in clause.g["negators"]
            or _no_agent(clause, after, place)
        ):
            return [clause.span(place, _before_agent(clause, place, clause_end(clause, place, at)))]
        if low in {".", ",", ":"} or (clause.pos(place) in VERBAL and clause.finite(place)):
            return []
        place, steps = place + 1, steps + 1
    return []


def _before_agent(clause: Clause, start: int, end: int) -> int:
    """End a nominal charge before its agent ("accusées de violences par X")."""
    for at in range(start, end):
        if clause.pos(at) in VERBAL:
            return end
        if clause.low(at) in clause.g["agent"]:
            return at
    return end


def _no_agent(clause: Clause, after: int, place: int) -> bool:
    return not any(clause.low(i) in clause.g["agent"] for i in range(after, place))


def _impersonal(clause: Clause, after: int) -> int | None:
    asked = clause.low(after) in clause.g["whether"] and clause.finite_ahead(after + 1)
    return after if clause.low(after) in clause.g["complementizer"] or asked else None


def _to_do(clause: Clause, at: int, after: int) -> bool:
    """Tell whether "is said to have …", "were told to leave" stands here."""
    if not any(f.word.lemma in clause.g["said_to"] for f in clause.forms.get(clause.low(at), ())):
        return False
    joined = any(clause.low(i) in clause.g["be"] for i in range(group_start(clause, at), at))
    return joined and clause.low(after) in clause.g["to"] and infinitive_at(clause, after + 1)


def _passive_as(clause: Clause, at: int, after: int, source: Range | None) -> list[Span | None]:
    place = source[1] if source else after
    while clause.pos(place) == "ADV" and clause.low(place) not in clause.g["as"]:
        place += 1
    if clause.low(place) in clause.g["as"] | clause.g["of"]:
        return [clause.span(place, clause_end(clause, place, at))]
    if opens_quote(clause, place if not source else after):
        return [
            passive_subject(clause, at),
            clause.span(after, (source[0] - 1) if source else clause_end(clause, after, at)),
        ]
    return []


def _with_tail(clause: Clause, found: Range, limit: int) -> Range:
    """Take what hangs on a subject along, when nothing but its phrase stands before the verb."""
    rest = range(found[1], limit)
    plain = all(clause.pos(i) in {"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM"} for i in rest)
    return (found[0], limit) if plain and not clause.g["bare_clause"] else found


def passive_subject(clause: Clause, at: int) -> Span | None:
    """Return the subject of a passive, or the noun that a bare participle hangs on."""
    word = clause.words[at]
    own = [i for i in clause.children[at] if clause.words[i].dep in clause.g["subject"] and i < at]
    limit = group_start(clause, at)
    if own:
        found: Range | None = _with_tail(clause, phrase_of(clause, own[-1], limit), limit)
        if (
            found
            and clause.low(found[0]) in clause.g["subject_relative"]
            and clause.pos(word.head) in {"NOUN", "PROPN"}
        ):
            found = phrase_of(clause, word.head, found[0])
        elif found == (own[-1], own[-1] + 1) and clause.low(own[-1]) in clause.g["subject_relative"]:
            found = None  # ", ce qui est confirmé par X": no words of its own
    elif clause.pos(word.head) in {"NOUN", "PROPN"} and word.head < at:
        found = phrase_of(clause, word.head, at)
    else:
        found = None
    return clause.span(*found) if found else None
