"""Singular traits that two texts share: what a lineage rests on, where it stands in one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from selon.model.document import Document
from selon.model.lineage import Edge, Level
from selon.model.span import Span
from selon.report.questions.case import Case

_LEAST = 3
"""Characters of words that are looked for in the text that the evidence does not name a place of."""


@dataclass(frozen=True)
class Trait:
    """Words of a document that other documents have too, against the texts that these come from."""

    span: Span
    words: str
    docs: tuple[str, ...]


def spans(edge: Edge, doc: Document) -> Iterator[Span]:
    """Yield where the singular traits behind an edge stand in one of its documents."""
    found = [e for e in edge.evidence if e.level is Level.idiosyncratic]
    yield from (e.span for e in found if e.doc == doc.id and e.span)
    for words in sorted({e.words for e in found if e.doc != doc.id and len(e.words) >= _LEAST}):
        if (at := doc.text.find(words)) >= 0:
            yield Span(at, at + len(words))


def traits(case: Case, doc: Document) -> tuple[Trait, ...]:
    """Return the singular traits of a document in order, each with the documents that share it."""
    shared: dict[Span, list[str]] = defaultdict(list)
    for edge in (*case.parents.get(doc.id, ()), *case.children.get(doc.id, ())):
        other = edge.source if edge.derived == doc.id else edge.derived
        for span in spans(edge, doc):
            shared[span].append(other)
    return tuple(Trait(at, at.of(doc.text), tuple(dict.fromkeys(shared[at]))) for at in sorted(shared))
