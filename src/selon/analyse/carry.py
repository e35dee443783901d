"""Quotations without a cue of their own: carried on from the speaker before, or of whom their line tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.analyse.drafts import Draft
from selon.analyse.grammar.clause import Clause
from selon.analyse.grammar.ranges import spans_of
from selon.analyse.headlines import promotes
from selon.analyse.introduced import about, announced_by
from selon.analyse.kinds import kind_of
from selon.analyse.quotes import Quote
from selon.analyse.units import Unit
from selon.analyse.witnesses import first_named, met, opening_name, own_words
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span, Spans, tidy, words_of
from selon.model.statement import CARRIED, SourceKind, Stance
from selon.text.segment import trim

FEWEST_WORDS = 4
"""A quotation carried on without a cue has at least this many words; fewer are scare quotes or titles."""

NEAR = 2
"""How many paragraphs further on a speaker may go on."""


def give_speakers(found: Sequence[list[Draft]]) -> None:
    """Give drafts that go on with the speaker before them ("Et de conclure : …") that speaker's mention."""
    last: Spans = ()
    for drafts in found:
        for at, draft in enumerate(drafts):
            if draft.goes_on and last:
                drafts[at] = replace(draft, source=last)
        named = [d for d in drafts if d.source and d.cue and not d.above]
        last = max(named, key=lambda d: d.cue[-1].start).source if named else last


def carried_drafts(
    doc: Document, units: Sequence[Unit], found: Sequence[Sequence[Draft]]
) -> Iterator[tuple[int, Draft]]:
    """Yield `(unit number, draft)` for quotations that go on with the speaker of the statement before."""
    speaker: Draft | None = None
    witness: Spans = ()
    announced: Spans = ()
    place = -9
    asides = (d for drafts in found for d in drafts if "aside" in d.rule and d.cue)
    inner = sorted(asides, key=lambda d: d.cue[0])
    joined = {d.content[-1] for drafts in found for d in drafts if len(d.content) > 1}
    for number, unit in enumerate(units):
        announcer, announced = announced, announced_by(doc, unit)
        if unit.level or unit.block or promotes(doc, unit):
            continue
        drafts = [*found[number], *_asides_within(unit, inner)]
        near = speaker is not None and unit.paragraph - place <= NEAR
        if any(q.span in joined for q in unit.quotes) and not drafts:
            place = unit.paragraph
            continue
        witness = () if any(d.cue for d in drafts) else met(doc, unit) or witness
        if said := _of_witness(doc, unit, drafts, announcer, witness):
            yield number, said
            speaker, place = said, unit.paragraph
        elif near and speaker is not None and (draft := _carried(doc, unit, drafts, speaker)):
            yield number, draft
            speaker, place = (draft if draft.source != speaker.source else speaker), unit.paragraph
        elif draft := _introduced_by_colon(doc, unit, drafts):
            yield number, draft
        named = [d for d in drafts if d.source and not d.above]
        if named:
            speaker, place = max(named, key=lambda d: d.cue[-1].start if d.cue else 0), unit.paragraph


def _of_witness(
    doc: Document, unit: Unit, drafts: Sequence[Draft], announcer: Spans, witness: Spans
) -> Draft | None:
    """A quotation that stands alone behind the line of its announcer, or behind sentences about a witness who
    speaks of himself in it."""
    if drafts or not (announcer or witness):
        return None
    alone = _alone(doc.text, unit, [q for q in unit.quotes if _speech(doc.text, q)])
    if alone is None or not (announcer or own_words(doc, (alone,))):
        return None
    return Draft((alone,), announcer or witness, (), Stance.asserts, CARRIED, unit.part, carried=True)


def _asides_within(unit: Unit, inner: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts of asides inside the quotations of a unit that tell these from their beginning ("« P,
    dit-elle, Q »"): the speaker of the quotation. `inner` are all asides, in order."""
    for quote in unit.holes:
        first = bisect_left(inner, quote.span.start, key=lambda d: d.cue[0].start)
        last = bisect_right(inner, quote.span.end, key=lambda d: d.cue[0].start)
        for draft in inner[first:last]:
            opens = draft.content[0].start <= quote.span.start + 1
            if opens and quote.span.holds(draft.cue[0]) and quote.span.holds(draft.content[-1]):
                yield draft


def pulled_quotations(doc: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a quotation that stands alone and comes again inside what somebody is said to say to that one: it
    was pulled out of there."""
    if not any(draft.rule == CARRIED for draft in drafts):
        return list(drafts)
    told = [(d, _bare(words_of(doc.text, d.content))) for d in drafts if d.cue and d.source]
    out = []
    for draft in drafts:
        words = _bare(words_of(doc.text, draft.content)) if draft.rule == CARRIED else ""
        said = next((d for d, whole in told if words and words in whole), None)
        out.append(replace(draft, source=said.source) if said else draft)
    return out


def _bare(words: str) -> str:
    """Words in lower case without marks."""
    return " ".join(re.findall(r"\w+", words.lower()))


def _introduced_by_colon(doc: Document, unit: Unit, drafts: Sequence[Draft]) -> Draft | None:
    """A quotation after a colon with no cue and no speaker near: said, but by nobody named."""
    for quote in unit.quotes if not drafts else ():
        lead = doc.text[unit.span.start : quote.span.start].rstrip()
        if quote in unit.holes and lead.endswith(":"):
            return Draft(
                (quote.span,), (), (), Stance.asserts, "quotation after a colon", unit.part, carried=True
            )
    return None


def joined_quotations(doc: Document, units: Sequence[Unit], found: Sequence[list[Draft]]) -> None:
    """Join a quotation that goes on after an aside to the one before it, where the language has it so."""
    if not table(doc.lang, "quotes").get("joined_after_aside"):
        return
    last: int | None = None
    for number, unit in enumerate(units):
        if unit.level:
            continue
        if last is not None and units[last].paragraph == unit.paragraph and not found[number]:
            _join(doc, unit, found[last])
            if any(q in unit.holes for q in unit.quotes) and _alone(doc.text, unit, unit.quotes):
                continue
        last = number


def _join(doc: Document, unit: Unit, before: list[Draft]) -> None:
    quote = _alone(doc.text, unit, unit.quotes)
    for at, draft in enumerate(before):
        if quote and "aside" in draft.rule and doc.text[draft.content[-1].end - 1] in "”\"»'":
            before[at] = replace(draft, content=tidy((*draft.content, quote)))
            return


def _carried(doc: Document, unit: Unit, drafts: Sequence[Draft], speaker: Draft) -> Draft | None:
    free = [q for q in unit.quotes if _speech(doc.text, q) and not _told(q.span, drafts)]
    if not free:
        return None
    alone = _alone(doc.text, unit, free)
    if alone:
        return Draft((alone,), speaker.source, (), Stance.asserts, CARRIED, unit.part, carried=True)
    if drafts or not _person(doc, speaker):
        return None
    whole = trim(doc.text, unit.span.start, unit.span.end)
    if whole is None or not any(q in unit.holes for q in free):
        return None
    about_whom = _of_whom(doc, unit)
    if not about_whom and _inside_subject(doc, unit):
        return None
    whole = Span(whole.start, whole.end - 1) if doc.text[whole.end - 1] == "." and len(whole) > 1 else whole
    source = about_whom or speaker.source
    return Draft((whole,), source, (), Stance.asserts, f"mixed {CARRIED}", unit.part, carried=True)


def _inside_subject(doc: Document, unit: Unit) -> bool:
    """Tell whether a quotation stands before the verb of its sentence ("L'article, qui prévoit « … », est
    voté"): a title or a term, nobody's words."""
    clause = Clause(unit, doc.text, doc.lang)
    end = max(quote.span.end for quote in unit.quotes)
    return any(clause.finite(i) for i, word in enumerate(unit.words) if word.start >= end)


def _of_whom(doc: Document, unit: Unit) -> Spans:
    """The person whom a sentence that quotes is about, if not one told by a pronoun: who is quoted there."""
    clause = Clause(unit, doc.text, doc.lang)
    found = about(clause, 0, len(clause.words)) if unit.words else None
    words = words_of(doc.text, spans_of(clause, found)).lower() if found else ""
    if words and words not in table(doc.lang, "sources")["pronouns"]:
        return spans_of(clause, found)
    return () if words else first_named(doc, unit) or opening_name(doc, unit)


def _person(doc: Document, speaker: Draft) -> bool:
    words = speaker.source[0].of(doc.text)
    return kind_of(words, doc.lang) in {SourceKind.named_person, SourceKind.office} or words.lower() in table(
        doc.lang, "sources"
    ).get("pronouns", ())


def _speech(text: str, quote: Quote) -> bool:
    return quote.words(text) >= FEWEST_WORDS


def _told(span: Span, drafts: Sequence[Draft]) -> bool:
    return any(sum(content.overlap(span) for content in d.content) > len(span) // 2 for d in drafts)


def _alone(text: str, unit: Unit, free: Sequence[Quote]) -> Span | None:
    """Return the quotation when hardly a word of its unit stands outside it."""
    for quote in free:
        outside = text[unit.span.start : quote.span.start] + text[quote.span.end : unit.span.end]
        if len(re.findall(r"\w+", outside)) <= 1:
            return quote.span
    return None
