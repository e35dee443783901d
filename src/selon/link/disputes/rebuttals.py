"""Sentences that reject what was said before without saying it again ("Ces accusations sont infondées").

What such a sentence points back to is looked for in its own document: the place before it that it is most
like, by somebody else, or the words of the one whom it names ("the Welsh argument"). Where nothing stands
near enough, nothing is linked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.chains.surroundings import Surroundings
from selon.link.disputes.rejections import apposed, contested, goes_on, next_before, points, rejection, thing
from selon.link.kept import Kept
from selon.link.quantities.circumstances import led_by_comparison
from selon.model.claim import DisputeLevel
from selon.model.document import FURNITURE, Document
from selon.model.quantity import Quantity
from selon.model.span import Span, Spans
from selon.text import segment
from selon.text.normalise import folded

REACH = 900
"""Code points before a rebuttal in which what it rejects must stand."""
_STEP, _VOICE = 0.05, 0.15
"""What a place loses for each sentence between it and the rebuttal, and when nobody is its source."""
_POINTED = 0.15
"""The same for each sentence where one thing is pointed at ("this argument")."""


_NEXT = 2
"""Sentences before a rebuttal that points at what stands right before it."""
_BEFORE, _AFTER = 20, 40
"""Code points before and after the thing that is rejected in which its author may be named."""


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """A sentence that rejects the place `target`; `at` is the place that it is itself, if it is one."""

    doc: str
    span: Span
    at: int | None
    target: int
    level: DisputeLevel


def rebuttals(scene: Scene, around: Surroundings, kept: Kept) -> list[Rebuttal]:
    """Return the rebuttals of all documents with what they reject, by document and place."""
    places: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(scene.found):
        places[one.doc].append(k)
    docs = sorted(scene.paths.docs)
    keys = [around.digest(places[doc], around.document(doc)) for doc in docs]

    def make(n: int) -> list[Rebuttal]:
        held = places[docs[n]]
        number = {k: m for m, k in enumerate(held)}
        found = _of_document(scene, scene.paths.docs[docs[n]], held)
        return [replace(r, at=None if r.at is None else number[r.at], target=number[r.target]) for r in found]

    found = kept.each("rebuttals", list[Rebuttal], keys, make)
    return [
        replace(r, at=None if r.at is None else places[doc][r.at], target=places[doc][r.target])
        for doc, many in zip(docs, found, strict=True)
        for r in many
    ]


def _of_document(scene: Scene, doc: Document, places: Sequence[int]) -> Iterator[Rebuttal]:
    sentences = segment.sentences(doc.text, doc.lang)
    for n, sentence in enumerate(sentences):
        own = [k for k in places if scene.found[k].span.overlap(sentence) > 0]
        level = _rejects(scene, doc, sentence, own)
        counts = list(_counted(scene, doc, sentence, own)) if level is DisputeLevel.figure else []
        if _furniture(doc, sentence):
            continue
        if counts or (asides := list(_apposed(scene, doc, sentence, own))):
            yield from counts or asides
        elif level is not None:
            yield from _resolved(_Spot(scene, doc, sentences, n, own), places, level)


def _apposed(scene: Scene, doc: Document, sentence: Span, own: Sequence[int]) -> Iterator[Rebuttal]:
    """What a sentence says and rejects in an aside ("…, a claim that the mayor denies")."""
    start = apposed(sentence.of(doc.text), doc.lang)
    if start is None:
        return
    span = Span(sentence.start + start, sentence.end)
    said = [k for k in own if scene.found[k].span.start < span.start]
    answers = [k for k in own if scene.found[k].span.start >= span.start]
    if said:
        target = max(said, key=lambda k: (not scene.found[k].voice, k))
        yield Rebuttal(doc.id, span, min(answers, default=None), target, DisputeLevel.denies)


def _counted(scene: Scene, doc: Document, sentence: Span, own: Sequence[int]) -> Iterator[Rebuttal]:
    """The counts of a sentence that calls them contested itself, but for that of whoever contests them."""
    found = contested(sentence.of(doc.text), doc.lang)
    if found is None:
        return
    said, who = (span.shift(sentence.start) for span in found)
    for k in _of_the_day(doc, scene, own):
        one = scene.found[k]
        theirs = any(who.overlap(s) for s in one.statement.source) and not one.disowned
        if one.figures and not theirs:
            yield Rebuttal(doc.id, said, None, k, DisputeLevel.figure)


def _of_the_day(doc: Document, scene: Scene, places: Sequence[int]) -> list[int]:
    """The places but for those whose figures others are only compared with: who contests a count contests
    the one that is told, unless there is no other."""
    told = [k for k in places if not _compared(doc, scene.found[k].figures)]
    return told if any(scene.found[k].figures for k in told) else list(places)


def _compared(doc: Document, figures: Sequence[Quantity]) -> bool:
    return bool(figures) and all(led_by_comparison(doc, figure) for figure in figures)


@dataclass(frozen=True, slots=True)
class _Spot:
    """The sentence `sentences[number]` of a document, with the places that it holds."""

    scene: Scene
    doc: Document
    sentences: Spans
    number: int
    own: Sequence[int]

    @property
    def sentence(self) -> Span:
        return self.sentences[self.number]

    @property
    def at(self) -> int | None:
        """The place that speaks for the sentence: an attributed one first."""
        return min(self.own, key=lambda k: (self.scene.found[k].voice, k), default=None)


def _rejects(scene: Scene, doc: Document, sentence: Span, own: Sequence[int]) -> DisputeLevel | None:
    """Whether a sentence, or somebody's words in it, reject what stands before it, and what of that."""
    spans = [sentence, *(scene.found[k].span for k in own if not scene.found[k].voice)]
    return next((level for s in spans if (level := rejection(s.of(doc.text), doc.lang))), None)


def _furniture(doc: Document, sentence: Span) -> bool:
    part = doc.part_at(sentence) if doc.parts else None
    return part is not None and part.kind in FURNITURE


def _resolved(spot: _Spot, places: Sequence[int], level: DisputeLevel) -> Iterator[Rebuttal]:
    found, start = spot.scene.found, spot.sentence.start
    before = [k for k in places if 0 <= start - found[k].span.end <= REACH]
    if level is DisputeLevel.figure:
        before = [k for k in before if found[k].figures]
    if next_before(spot.sentence.of(spot.doc.text), spot.doc.lang):
        before = _right_before(spot, before)
    named = _named(spot.sentence, spot.doc)
    called = [k for k in before if named & _source(spot.scene, k)]
    fresh = goes_on(spot.sentence.of(spot.doc.text), spot.doc.lang)
    others = [] if fresh else [k for k in before if not _same(spot, k)]
    target = max(called or others, key=lambda k: _worth(spot, k), default=None)
    if target is not None:
        figures = [k for k in called or others if found[k].sentence == found[target].sentence]
        figures = _of_the_day(spot.doc, spot.scene, figures)
        for k in figures if level is DisputeLevel.figure else [target]:
            yield Rebuttal(spot.doc.id, _words(spot), spot.at, k, level)


def _right_before(spot: _Spot, places: Sequence[int]) -> list[int]:
    """The places of the last sentence but one or two that says anything beside counts."""
    told = [k for k in places if not spot.scene.found[k].figures]
    near = spot.sentences[max(0, spot.number - _NEXT) : spot.number]
    held = ([k for k in told if spot.scene.found[k].span.overlap(s) > 0] for s in reversed(near))
    return next((many for many in held if many), [])


def _words(spot: _Spot) -> Span:
    """The place itself where its own words reject, else the sentence around it."""
    span = spot.scene.found[spot.at].span if spot.at is not None else spot.sentence
    return span if rejection(span.of(spot.doc.text), spot.doc.lang) else spot.sentence


def _worth(spot: _Spot, k: int) -> tuple[float, int]:
    """How much a place before a rebuttal may be what it rejects: alike, attributed, near."""
    one = spot.scene.found[k]
    alike = float(spot.scene.raw[spot.at, k]) if spot.at is not None else 0.0
    between = spot.number - bisect_right(spot.sentences, one.span.end - 1, key=lambda s: s.start)
    pointed = points(spot.sentence.of(spot.doc.text), spot.doc.lang)
    return alike - (_POINTED if pointed else _STEP) * between - _VOICE * one.voice, k


def _named(sentence: Span, doc: Document) -> frozenset[str]:
    """The name beside the thing that is rejected ("the Welsh argument", "la version de la mairie")."""
    plain = folded(sentence.of(doc.text))
    place = thing(plain.text, doc.lang)
    if place is None:
        return frozenset()
    said = plain.back(*place).shift(sentence.start)
    near = Span(max(sentence.start, said.start - _BEFORE), min(sentence.end, said.end + _AFTER))
    return frozenset(map(wording.stem, wording.names(doc.text, near)))


def _source(scene: Scene, at: int) -> frozenset[str]:
    one = scene.found[at]
    text = scene.paths.docs[one.doc].text
    words = " ".join(s.of(text) for s in one.statement.source)
    actor = scene.cast.by_statement.get(one.statement.id)
    return frozenset(wording.stems(f"{words} {actor.name if actor else ''}", one.lang))


def _same(spot: _Spot, other: int) -> bool:
    """Whether both are the words of one actor: nobody rejects what he says himself."""
    actor = spot.scene.cast.by_statement.get(spot.scene.found[other].statement.id)
    return actor is not None and {actor.id} == _speaking(spot)


def _speaking(spot: _Spot) -> set[str]:
    """Who speaks in the sentence: the actor of its place, or those whose words stand in it."""
    scene = spot.scene
    if spot.at is not None:
        said = [scene.found[spot.at].statement]
    else:
        many = scene.by_doc.get(spot.doc.id, ())
        said = [s for s in many if any(c.overlap(spot.sentence) for c in s.content)]
    actors = [scene.cast.by_statement.get(s.id) for s in said]
    return {a.id for a in actors if a is not None}
