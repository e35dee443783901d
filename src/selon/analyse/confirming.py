"""A second source for what was just said, in its sentence: ", ce qu'a confirmé X", ", as did Y".

The words before the comma are what is confirmed or denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.analyse.asides import inverted_subject
from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import names_thing
from selon.analyse.grammar.verbs import group_start, negated, passive
from selon.analyse.lexicon import Listed, listed
from selon.analyse.passives import agent
from selon.analyse.pictures import pictured
from selon.model.span import Span, Spans, tidy
from selon.model.statement import CONFIRMS, Stance
from selon.text.segment import trim

REACH = 9
"""The verb stands within this many words of the comma."""
ENDS = frozenset({",", ".", ";", ":", "!", "?", "…", ")", "»", "”", '"', "–", "—"})
"""Marks that the search for a verb, or for the beginning of a phrase, does not cross."""
STANCES = {"confirms": Stance.asserts, "denies": Stance.denies}
"""What the verbs of each list of the cues' table `confirming` do."""


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
        if clause.low(at) in ENDS or clause.quoted[at]:
            return None
        if clause.pos(at) != "NOUN" and (entries := forms.get(clause.low(at))):
            entry = next((e for e in entries if e.shape in {"fin", "pp"}), None)
            return (at, entry) if entry and not refused(clause, start, at) else None
    return None


def _passive(clause: Clause, at: int) -> bool:
    shapes = {e.shape for e in listed(clause.lang, "confirming").get(clause.low(at), ())}
    return "pp" in shapes and passive(clause, at, "pp")


def refused(clause: Clause, start: int, at: int) -> bool:
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
    return _Tail(comma, end, source, (at, at + 1), STANCES[entry.name], rule)


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
