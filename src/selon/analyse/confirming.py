"""A second source for what was just said: ", ce qu'a confirmé X", "L'information a été confirmée par X".

In one sentence the words before the comma are what is confirmed; a sentence of its own takes up the statement
before it, or the sentence itself where nobody is named for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from selon.analyse.asides import inverted_subject
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import VERBAL, Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak, names_thing
from selon.analyse.grammar.verbs import group_start, negated, passive
from selon.analyse.lexicon import Listed, listed
from selon.analyse.passives import agent
from selon.analyse.pictures import pictured
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document, PartKind
from selon.model.span import Span, Spans, tidy, words_of
from selon.model.statement import CONFIRMS, Stance
from selon.text.segment import trim

REACH = 9
"""The verb stands within this many words of the comma."""
NEGATED = 24
"""A negation stands at most this many code points before the cue."""
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "…", ")", "»", "”", '"', "–", "—"})
_RUNNING = frozenset({PartKind.body, PartKind.lead})
_WORD = re.compile(r"\w+(?:['’])?")
_STANCES = {"confirms": Stance.asserts, "denies": Stance.denies}


@dataclass(frozen=True, slots=True)
class _Tail:
    """A source, its cue and the place of the words that name them, from the comma on."""

    comma: int
    end: int
    source: Range
    cue: Range
    stance: Stance
    rule: str


def with_confirmed(clause: Clause, held: Sequence[Draft]) -> Iterator[Draft]:
    """Yield every draft without the words of a second source behind it, and that source's own draft."""
    drafts = list(held)
    for tail in (t for at in range(len(clause.words)) if (t := _tail(clause, at))):
        cue = clause.exact(*tail.cue)
        others = [d for d in drafts if cue and not any(c.overlap(cue) for c in d.cue)]
        clipped = [_clipped(clause, d, tail) for d in others]
        content = _before(clause, tail, clipped)
        if content and cue:
            rule = f"{tail.rule}: {CONFIRMS}"
            spans = spans_of(clause, tail.source)
            drafts = [*clipped, Draft(content, spans, (cue,), tail.stance, rule, clause.unit.part)]
    yield from drafts


def _tail(clause: Clause, comma: int) -> _Tail | None:
    if clause.low(comma) != "," or clause.quoted[comma]:
        return None
    return _what(clause, comma) or _visible(clause, comma) or _named(clause, comma) or _as_did(clause, comma)


def _verb(clause: Clause, start: int) -> tuple[int, Listed] | None:
    """Return the verb that confirms or denies, the first one after `start`."""
    forms = listed(clause.lang, "confirming")
    for at in range(start, min(len(clause.words), start + REACH)):
        if clause.low(at) in _ENDS or clause.quoted[at]:
            return None
        if clause.pos(at) != "NOUN" and (entries := forms.get(clause.low(at))):
            entry = next((e for e in entries if e.shape in {"fin", "pp"}), None)
            return (at, entry) if entry and not _refused(clause, start, at) else None
    return None


def _passive(clause: Clause, at: int) -> bool:
    shapes = {e.shape for e in listed(clause.lang, "confirming").get(clause.low(at), ())}
    return "pp" in shapes and passive(clause, at, "pp")


def _refused(clause: Clause, start: int, at: int) -> bool:
    """Tell whether it is said not to be so, or of somebody else's will ("n'a pas confirmé")."""
    return negated(clause, at) or any(clause.low(i) in clause.g["negators"] for i in range(start, at))


def _what(clause: Clause, comma: int) -> _Tail | None:
    """ ", ce qu'a confirmé X", ", ce que X dément", ", which X confirmed", ", ce qui est confirmé par X"."""
    after = clause.phrase_at(comma + 1, source_words(clause, "what_said"))
    found = _verb(clause, after) if after else None
    if after is None or found is None:
        return None
    at, entry = found
    if _passive(clause, at):
        source = agent(clause, at + 1)
    elif group_start(clause, at) > after:
        source = noun_phrase(clause, after, group_start(clause, at), apposed=False)
    else:
        source = inverted_subject(clause, at + 1) if not clause.g["bare_clause"] else None
    return _made(clause, comma, at, entry, source)


def _named(clause: Clause, comma: int) -> _Tail | None:
    """ ", une information confirmée par X", ", a claim echoed by X"."""
    at = comma + 1
    while clause.pos(at) in {"DET", "ADJ"}:
        at += 1
    if clause.low(at) not in source_words(clause, "said_things"):
        return None
    found = _verb(clause, at + 1)
    if found is None or not _passive(clause, found[0]) or group_start(clause, found[0]) < found[0]:
        return None  # ", l'information a été confirmée" is a sentence of its own
    return _made(clause, comma, *found, agent(clause, found[0] + 1))


def _made(clause: Clause, comma: int, at: int, entry: Listed, source: Range | None) -> _Tail | None:
    if source is None or not _tells(clause, source):
        return None
    end, rule = max(at + 1, source[1]), f"verb {entry.lemma}"
    return _Tail(comma, end, source, (at, at + 1), _STANCES[entry.name], rule)


def _tells(clause: Clause, source: Range) -> bool:
    """Tell whether a phrase may name a second source: somebody or something that shows, not nobody's "on"."""
    if {clause.low(i) for i in range(*source)} & (source_words(clause, "nobody") | clause.g["mute_subjects"]):
        return False
    return pictured(clause, source) or not names_thing(clause, source)


def _visible(clause: Clause, comma: int) -> _Tail | None:
    """ ", également visible sur des images de X": the pictures are the second source."""
    at = comma + 1
    while clause.pos(at) in {"ADV", "CCONJ"}:
        at += 1
    if clause.low(at) not in source_words(clause, "visible"):
        return None
    if clause.low(at + 1) not in source_words(clause, "shown_on"):
        return None
    source = noun_phrase(clause, at + 2)
    if source is None or not pictured(clause, source):
        return None
    return _Tail(comma, source[1], source, (at, at + 1), Stance.asserts, f"picture {clause.low(at)}")


def _as_did(clause: Clause, comma: int) -> _Tail | None:
    """ ", as did two dockers": they said so as well."""
    after = clause.phrase_at(comma + 1, source_words(clause, "as_did"))
    source = noun_phrase(clause, after) if after else None
    if after is None or source is None or not _tells(clause, source):
        return None
    return _Tail(comma, source[1], source, (after - 1, after), Stance.asserts, "as did")


def _clipped(clause: Clause, draft: Draft, tail: _Tail) -> Draft:
    """Cut the words of the second source off a content that runs over them."""
    start, end = clause.words[tail.comma].start, clause.words[tail.end - 1].end
    kept: list[Span] = []
    for span in draft.content:
        onward = max(span.start, end)
        onward += len(clause.text[onward : span.end]) - len(clause.text[onward : span.end].lstrip(" ,;"))
        parts = (span.start, min(span.end, start)), (onward, span.end)
        kept.extend(s for a, b in parts if a < b and (s := trim(clause.text, a, b)))
    content = tidy(kept)
    return replace(draft, content=content) if content and content != draft.content else draft


def _before(clause: Clause, tail: _Tail, drafts: Sequence[Draft]) -> Spans:
    """Return what is confirmed: the content of the last statement before the comma, else its clause."""
    start = clause.words[clause.sentence_start(tail.comma)].start
    stop = clause.words[tail.comma].start
    said = [d for d in drafts if d.cue and start <= d.cue[0].start < stop and d.content[-1].end <= stop]
    if said:
        return max(said, key=lambda d: d.cue[0].start).content
    plain = clause.span(clause.sentence_start(tail.comma), tail.comma)
    return () if tail.rule == "as did" or plain is None else (plain,)


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
        if source and cue and content and _closed(clause, after) and not _refused(clause, source[1], at):
            rule = f"verb {entry.lemma}: {CONFIRMS}"
            part = clause.unit.part
            yield Draft((content,), spans_of(clause, source), (cue,), _STANCES[entry.name], rule, part)


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
        and clause.low(at - 1) not in _ENDS
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
