"""Reuse: aligned passages of two documents, and what changed between them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.identity import Made, make_id
from selon.model.span import Span, Spans, tidy


class ReuseKind(StrEnum):
    """How the second wording relates to the first."""

    verbatim = "verbatim"
    edited = "edited"
    reworded = "reworded"
    translated = "translated"


class ChangeKind(StrEnum):
    """What an edit touched."""

    figure = "figure"
    name = "name"
    date = "date"
    polarity = "polarity"
    omission = "omission"
    insertion = "insertion"
    wording = "wording"


class Change(msgspec.Struct, frozen=True):
    """One difference inside an aligned passage; a side that has no words has span None."""

    kind: ChangeKind
    a: Span | None
    b: Span | None
    a_words: str
    b_words: str


class Passage(msgspec.Struct, frozen=True):
    """An alignment of `a_span` in document `a` with `b_span` in document `b` (ids in order: a < b)."""

    a: str
    a_span: Span
    b: str
    b_span: Span
    kind: ReuseKind
    score: float
    made: Made
    changes: tuple[Change, ...] = ()


def in_order(passage: Passage) -> tuple[str, str, Span, Span]:
    """Return what passages are sorted by: ids, then places."""
    return passage.a, passage.b, passage.a_span, passage.b_span


def passage_id(passage: Passage) -> str:
    """Return the id of a passage: of its two places alone, so that a better account of it keeps the id."""
    ours, theirs = passage.a_span, passage.b_span
    return make_id("p", passage.a, ours.start, ours.end, passage.b, theirs.start, theirs.end)


class Compared(msgspec.Struct, frozen=True):
    """What a document was compared with: later ids, the digests of its words and of the weights in use."""

    doc: str
    view: str
    weights: str
    partners: frozenset[str]


class Pair(msgspec.Struct, frozen=True):
    """Two documents with reuse between them: the kind of most of it and the share of the shorter text."""

    a: str
    b: str
    kind: ReuseKind
    score: float


def shared(passage: Passage, side: int) -> Spans:
    """Return the stretches of one side (0 is `a`, 1 is `b`) of a passage that the other side answers."""
    span = passage.b_span if side else passage.a_span
    gone = tidy(s for c in passage.changes if (s := c.b if side else c.a) is not None)
    edges = [span.start, *(x for s in gone for x in (s.start, s.end)), span.end]
    return tuple(Span(x, y) for x, y in zip(edges[::2], edges[1::2], strict=True) if y > x)
