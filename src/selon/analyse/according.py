"""According-to forms: "selon X", "d'après X", "de source …", "according to X", and who stands behind X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.analyse.drafts import Draft
from selon.analyse.edges import clause_end
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.heads import phrase_of
from selon.analyse.grammar.names import capital
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import names_thing
from selon.analyse.grammar.verbs import aside_participle
from selon.analyse.plain_according import around, full_end
from selon.model.span import Span, tidy
from selon.model.statement import Stance

_SMALL = frozenset({"ADV", "PRON"})
"""What may stand between a subject and its verb."""


def according_drafts(clause: Clause) -> Iterator[Draft]:
    """Yield the drafts of every according-to form of the clause."""
    for at in range(len(clause.words)):
        found = _form(clause, at)
        if found is None:
            continue
        cue, source = found
        back = source[1] <= at
        content, where = (
            ([(cue[1], clause_end(clause, cue[1], at))], "pointing back")
            if back
            else _content(clause, at, source)
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


def _form(clause: Clause, at: int) -> tuple[Range, Range] | None:
    """Return the ranges of the cue and of its source."""
    after = clause.phrase_at(at, source_words(clause, "according"))
    if after is not None:
        if clause.low(after) in source_words(clause, "not_source"):
            return _pointing_back(clause, at, after)
        if _no_source(clause, at, after):
            return None
        source = noun_phrase(clause, after, _limit(clause, at, after))
        source = without_subject(clause, source) if source else None
        if source is None or _manner(clause, source) or names_thing(clause, source):
            return None
        return (at, after), source
    if clause.low(at) in source_words(clause, "of"):
        place = at + 1
        if clause.low(place) in source_words(clause, "same"):
            place += 1
        starts = at == clause.sentence_start(at) or clause.low(at - 1) == ","
        if starts and clause.low(place) in source_words(clause, "of_source"):
            source = noun_phrase(clause, at + 1, apposed=False)
            return ((at, at + 1), source) if source else None
    return None


def without_subject(clause: Clause, source: Range) -> Range:
    """A phrase that a verb follows is no apposition of the source but a subject ("Selon une source, X, un des
    chefs, a fui", "Pour le maire, la digue tiendra")."""
    bare = noun_phrase(clause, *source, apposed=False) or source
    if not bare[1] + 1 < source[1] < len(clause.words):
        return source
    if not capital(clause, bare[1] + 1):
        subject = _heads_of(clause, bare[1] + 1, source[1]) or _and_another(clause, source[1])
        return bare if clause.pos(bare[1] + 1) == "DET" and subject else source
    if clause.low(source[1]) != ",":
        return source
    ahead = _heads_of(clause, bare[1] + 1, source[1])
    return bare if ahead or _verb_next(clause, source[1]) else source


def _and_another(clause: Clause, at: int) -> bool:
    """Tell whether a second noun phrase stands here behind "and", and their verb behind it."""
    if clause.low(at) not in clause.g["coordinators"]:
        return False
    second = noun_phrase(clause, at + 1, apposed=False)
    return second is not None and second[1] < len(clause.words) and clause.finite(second[1])


def _heads_of(clause: Clause, start: int, end: int) -> set[int]:
    """The verbs from `end` on whose only subject stands in the words `[start, end)`."""
    heads = {clause.words[i].head for i in range(start, end) if _is_subject(clause, i)}
    own = {clause.words[i].head for i in range(end, len(clause.words)) if _is_subject(clause, i)}
    return {verb for verb in heads - own if verb >= end}


def _is_subject(clause: Clause, at: int) -> bool:
    return clause.words[at].dep in clause.g["subject"]


def _verb_next(clause: Clause, comma: int) -> bool:
    """Tell whether a finite verb with no subject of its own stands right behind a comma."""
    verb = next((i for i in range(comma + 1, len(clause.words)) if clause.pos(i) not in _SMALL), None)
    return verb is not None and clause.finite(verb)


def _no_source(clause: Clause, at: int, after: int) -> bool:
    """Tell whether what stands behind the form is no source: "d'après ce qu'on dit", "two per CPT round"."""
    if clause.low(after) in source_words(clause, "demonstratives") and clause.pos(after + 1) == "PRON":
        return True
    rate = clause.low(at) in source_words(clause, "rates")
    named = capital(clause, after) and (after + 1 >= len(clause.words) or clause.pos(after + 1) != "NOUN")
    return rate and clause.pos(after) != "DET" and not named


def _pointing_back(clause: Clause, at: int, after: int) -> tuple[Range, Range] | None:
    """ "un sondage selon lequel …", "X, selon qui …": the source stands before."""
    head = at - 1 if clause.low(at - 1) != "," else at - 2
    if head < 0 or clause.low(after) not in clause.g["subject_relative"] or clause.cue_form(head, "noun"):
        return None
    while head > 0 and clause.pos(head) not in {"NOUN", "PROPN"}:
        head -= 1
    source = phrase_of(clause, head, at)
    if any(clause.cue_form(i, "noun") for i in range(*source)) and clause.low(after) != "qui":
        return None
    return (at, after + 1), source


def _limit(clause: Clause, at: int, after: int) -> int | None:
    """Inside a phrase with no comma before it the source ends at the next preposition of that phrase."""
    if (
        at == clause.sentence_start(at)
        or clause.low(at - 1) in {",", "(", "-", "–", "—"}
        or clause.pos(at - 1) not in {"ADJ", "VERB"}
    ):
        return None
    return next(
        (
            i
            for i in range(after + 1, len(clause.words))
            if clause.low(i) in clause.g["to"] | clause.g["agent"]
        ),
        None,
    )


def _manner(clause: Clause, source: Range) -> bool:
    manner = source_words(clause, "manner")
    head = next((i for i in range(*source) if clause.pos(i) in {"NOUN", "PROPN"}), source[0])
    return clause.low(head) in manner and not (
        clause.low(source[0]) == "l'" and clause.low(head) == "enquête"
    )


def _content(clause: Clause, at: int, source: Range) -> tuple[list[Range], str]:
    """Return the ranges that the form reports: after it, before it, or both sides."""
    start = clause.sentence_start(at)
    pronoun = clause.low(source[0]) in source_words(clause, "pronouns")
    end = source[1] if pronoun else _past_tail(clause, source[1])
    if clause.g["bare_clause"]:
        end = max(end, full_end(clause, source))
    if _opens(clause, start, at):
        begin = end + 1 if clause.low(end) == "," else end
        return [(begin, clause_end(clause, begin, at))], "opening"
    bracket = _bracket(clause, start, at)
    if (
        clause.low(end) in {".", ")", ";", "?", "!"}
        or end >= len(clause.words)
        or _participle_next(clause, end)
    ):
        part = _apposed(clause, bracket, at) if pronoun else _last_part(clause, bracket, at)
        return [(part, _before(clause, at))], "closing"
    if clause.low(at - 1) not in {",", "-", "–", "—"} and clause.low(end) not in {","}:
        return _tight(clause, at, end)
    if clause.low(at - 1) == "," and pronoun and clause.low(end) != ",":
        stop = next(
            (i for i in range(end, len(clause.words)) if clause.low(i) in {",", ".", ";"}), len(clause.words)
        )
        return [(end, stop)], "before a phrase"
    if clause.g["bare_clause"] and not pronoun and bracket == start:
        return around(clause, at, end), "around"
    return _inside(clause, bracket, at, end)


def _before(clause: Clause, at: int) -> int:
    return at - 1 if clause.low(at - 1) in {",", "(", "-", "–", "—"} else at


def _last_part(clause: Clause, start: int, at: int) -> int:
    """Return where the count begins that a form with no comma before it closes ("700 marched, including 90 in
    the port according to the police"): the form says who counted the part, not the whole; else `start`."""
    comma = next((i for i in range(at - 1, start, -1) if clause.low(i) == ","), None)
    if comma is None or comma == at - 1 or clause.low(comma + 1) not in source_words(clause, "part"):
        return start
    counts = any(clause.pos(i) == "NUM" or clause.low(i)[0].isdigit() for i in range(comma + 1, at))
    return comma + 1 if counts else start


def _apposed(clause: Clause, start: int, at: int) -> int:
    """Return where what is apposed begins that alone a pronoun behind it gives to somebody ("ils réclament le
    retrait de la mesure, un danger selon eux"), else `start`."""
    comma = next((i for i in range(at - 1, start, -1) if clause.low(i) == "," and not clause.quoted[i]), None)
    if comma is None or comma == at - 1 or any(clause.pos(i) in VERBAL for i in range(comma + 1, at)):
        return start
    return comma + 1


def _opens(clause: Clause, start: int, at: int) -> bool:
    """Tell whether only connectors or a clause opener stand before the form."""
    if at == start:
        return True
    if clause.low(at - 1) == ":":
        return True
    return all(clause.pos(i) in {"CCONJ", "ADV", "PUNCT", "SCONJ"} for i in range(start, at))


def _past_tail(clause: Clause, end: int) -> int:
    """Skip what hangs on the source: a relative clause, a participle ("interrogé par l'AFP"), a bracket."""
    at = end
    if clause.low(at) in clause.g["relative"] or (clause.pos(at) == "VERB" and not clause.finite(at)):
        at = next((i for i in range(at, len(clause.words)) if clause.low(i) in {",", "."}), at)
    participle = (
        clause.pos(at + 1) == "VERB"
        and "VerbForm=Part" in clause.words[min(at + 1, len(clause.words) - 1)].morph
    )
    if (
        clause.low(at) == ","
        and (clause.low(at + 1) in source_words(clause, "cited") or participle)
        and (clause.cue_form(at + 1, "ger") is None)
    ):
        at = next((i for i in range(at + 1, len(clause.words)) if clause.low(i) in {",", ".", ")"}), at)
    if clause.low(at) == "," and (
        clause.phrase_at(at + 1, source_words(clause, "citing"))
        or clause.low(at + 1) in clause.g["subject_relative"]
    ):
        at = next((i for i in range(at + 1, len(clause.words)) if clause.low(i) in {",", ".", ")"}), at)
    if clause.pos(at) in {"ADP", "ADV"} and clause.low(at) not in {",", "."}:
        place = next(
            (i for i in range(at, min(len(clause.words), at + 12)) if clause.low(i) in {",", "."}), None
        )
        if place is not None and not any(clause.finite(i) for i in range(at, place)):
            return place
    return at


def _participle_next(clause: Clause, end: int) -> bool:
    if clause.low(end) != ",":
        return False
    return any(f.shape == "ger" for f in clause.forms.get(clause.low(end + 1), ())) or clause.low(
        end + 1
    ) in {"sans", "qui", "dont", "et"}


def _bracket(clause: Clause, start: int, at: int) -> int:
    """Return the start of the bracket that the form stands in, or of its sentence."""
    for place in range(at - 1, start - 1, -1):
        if clause.low(place) == ")":
            return start
        if clause.low(place) == "(":
            return place + 1
    return start


def _tight(clause: Clause, at: int, end: int) -> tuple[list[Range], str]:
    """ "tiré selon lui par un lanceur": the word before and what follows, to the next comma."""
    stop = next(
        (i for i in range(end, len(clause.words)) if clause.low(i) in {",", ".", ";", ")"}), len(clause.words)
    )
    if clause.low(at - 1) in clause.g["relative"]:
        return [(end, stop)], "inside clause"
    if clause.pos(at - 1) in VERBAL:
        return [(at - 1, at), (end, stop)], "inside"
    start = at
    while start > 0 and clause.low(start - 1) not in {",", ".", "(", ";", ":"}:
        start -= 1
    return [(start, at)], "closing"


def _inside(clause: Clause, start: int, at: int, end: int) -> tuple[list[Range], str]:
    """The form stands between two commas: both sides, unless a relative clause ends before it."""
    left = at - 1 if clause.low(at - 1) in {",", "-", "–", "—"} else at
    begin = left
    while begin > start and not (
        clause.low(begin - 1) in {",", ":", "(", "–", "—"} and not clause.quoted[begin - 1]
    ):
        begin -= 1
    right = end + 1 if clause.low(end) == "," else end
    stop = next(
        (
            i
            for i in range(right, len(clause.words))
            if clause.low(i) in {",", ".", ";", ")"} and not clause.quoted[i]
        ),
        len(clause.words),
    )
    opener = next((i for i in range(left - 1, begin - 1, -1) if clause.low(i) in clause.g["relative"]), None)
    if opener == left - 1:
        return [(right, stop)], "inside clause"
    if clause.low(left - 1) in clause.g["auxiliaries"]:
        return [(opener if opener is not None else begin, left), (right, stop)], "inside verb"
    if opener is not None and clause.low(opener) in clause.g["subject_relative"]:
        return [(begin, left)], "relative"
    if begin > start and clause.low(end) == "," and aside_participle(clause, begin):
        return [(begin, left)], "participle"  # "le cortège, comptant 900 dockers selon la mairie, a …"
    if _new_clause(clause, right) and any(clause.finite(i) for i in range(start, left)):
        return [(start, left)], "closing"
    return [(begin, left), (right, stop)], "both sides"


def _new_clause(clause: Clause, at: int) -> bool:
    return (
        clause.pos(at) in {"CCONJ", "SCONJ"}
        or clause.low(at) in clause.g["relative"] | clause.g["coordinators"]
    )
