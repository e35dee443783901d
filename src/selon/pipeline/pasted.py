"""A text that is not in the dossier, set against it: who else has its sentences, in which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np

from selon.link.reuse.reuse import find_reuse
from selon.model.document import Document
from selon.model.moment import order
from selon.model.passage import Change, Passage, ReuseKind
from selon.model.span import Span, hull, words_of
from selon.model.statement import Statement
from selon.nlp.embedder import embed
from selon.nlp.language import detect
from selon.pipeline.linking import quoted
from selon.store.snapshot import Snapshot
from selon.text.segment import paragraphs, sentences

ID = "~pasted"
"""Id of the text while it is compared; it sorts after every other and is written nowhere."""

_TEXTS = 8
"""Documents of the dossier that are aligned with the text: those that share most of its words."""

_WORDS = 6
"""Longest words of a sentence that it is looked for by."""

_HITS = 12
_NEAR = 0.93
"""Likeness of two sentences that say the same thing in other words (e5, cosine)."""


class Found(msgspec.Struct, frozen=True):
    """One sentence of the text: where the dossier has it, and how it differs; `doc` is None where nothing is
    near. The changes are seen from the document: `a` is its side, `b` the text's."""

    span: Span
    doc: str | None = None
    place: Span | None = None
    kind: ReuseKind | None = None
    changes: tuple[Change, ...] = ()


class Said(msgspec.Struct, frozen=True):
    """A statement of the dossier and the words of its content."""

    statement: Statement
    words: str


class Situated(msgspec.Struct, frozen=True):
    """The text as a document of its own, and its sentences in order."""

    document: Document
    sentences: tuple[Found, ...]

    @property
    def docs(self) -> tuple[str, ...]:
        """Documents that have a sentence, those with most of them first."""
        counted = Counter(f.doc for f in self.sentences if f.doc)
        return tuple(sorted(counted, key=lambda doc: (-counted[doc], doc)))


def situate(view: Snapshot, text: str) -> Situated:
    """Return where the dossier has each sentence of `text`; nothing is written."""
    doc = Document(id=ID, text=text, lang=detect(text))
    spans = [s for p in paragraphs(text) for s in sentences(text, doc.lang, p)]
    near = [_hits(view, span.of(text)) for span in spans]
    docs = _documents(view, near)
    said = {d.id: view.statements(d.id) for d in docs}
    passages = find_reuse((doc, *docs), {d.id: quoted(d, said[d.id]) for d in docs})
    first = {d.id: order(d.published, d.id) for d in docs}
    mine = sorted((p for p in passages if p.b == ID), key=lambda p: first[p.a])
    found = [_aligned(span, mine) for span in spans]
    every = _statements(docs, said)
    meant = (f or _meant(doc, s, h, every) for f, s, h in zip(found, spans, near, strict=True))
    return Situated(doc, tuple(meant))


def _statements(docs: Sequence[Document], said: dict[str, tuple[Statement, ...]]) -> dict[str, Said]:
    return {s.id: Said(s, words_of(d.text, s.content)) for d in docs for s in said[d.id]}


def _hits(view: Snapshot, words: str) -> list[str]:
    """Return the statements and documents that share the rarest words of a sentence: the long ones."""
    terms = sorted(set(re.findall(r"\w{4,}", words)), key=lambda w: (-len(w), w))[:_WORDS]
    return [f"{hit.doc}\n{hit.ref}" for hit in view.search(" ".join(terms), _HITS)]


def _documents(view: Snapshot, near: Sequence[Sequence[str]]) -> list[Document]:
    weight: Counter[str] = Counter()
    for hits in near:
        for rank, hit in enumerate(hits):
            weight[hit.partition("\n")[0]] += _HITS - rank
    best = sorted(weight, key=lambda d: (-weight[d], d))[:_TEXTS]
    return [found for d in best if (found := view.document(d))]


def _aligned(span: Span, passages: Sequence[Passage]) -> Found | None:
    """Return the passage that holds most of a sentence, at least half of it; the earliest among equals."""
    best = max(passages, key=lambda p: (p.b_span.overlap(span), p.score), default=None)
    if best is None or 2 * best.b_span.overlap(span) < len(span):
        return None
    changes = tuple(c for c in best.changes if c.b is None or c.b.overlap(span))
    held = tuple(c for c in changes if c.b is not None or _stands(c, best, span))
    return Found(span, best.a, _opposite(best, span), best.kind, held)


def _opposite(passage: Passage, span: Span) -> Span:
    """Return the stretch of the document that stands as far into the passage as the sentence does."""
    here, there = passage.b_span, passage.a_span
    start = max(0, span.start - here.start) / len(here)
    end = min(len(here), span.end - here.start) / len(here)
    first = there.start + int(start * len(there))
    return Span(first, max(first + 1, there.start + round(end * len(there))))


def _stands(change: Change, passage: Passage, span: Span) -> bool:
    return change.a is not None and bool(_opposite(passage, span).overlap(change.a))


def _meant(doc: Document, span: Span, hits: Sequence[str], every: dict[str, Said]) -> Found:
    """Return the statement nearest in meaning among those that share words, or a sentence with no place."""
    near = [every[ref] for hit in hits if (ref := hit.partition("\n")[2]) in every]
    if not near:
        return Found(span)
    vectors = embed([span.of(doc.text), *(one.words for one in near)])
    likeness = np.round(vectors[1:] @ vectors[0], 3)
    best = int(np.argmax(likeness))
    if likeness[best] < _NEAR:
        return Found(span)
    chosen = near[best].statement
    return Found(span, chosen.doc, hull(chosen.content), ReuseKind.reworded)
