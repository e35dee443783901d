"""Chains in one sentence: "X, cité par Y", "Y, citant X", "confie un proche au journal Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.nouns import noun_phrase
from selon.analyse.grammar.ranges import Range, spans_of
from selon.analyse.grammar.source_words import source_words
from selon.analyse.grammar.speakers import may_speak
from selon.analyse.kinds import kind_of
from selon.analyse.mentions import words_in
from selon.languages.pack import table
from selon.model.span import Span, Spans, words_of
from selon.model.statement import SourceKind, Stance

NEAR = 60
"""A source stands at most this many code points before "cité par"."""


def cited_drafts(clause: Clause, held: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield the level above: "X, cité par Y", "des sources interrogées par Y" (Y reports what X says)."""
    for at in range(len(clause.words)):
        if clause.low(at) not in source_words(clause, "cited"):
            continue
        if clause.low(at + 1) not in source_words(clause, "by") or clause.pos(at - 1) in {"NUM", "DET"}:
            continue
        source = noun_phrase(clause, at + 2)
        draft = _near(clause, at, held)
        cue = clause.exact(at, at + 1)
        named = clause.span(*source) if source else None
        if draft and cue and named:
            yield Draft(draft.content, (named,), (cue,), Stance.asserts, "cited by", clause.unit.part)


def _near(clause: Clause, at: int, held: tuple[Draft, ...]) -> Draft | None:
    """Return the draft whose source stands closest before the participle."""
    place = clause.words[at].start
    named = [d for d in held if d.source and d.source[-1].end <= place]
    near = max(named, key=lambda d: d.source[-1].end, default=None)
    return near if near and place - near.source[-1].end < NEAR else None


def with_told(clause: Clause, held: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield every draft, its source without the medium told, and that medium above an unnamed speaker.

    It alone knows who that is. Agencies report nothing so: what their sources tell them is their own copy.
    """
    for draft in held:
        found = _told(clause, draft) if draft.source and draft.cue else None
        if found is None:
            yield draft
            continue
        at, paper = found
        source = tuple(Span(s.start, min(s.end, clause.words[at - 1].end)) for s in draft.source)
        yield replace(draft, source=source)
        unnamed = kind_of(words_of(clause.text, source), clause.lang) is SourceKind.anonymous
        if unnamed and not _agency(words_of(clause.text, paper), clause.lang):
            yield Draft(draft.content, paper, draft.cue, Stance.asserts, "cited by", clause.unit.part)


def _told(clause: Clause, draft: Draft) -> tuple[int, Spans] | None:
    """Return where the words for the person told begin, and the medium that they name."""
    first, last = draft.source[0].start, max(draft.source[-1].end, draft.cue[-1].end)
    for at, word in enumerate(clause.words):
        if word.start <= first or clause.low(at) not in clause.g["to"] or not _speaker(clause, first, at):
            continue
        found = noun_phrase(clause, at + 1, apposed=False)
        medium = _medium(clause, found) if found else ()
        if medium or word.start >= last:
            return (at, medium) if medium else None
    return None


def _speaker(clause: Clause, first: int, at: int) -> bool:
    """Tell whether the words from `first` to the word `at` name one who talked, not one who works there."""
    mention = clause.text[first : clause.words[at - 1].end]
    named = kind_of(mention, clause.lang) is SourceKind.named_person and "," not in mention
    return named or kind_of(mention, clause.lang) is SourceKind.anonymous


def _medium(clause: Clause, found: Range) -> Spans:
    spans = spans_of(clause, found)
    mention = words_of(clause.text, spans) if spans else ""
    return spans if mention and kind_of(mention, clause.lang) is SourceKind.media else ()


def _agency(mention: str, lang: str) -> bool:
    return any(f" {name} " in f" {' '.join(words_in(mention)).lower()} " for name in _agencies(lang))


@cache
def _agencies(lang: str) -> frozenset[str]:
    named = table(lang, "agencies").get("names", {})
    return frozenset(name.lower() for names in named.values() for name in names)


def citing_drafts(clause: Clause, held: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield those whom a speaker leans on ("citant plusieurs sources"): the lower level of a chain."""
    yield from _relayed(clause, held)
    for at in range(len(clause.words)):
        after = clause.phrase_at(at, source_words(clause, "citing"))
        if after is None or clause.low(after) in {":"}:
            continue
        source = noun_phrase(clause, _through(clause, after))
        cue, named = clause.exact(at, after), clause.span(*source) if source else None
        upper = _upper(held, cue) if cue else None
        quoted = source is None or any(clause.quoted[i] for i in range(*source))
        if upper and cue and named and source and may_speak(clause, source) and not quoted:
            yield _under(clause, upper, (named,), cue)


def _upper(held: tuple[Draft, ...], cue: Span) -> Draft | None:
    """Return the draft that leans on somebody: the nearest cue before, else the first one after."""
    others = [d for d in held if d.cue and not d.cue[-1].overlap(cue)]
    before = max((d for d in others if d.cue[-1].end <= cue.start), key=lambda d: d.cue[-1].end, default=None)
    return before or min(
        (d for d in others if d.cue[0].start >= cue.end), key=lambda d: d.cue[0].start, default=None
    )


def _under(clause: Clause, upper: Draft, source: Spans, cue: Span) -> Draft:
    part = clause.unit.part
    return Draft(upper.content, source, (cue,), Stance.asserts, "citing", part, above=upper.cue)


def _relayed(clause: Clause, held: tuple[Draft, ...]) -> Iterator[Draft]:
    """Yield whom a medium leans on in ", rapporte X d'après Y": Y tells it, X passes it on."""
    for lower in held:
        upper = next((d for d in held if _next_to(d, lower)), None) if lower.source else None
        if upper and upper.cue and _relays(clause, upper) and not _is_medium(clause, lower.source):
            yield _under(clause, upper, lower.source, lower.cue[0])


def _next_to(upper: Draft, lower: Draft) -> bool:
    """Tell whether an according-to form follows the speaker of an aside at once."""
    forms = "aside" in upper.rule and lower.rule.startswith("according") and bool(upper.source)
    return forms and 0 <= lower.cue[0].start - upper.source[-1].end <= len(", ")


def _relays(clause: Clause, upper: Draft) -> bool:
    """Tell whether the speaker is a medium, by name or by its verb ("rapporte")."""
    relaying = table(clause.lang, "cues").get("relaying", ())
    return _is_medium(clause, upper.source) or any(f"verb {verb}:" in upper.rule for verb in relaying)


def _is_medium(clause: Clause, source: Spans) -> bool:
    return kind_of(words_of(clause.text, source), clause.lang) is SourceKind.media


def _through(clause: Clause, at: int) -> int:
    """Return where the source begins: after "les conclusions de", which only say what of it is cited."""
    return clause.phrase_at(at, source_words(clause, "citing_through")) or at
