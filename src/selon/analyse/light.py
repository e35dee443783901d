"""Statements without a parser: quotations, cue words and according-to forms of the light packs.

A source is a run of words beside a cue; a content is a that-clause, a quotation, an object, or what stands
before a cue that follows a break. What a pack must know for it is in its `light.toml` and `cues.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from selon.analyse.drafts import Draft
from selon.analyse.headlines import label_drafts
from selon.analyse.light_cues import at_source, cue_drafts
from selon.analyse.light_pack import LightPack, light_pack
from selon.analyse.light_sources import cut, past_adverbs, segment_start, source_after
from selon.analyse.light_view import View, view_of
from selon.analyse.units import Unit
from selon.languages import pack as packs
from selon.model.document import Document
from selon.model.span import Span
from selon.model.statement import Stance
from selon.text.segment import sentences

_BACK = 1500
"""How far back, in code points, the sentence is looked for that "об этом" points to."""


def light_drafts(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield the drafts of a unit by its marks and words alone; a language without a pack has none."""
    if packs.kind(doc.lang) == packs.NONE:
        return
    known = light_pack(doc.lang)
    view = view_of(doc, unit, known)
    found = [d for d in _of_words(doc, view, known) if d is not None]
    told = [s for d in found for s in d.content]
    yield from found
    yield from (d for d in label_drafts(doc, unit) if not any(s.overlap(t) for s in d.content for t in told))


def _of_words(doc: Document, view: View, pack: LightPack) -> Iterator[Draft | None]:
    if pack.back.match(view.text):
        if draft := _pointing_back(doc, view, pack):
            yield draft
            yield from _citing(view, pack, draft)
        return
    found = list(cue_drafts(view, pack))
    yield from _according(view, pack)
    yield from _own(view, pack)
    yield from _postposed(view, pack)
    yield from found
    if found:
        yield from _citing(view, pack, found[-1])
    elif draft := _hearsay(view, pack):
        yield draft


def _according(view: View, pack: LightPack) -> Iterator[Draft | None]:
    for found in pack.according.finditer(view.text):
        if pack.cue.match(view.text, past_adverbs(view.text, pack, found.end(), view.end)):
            continue
        if pack.auxiliaries.match(view.text, found.end()):
            continue  # "según dijo X", "según ha dicho X": read with the cue
        if source := source_after(view.text, pack, found.end()):
            yield _around(view, pack, found.start(), source, source.end, Span(*found.span("cue")))


def _own(view: View, pack: LightPack) -> Iterator[Draft | None]:
    """ "по его словам", "a su juicio": the source is the possessive."""
    for found in _found(view.text, pack.own):
        who, cue = Span(*found.span("who")), Span(*found.span("cue"))
        yield _around(view, pack, found.start(), who, found.end(), cue)


def _found(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)


def _postposed(view: View, pack: LightPack) -> Iterator[Draft | None]:
    """ "der Polizei zufolge": the source stands before its word, from the last article that may open it."""
    for found in pack.after.finditer(view.text):
        if any(own.end() == found.end() for own in _found(view.text, pack.own)):
            continue
        start = segment_start(view.text, found.start())
        openers = [m.start() for m in pack.after_openers.finditer(view.text, start, found.start())]
        source = cut(view.text, pack, openers[-1] if openers else start, found.start(), whole=True)
        if source:
            yield _around(view, pack, source.start, source, found.end(), Span(*found.span("cue")))


def _around(view: View, pack: LightPack, start: int, source: Span, end: int, cue: Span) -> Draft | None:
    """Return the draft of an according-to phrase `[start, end)`: what follows it, or stands around it."""
    begin = view.sentence_start(start)
    after = view.cleaned(end, view.sentence_end(end))
    before = None if past_adverbs(view.text, pack, begin, start) >= start else view.cleaned(begin, start)
    if before and after and view.text[start - 1 : start] != "(":
        whole = "," not in view.text[before.start : before.end] or view.text[end : end + 1] != ","
        return view.draft((before, after if whole else None), source, cue, Stance.asserts, "according to")
    return view.draft((before or after,), source, cue, Stance.asserts, "according to")


def _pointing_back(doc: Document, view: View, pack: LightPack) -> Draft | None:
    """ "Об этом сообщил X", "Das teilte X mit": the sentence before is what is said."""
    found = pack.cue.search(view.text)
    start = max(0, view.base - _BACK)
    before = sentences(doc.text, doc.lang, Span(start, view.base)) if start < view.base else ()
    if found is None or not before or view.level:
        return None
    stance = pack.cues[" ".join(found.group().lower().split())][0].stance
    source = source_after(view.text, pack, at_source(view, pack, found.end()))
    if source is None:
        lead = pack.back.match(view.text)
        source = cut(view.text, pack, lead.end() if lead else 0, found.start(), whole=True)
    made = view.draft((Span(0, 1),), source, Span(*found.span()), stance, "pointing back")
    return replace(made, content=(_bare(doc.text, before[-1]),)) if made else None


def _bare(text: str, span: Span) -> Span:
    return Span(span.start, span.end - 1) if text[span.end - 1] == "." and len(span) > 1 else span


def _hearsay(view: View, pack: LightPack) -> Draft | None:
    """A verb of hearsay ("sollen … gewesen sein", "habrían sido …") with no source: reported by nobody."""
    found = next(_found(view.text, pack.hearsay), None)
    if found is None or pack.condition.search(view.text) or view.text.rstrip().endswith("?"):
        return None
    content = view.cleaned(view.sentence_start(found.start()), view.end)
    made = view.draft((content,), None, None, Stance.asserts, "hearsay")
    return replace(made, hearsay=(view.place(Span(*found.span("verb"))),)) if made else None


def _citing(view: View, pack: LightPack, upper: Draft) -> Iterator[Draft | None]:
    for found in pack.citing.finditer(view.text):
        source = source_after(view.text, pack, found.end())
        near = view.sentence_start(found.start()) + view.base <= upper.cue[0].start if upper.cue else False
        if source and near:
            cue = Span(*found.span("cue"))
            made = view.draft((source,), source, cue, Stance.asserts, "citing")
            yield replace(made, content=upper.content, above=upper.cue) if made else None
