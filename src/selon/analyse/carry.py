"""Quotations without a cue of their own: carried on from the speaker before, or set as blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.analyse.clause import VERBAL, Clause
from selon.analyse.drafts import Draft
from selon.analyse.headlines import CREDIT_LINE, promotes, signs
from selon.analyse.introduced import about
from selon.analyse.kinds import kind_of
from selon.analyse.nouns import spans_of
from selon.analyse.quotes import Quote
from selon.analyse.subjects import subject
from selon.analyse.units import Unit
from selon.analyse.witnesses import met, opening_name, own_words
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span, Spans, tidy, words_of
from selon.model.statement import CARRIED, SourceKind, Stance
from selon.text.letters import UPPER
from selon.text.segment import paragraphs, trim

FEWEST_WORDS = 4
"""A quotation carried on without a cue has at least this many words; fewer are scare quotes or titles."""

NEAR = 2
"""How many paragraphs further on a speaker may go on."""

ABOVE = 40
"""How many paragraphs above a block its speaker is looked for."""
_NAME = re.compile(
    rf"[{UPPER}][\w’'-]+(?:[ \u00a0](?:de|da|van|von|del|al|el|ben|bin)?[ \u00a0]?[{UPPER}][\w’'-]+)+"
)
_SAME_BLOCK = re.compile(r"\s*\n\s*>(?![ \u00a0]*[—―–-][ \u00a0])[^\n]*")
_HEADING = re.compile(r"\s*(?:#|[*_]{2}|!\[)")


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
        if unit.level or unit.block or promotes(doc, unit):
            continue
        drafts = [*found[number], *_asides_within(unit, inner)]
        near = speaker is not None and unit.paragraph - place <= NEAR
        if any(q.span in joined for q in unit.quotes) and not drafts:
            place = unit.paragraph
            continue
        witness = () if any(d.cue for d in drafts) else announced or met(doc, unit) or witness
        told, announced = bool(announced), _announced(doc, unit)
        if witness and (said := _of_witness(doc, unit, drafts, witness, told)):
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


def _announced(doc: Document, unit: Unit) -> Spans:
    """The subject of a line that ends in a colon ("Nora Keane, chief vet, said:"), whose the next line is."""
    if unit.quotes or not unit.words or doc.text[unit.span.end - 1] != ":":
        return ()
    clause = Clause(unit, doc.text, doc.lang)
    verbs = (i for i in range(len(clause.words)) if clause.low(i) in clause.forms and clause.pos(i) in VERBAL)
    last = max(verbs, default=None)
    return spans_of(clause, subject(clause, last)) if last is not None else ()


def _of_witness(
    doc: Document, unit: Unit, drafts: Sequence[Draft], witness: Spans, told: bool
) -> Draft | None:
    """A quotation that stands alone behind sentences about a witness, who speaks of himself in it, or behind
    the line that `told` of it."""
    alone = None if drafts else _alone(doc.text, unit, [q for q in unit.quotes if _speech(doc.text, q)])
    if alone is None or not (told or own_words(doc, (alone,))):
        return None
    return Draft((alone,), witness, (), Stance.asserts, CARRIED, unit.part, carried=True)


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
    about_whom = _of_whom(doc, unit)
    if (
        whole is None
        or not any(q in unit.holes for q in free)
        or (not about_whom and _inside_subject(doc, unit))
    ):
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
    return () if words else _first_named(doc, unit) or opening_name(doc, unit)


def _first_named(doc: Document, unit: Unit) -> Spans:
    """The person whose full name stands first before the quotation of a sentence, behind a few words of which
    none governs it ("Mais samedi, Ivo Sarre est venu …")."""
    end = min(q.span.start for q in unit.quotes)
    found = _NAME.search(doc.text, unit.span.start, end)
    lead = re.findall(r"[\w’']+", doc.text[unit.span.start : found.start()].lower()) if found else []
    governed = lead[-1:] and lead[-1] in table(doc.lang, "grammar")["linking"]
    if found is None or len(lead) > FEWEST_WORDS or governed:
        return ()
    named = kind_of(found.group(), doc.lang) is SourceKind.named_person
    return (Span(found.start(), found.end()),) if named else ()


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


def block_drafts(
    doc: Document, units: Sequence[Unit], found: Sequence[Sequence[Draft]]
) -> Iterator[tuple[int, Draft]]:
    """Yield one draft for every block quotation, given to the speaker that the text above introduces."""
    blocks: dict[tuple[int, int], int] = {}
    for number, unit in enumerate(units):
        if unit.block and not unit.level:
            blocks.setdefault(_paragraph(doc.text, unit.span), number)
    spots = paragraphs(doc.text) if blocks else ()
    starts = [p.start for p in spots]
    sources: dict[int, Spans] = {}
    for number, unit in enumerate(units):
        for draft in found[number] if blocks else ():
            if draft.source:
                sources[starts[bisect_right(starts, unit.span.start) - 1]] = draft.source
    for (start, end), number in blocks.items():
        above = spots[: bisect_left(starts, start)][-ABOVE:]
        speaker = _signed_below(doc, end) or _introduced(doc, above, sources)
        body = trim(doc.text, start, end)
        while body and doc.text[body.start] == ">" and len(body) > 1:
            body = trim(doc.text, body.start + 1, body.end)
        if body and speaker:
            yield (
                number,
                Draft(
                    (body,), speaker, (), Stance.asserts, "block quotation", units[number].part, carried=True
                ),
            )


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return start, end if end >= 0 else len(text)


def _signed_below(doc: Document, end: int) -> Spans:
    """Return the speaker whom the line after the last paragraph of a block names ("— Vera Lindqvist")."""
    while more := _SAME_BLOCK.match(doc.text, end):
        end = more.end()
    found = CREDIT_LINE.match(doc.text, end)
    name = trim(doc.text, *found.span("name")) if found and signs(doc, found.group("name")) else None
    return (name,) if name else ()


def _introduced(doc: Document, above: Sequence[Span], sources: dict[int, Spans]) -> Spans:
    """Return the speaker above a block: the first name of the nearest paragraph with one, or its source."""
    for paragraph in reversed(above):
        words = paragraph.of(doc.text)
        if words.startswith(">") or _HEADING.match(words):
            continue
        if name := _NAME.search(words):
            return (Span(paragraph.start + name.start(), paragraph.start + name.end()),)
        if paragraph.start in sources:
            return sources[paragraph.start]
    return ()
