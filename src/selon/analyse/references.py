"""What was said before, taken up by a word that points back: "X l'a confirmé", "X confirmed this report".

The word is the content of a draft until `confirmed` puts into its place the statement before it, or the
sentence itself where nobody is named for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from selon.analyse.confirming import ENDS, STANCES, refused
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.grammar.verbs import group_start, passive
from selon.analyse.lexicon import listed
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document, PartKind
from selon.model.span import Span, Spans, words_of
from selon.model.statement import CONFIRMS

NEGATED = 24
"""A negation stands at most this many code points before the cue."""
_RUNNING = frozenset({PartKind.body, PartKind.lead})
_WORD = re.compile(r"\w+(?:['’])?")


def taken_up(clause: Clause) -> Iterator[Draft]:
    """Yield "X l'a confirmé", "X confirmed this": `confirmed` puts what is meant in the pronoun's place."""
    forms = listed(clause.lang, "confirming")
    for at in range(len(clause.words)):
        entry = next((e for e in forms.get(clause.low(at), ()) if e.shape in {"fin", "pp"}), None)
        if entry is None or clause.pos(at) not in VERBAL or passive(clause, at, entry.shape):
            continue
        pronoun, after = _pronoun(clause, at)
        source = _speaker(clause, pronoun, at) if pronoun is not None else None
        cue, content = (
            clause.exact(at, at + 1),
            clause.exact(pronoun, pronoun + 1) if pronoun is not None else None,
        )
        if source and cue and content and _closed(clause, after) and not refused(clause, source[1], at):
            rule = f"verb {entry.lemma}: {CONFIRMS}"
            part = clause.unit.part
            yield Draft((content,), spans_of(clause, source), (cue,), STANCES[entry.name], rule, part)


def _pronoun(clause: Clause, at: int) -> tuple[int | None, int]:
    """Return the pronoun that stands for what is confirmed, and the index after verb and pronoun."""
    if clause.g["bare_clause"]:
        return (at + 1, at + 2) if clause.low(at + 1) in source_words(clause, "takes_up") else (None, at)
    group = range(group_start(clause, at), at)
    return next((i for i in group if clause.low(i) in source_words(clause, "as_said_object")), None), at + 1


def _speaker(clause: Clause, pronoun: int, at: int) -> Range | None:
    start = min(pronoun, group_start(clause, at))
    found = noun_phrase(clause, _phrase_start(clause, start), start, apposed=False)
    return found if found and found[1] == start and may_speak(clause, found) else None


def _phrase_start(clause: Clause, end: int) -> int:
    """Return where the phrase before a verb begins: after the last mark, clause word or verb."""
    at = end
    while (
        at > clause.sentence_start(end)
        and clause.low(at - 1) not in ENDS
        and clause.pos(at - 1) not in VERBAL | {"SCONJ", "CCONJ"}
    ):
        at -= 1
    return at


def _closed(clause: Clause, after: int) -> bool:
    """Tell whether nothing of its own follows the verb: no quotation, no clause, no office confirmed in."""
    onward = range(after, clause.sentence_end(after))
    opened = any(clause.low(i) in clause.g["complementizer"] | {":", "in", "as"} for i in onward)
    kept = clause.low(after) in clause.g["as"] | clause.g["within"]
    return not opened and not kept


def confirmed(doc: Document, units: Sequence[Unit], found: Sequence[list[Draft]]) -> None:
    """Put what was said before into the place of "cette information", "l'", "this" that somebody confirms."""
    for number in range(len(units)):
        for draft in [d for d in found[number] if _refers(doc, d)]:
            content = _earlier(doc, units, found, number, draft)
            at = found[number].index(draft)
            if content:
                rule = draft.rule if draft.rule.endswith(CONFIRMS) else f"{draft.rule}: {CONFIRMS}"
                found[number][at] = replace(draft, content=content, rule=rule)
            elif draft.rule.endswith(CONFIRMS):
                del found[number][at]


def _refers(doc: Document, draft: Draft) -> bool:
    """Tell whether a content only points back: a pronoun or "cette information", "the report"."""
    words = tuple(_WORD.findall(words_of(doc.text, draft.content).lower().replace("’", "'")))
    if draft.rule.endswith(CONFIRMS):
        return len(words) == 1
    return words in _references(doc.lang) and _confirms(doc, draft) and not _negated(doc, draft)


def _confirms(doc: Document, draft: Draft) -> bool:
    cue = words_of(doc.text, draft.cue).lower() if draft.cue else ""
    return any(entry.name == "confirms" for entry in listed(doc.lang, "confirming").get(cue, ()))


def _negated(doc: Document, draft: Draft) -> bool:
    """Tell whether a word of negation stands beside the cue ("n'a pas confirmé cette information")."""
    start = max((s.end for s in (*draft.source, *draft.content) if s.end <= draft.cue[0].start), default=0)
    words = set(
        _WORD.findall(doc.text[max(start, draft.cue[0].start - NEGATED) : draft.cue[0].start].lower())
    )
    return bool(words & set(table(doc.lang, "grammar").get("negation", ())))


@cache
def _references(lang: str) -> frozenset[tuple[str, ...]]:
    sources = table(lang, "sources")
    points, things = sources.get("points_back", ()), sources.get("said_things", ())
    return frozenset(tuple(_WORD.findall(f"{point}{noun}")) for point in points for noun in things)


def _earlier(
    doc: Document, units: Sequence[Unit], found: Sequence[Sequence[Draft]], number: int, draft: Draft
) -> Spans:
    """Return the content of the last statement before a draft, else the sentence before it."""
    before = [
        d for d in found[number] if d.cue and d.content[-1].end <= draft.cue[0].start and d is not draft
    ]
    before = [d for d in before if not _refers(doc, d)]
    if before:
        return max(before, key=lambda d: d.cue[0].start).content
    last = next((n for n in range(number - 1, -1, -1) if not units[n].level), None)
    if last is None or units[last].part not in _RUNNING or units[number].level or units[last].block:
        return ()
    if units[number].paragraph - units[last].paragraph > 1:
        return ()
    said = [d for d in found[last] if d.cue and not _refers(doc, d)]
    return max(said, key=lambda d: d.cue[0].start).content if said else _sentence(doc, units[last].span)


def _sentence(doc: Document, span: Span) -> Spans:
    words = span.of(doc.text)
    ended = words.rstrip()
    if not ended.endswith("."):
        return ()  # a heading, a question, a line of a list
    return (Span(span.start + len(words) - len(words.lstrip()), span.start + len(ended) - 1),)
