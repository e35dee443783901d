"""Comparable propositions: one for each piece of each content, with all that merging must check."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from selon.languages import pack
from selon.link import wording
from selon.link.actors import lexicon
from selon.link.actors.acronyms import said_in, short_forms, shortener
from selon.link.kept import Kept
from selon.link.propositions.pieces import figures_left, pieces
from selon.link.quantities.sites import site
from selon.model.document import FURNITURE, Document, PartKind
from selon.model.identity import digest
from selon.model.quantity import Quantity
from selon.model.span import Span, hull, words_of
from selon.model.statement import Form, Stance, Statement
from selon.text import polarity, segment
from selon.text.normalise import fold

_NO_ASSERTION = frozenset({Stance.asks, Stance.intends})
_TURNED = frozenset({Stance.denies, Stance.doubts})
_LEAST_STEMS = 3
_LEAD = 80
"""Code points from a source to its content; further away, a negative word belongs to something else."""
_BESIDE = 12
"""Code points before and after a cue in which the words that deny it stand."""
_FEWEST = 2
"""Content words below which a content without a figure asserts nothing that can be compared."""


class Proposition(msgspec.Struct, frozen=True):
    """What one place of a document asserts.

    `span` is the place of the content, `sentence` the sentence around it, `text` the wording that is
    compared (the sentence where the content alone says too little, long names by their acronyms), `stems`
    those of both long and short names, `positive` its polarity with the stance of the cue counted in, `voice`
    whether nobody is named as its source.
    """

    statement: Statement
    doc: str
    span: Span
    sentence: Span
    lang: str
    text: str
    stems: frozenset[str]
    names: frozenset[str]
    moments: frozenset[str]
    figures: tuple[Quantity, ...]
    positive: bool
    voice: bool
    sites: frozenset[str] = frozenset()
    """The places that a preposition ties to its figures ("1,500 in Brindelle")."""
    source: str = ""
    """Who is named as saying it: the id of an actor, "" where nobody is."""
    disowned: bool = False
    """The document says that the source does NOT say so ("les images n'attestent pas que")."""
    echo: bool = False
    """Somebody confirms or denies what another said: `span` is where it says so ("ce qu'a confirmé X"), the
    rest is of the words that are taken up."""

    @property
    def key(self) -> tuple[str, Span]:
        """The place: unique within a dossier."""
        return self.doc, self.span


def propositions(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    quantities: Mapping[str, Sequence[Quantity]],
    kept: Kept | None = None,
) -> tuple[Proposition, ...]:
    """Return the propositions of all documents, sorted by document and place, one for each place.

    Requests and intentions assert nothing; furniture (promo, captions, boilerplate, credits) supports no
    claim; where a statement reports another, only the inner one stands for their common words; a text that
    is reprinted whole asserts through its own sentences.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    sure = short_forms(ordered)
    given = [
        (
            replace(d, capture=None),
            tuple(statements.get(d.id, ())),
            tuple(quantities.get(d.id, ())),
            said_in(d.text, sure),
        )
        for d in ordered
    ]
    keys = [digest(one) for one in given]
    found = (kept or Kept()).each("propositions", tuple[Proposition, ...], keys, lambda n: _of_one(*given[n]))
    return tuple(one for many in found for one in many)


def _of_one(
    doc: Document,
    statements: Sequence[Statement],
    quantities: tuple[Quantity, ...],
    short: tuple[tuple[str, str], ...],
) -> tuple[Proposition, ...]:
    return tuple(_without_doubles(list(_of_document(doc, statements, quantities, shortener(short)))))


def _of_document(
    doc: Document,
    statements: Sequence[Statement],
    quantities: tuple[Quantity, ...],
    shorten: Callable[[str], str],
) -> Iterator[Proposition]:
    sentences = segment.sentences(doc.text, doc.lang)
    for statement in sorted(statements, key=lambda s: (s.content, s.id)):
        if statement.stance in _NO_ASSERTION or statement.republished or _furniture(doc, statement):
            continue
        if _nobody(doc, statement) or _leaves_open(doc, statement):
            continue
        place = _echoed(doc, statement, statements, sentences)
        for piece in pieces(doc, statement, quantities):
            if _says_nothing(doc, piece, quantities):
                continue
            made = _make(doc, statement, piece, sentences, quantities, shorten)
            if place is None:
                yield made
                continue
            yield replace(made, span=place[0], sentence=place[1], echo=True)
            break  # one place has one proposition: the first of what is taken up
    for statement, piece in figures_left(doc, statements, sentences, quantities):
        made = _make(doc, statement, piece, sentences, quantities, shorten)
        yield _unturned(doc, made) if statement.stance in _TURNED else made


def _echoed(
    doc: Document, statement: Statement, statements: Sequence[Statement], sentences: Sequence[Span]
) -> tuple[Span, Span] | None:
    """The place and the sentence where a content is taken up that another statement has of its own."""
    if not (statement.confirms and statement.cue and statement.source):
        return None
    said = hull(statement.content)
    if not any(not s.confirms and hull(s.content).overlap(said) for s in statements):
        return None
    words = hull(tuple(sorted((*statement.cue, *statement.source))))
    sentence = next((s for s in sentences if s.holds(words)), words)
    start = max(sentence.start, doc.text.rfind(", ", sentence.start, words.start) + 2)
    start = said.end if start < said.end < words.start else start
    while not doc.text[start].isalnum():
        start += 1
    return Span(start, words.end), sentence


def _says_nothing(doc: Document, span: Span, quantities: tuple[Quantity, ...]) -> bool:
    content = span.of(doc.text)
    if polarity.unsettled(content, doc.lang) or (_heads(doc, span) and polarity.promises(content, doc.lang)):
        return True
    few = len(set(wording.stems(content, doc.lang))) < _FEWEST
    return few and not any(span.overlap(q.span) for q in quantities)


def _heads(doc: Document, span: Span) -> bool:
    part = doc.part_at(span) if doc.parts else None
    return part is not None and part.kind is PartKind.headline


def _nobody(doc: Document, statement: Statement) -> bool:
    """Whether the source names nobody ("aucun témoin ne dit"): then nobody asserts the content."""
    words = fold(words_of(doc.text, statement.source)) if statement.source else ""
    return any(
        words == word or words.startswith((f"{word} ", f"{word},")) for word in lexicon.nobody(doc.lang)
    )


def _leaves_open(doc: Document, statement: Statement) -> bool:
    """Whether the cue is a denial that is denied: who "did not deny" it neither says nor denies it."""
    if statement.stance not in _TURNED or not statement.cue:
        return False
    cue = hull(statement.cue)
    beside = doc.text[max(0, cue.start - _BESIDE) : cue.end + _BESIDE]
    return polarity.litotes(beside, doc.lang)


def _furniture(doc: Document, statement: Statement) -> bool:
    part = doc.part_at(hull(statement.content)) if doc.parts else None
    return statement.part in FURNITURE or (part is not None and part.kind in FURNITURE)


def _make(
    doc: Document,
    statement: Statement,
    span: Span,
    sentences: Sequence[Span],
    quantities: tuple[Quantity, ...],
    shorten: Callable[[str], str],
) -> Proposition:
    sentence = _around(sentences, span)
    content = span.of(doc.text)
    own = wording.stems(content, doc.lang)
    compared = span if len(set(own)) >= _LEAST_STEMS else _wider(doc, statement, span, sentence)
    printed = compared.of(doc.text)
    stems = own if compared == span else wording.stems(printed, doc.lang)
    text = opening(doc.lang).sub("", shorten(" ".join(printed.split())))
    denied = polarity.denies(content, doc.lang) or _turned(doc, statement, span)
    figures = tuple(q for q in quantities if span.overlap(q.span) * 2 >= len(q.span))
    return Proposition(
        statement=statement,
        doc=doc.id,
        span=span,
        sentence=sentence,
        lang=doc.lang,
        text=text,
        stems=frozenset((*wording.stems(text, doc.lang), *stems) if text != printed else stems),
        names=wording.names(doc.text, compared),
        moments=wording.moments(text, doc.lang),
        figures=figures,
        sites=frozenset(site(doc.text, q.span, sentence, doc.lang) for q in figures) - {""},
        positive=not denied,
        voice=statement.form is Form.voice or (not statement.source and statement.holder is None),
        disowned=statement.stance not in _TURNED and polarity.negated(_lead(doc, statement, span), doc.lang),
    )


def _around(sentences: Sequence[Span], span: Span) -> Span:
    """The sentence that holds a place; the place itself where it stands in several."""
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    return next((s for s in sentences[first : first + 1] if s.holds(span)), span)


@cache
def opening(lang: str) -> re.Pattern[str]:
    """Return the pattern of words that only tie a content to its cue ("que", "that") and say nothing."""
    return re.compile(rf'^[«»"“” ,:-]*(?:{_ties(lang)})?', re.I)


@cache
def closing(lang: str) -> re.Pattern[str]:
    """Return the pattern of the same words where they end what stands before a content."""
    return re.compile(rf"(?<!\w){_ties(lang)}$", re.I)


def _ties(lang: str) -> str:
    forms = pack.table(lang, "stopwords").get("openings", ()) or ["\x00"]
    return "(?:" + "|".join(map(re.escape, forms)) + r")(?:[ ’']+|(?!\w))"


def _turned(doc: Document, statement: Statement, span: Span) -> bool:
    """Whether the stance turns the content round: "dément que P" does; the quoted words of one who denies are
    his own, but for the first sentence, which takes up what he contests ("Douze, c'est leur chiffre…")."""
    if statement.stance not in _TURNED:
        return polarity.negated(_lead(doc, statement, span), doc.lang)
    if statement.form is not Form.direct:
        return True
    return span.start - hull(statement.content).start <= 3 and len(pieces(doc, statement)) > 1


def _unturned(doc: Document, one: Proposition) -> Proposition:
    """A figure that stands beside the words of one who denies it: the outlet says it, not that one."""
    return replace(one, positive=not polarity.denies(one.span.of(doc.text), doc.lang), disowned=True)


def _lead(doc: Document, statement: Statement, span: Span) -> str:
    """The words from the source to the content, where the cue stands: "n'attestent en aucun cas que".

    What comes before a comma in front of the cue is another clause ("il nie P, mais affirme Q"), what comes
    before "and" another verb ("nie tout et assure que").
    """
    start = max((s.end for s in statement.source if s.end <= span.start), default=None)
    cue = [c for c in statement.cue if start is not None and start <= c.start < span.start]
    if not cue or start is None or span.start - start >= _LEAD:
        return ""
    start = max(start, doc.text.rfind(", ", start, cue[0].start))
    start += polarity.coordinated(doc.text[start : cue[0].start], doc.lang)
    return doc.text[start : span.start]


def _wider(doc: Document, statement: Statement, span: Span, sentence: Span) -> Span:
    """A short content is read with the part of its sentence that comes before it, the source left out."""
    start = max([sentence.start, *(s.end for s in statement.source if s.end <= span.start)])
    return Span(min(start, span.start), span.end)


def _without_doubles(found: Sequence[Proposition]) -> list[Proposition]:
    """Keep one proposition for each stretch: the inner of two nested statements, the attributed of two."""
    parents = {p.statement.parent for p in found if p.statement.parent}
    ranked = sorted(
        found, key=lambda p: (p.voice, p.statement.id in parents, len(p.span), p.span, p.statement.id)
    )
    kept: list[Proposition] = []
    for one in ranked:
        if not any(_same_place(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda p: p.span)


def _same_place(one: Proposition, other: Proposition) -> bool:
    shared = one.span.overlap(other.span)
    return shared * 10 >= 6 * len(one.span) or (shared > 0 and one.voice and shared * 2 > len(other.span))
