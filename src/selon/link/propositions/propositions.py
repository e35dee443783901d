"""A comparable proposition: what one place of a document asserts, with all that merging must check."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

import msgspec

from selon.link import wording
from selon.link.propositions.stances import TURNED, lead, turned
from selon.link.propositions.ties import opening
from selon.link.quantities.sites import site
from selon.model.document import Document
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.model.statement import Form, Statement
from selon.text import polarity

_LEAST_STEMS = 3


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


def from_piece(
    doc: Document,
    statement: Statement,
    span: Span,
    sentences: Sequence[Span],
    quantities: tuple[Quantity, ...],
    shorten: Callable[[str], str],
) -> Proposition:
    """Return what a piece of a statement's content asserts.

    `sentences` and `quantities` are those of the document; `shorten` puts acronyms for long names.
    """
    sentence = _around(sentences, span)
    content = span.of(doc.text)
    own = wording.stems(content, doc.lang)
    compared = span if len(set(own)) >= _LEAST_STEMS else _wider(doc, statement, span, sentence)
    printed = compared.of(doc.text)
    stems = own if compared == span else wording.stems(printed, doc.lang)
    text = opening(doc.lang).sub("", shorten(" ".join(printed.split())))
    denied = polarity.denies(content, doc.lang) or turned(doc, statement, span)
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
        disowned=statement.stance not in TURNED and polarity.negated(lead(doc, statement, span), doc.lang),
    )


def _around(sentences: Sequence[Span], span: Span) -> Span:
    """The sentence that holds a place; the place itself where it stands in several."""
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    return next((s for s in sentences[first : first + 1] if s.holds(span)), span)


def _wider(doc: Document, statement: Statement, span: Span, sentence: Span) -> Span:
    """A short content is read with the part of its sentence that comes before it, the source left out."""
    start = max([sentence.start, *(s.end for s in statement.source if s.end <= span.start)])
    return Span(min(start, span.start), span.end)
