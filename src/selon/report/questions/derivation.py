"""How one text comes from another, as far as a claim is concerned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.model.claim import LinkHow
from selon.model.lineage import Edge
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind
from selon.model.span import Span
from selon.report.questions.case import Case

WEIGHTY = (ChangeKind.figure, ChangeKind.polarity, ChangeKind.name, ChangeKind.date)
"""Changes that can make a copy say something else."""


@dataclass(frozen=True)
class Turned:
    """A change seen from the text that derives: what stood there, what stands here."""

    kind: ChangeKind
    here: Span | None
    there: Span | None
    here_words: str
    there_words: str


@dataclass(frozen=True)
class Derivation:
    """`via` is the line to draw: copies, edits, translates or cites."""

    via: str
    edge: Edge | None
    changes: tuple[Turned, ...] = ()

    @property
    def level(self) -> int | None:
        """The level of the evidence, 1 to 5, when there is an edge."""
        return int(self.edge.level) if self.edge else None


def turned(passage: Passage, doc: str) -> tuple[Turned, ...]:
    """Return the changes of a passage as `doc` sees them."""
    return tuple(_turn(c, passage.b == doc) for c in passage.changes)


def _turn(change: Change, is_b: bool) -> Turned:
    if is_b:
        return Turned(change.kind, change.b, change.a, change.b_words, change.a_words)
    return Turned(change.kind, change.a, change.b, change.a_words, change.b_words)


def side(passage: Passage, doc: str) -> Span:
    """Return the side of a passage that lies in `doc`."""
    return passage.b_span if passage.b == doc else passage.a_span


def other_side(passage: Passage, doc: str) -> Span:
    """Return the side of a passage that lies in the document that is not `doc`."""
    return passage.a_span if passage.b == doc else passage.b_span


def derivation(
    case: Case, child: str, parent: str, hows: Iterable[LinkHow] = (), about: Iterable[Span] = ()
) -> Derivation:
    """Return how `child` comes from `parent`; without an edge, the steps of the chain say so.

    `about` are the places of `child` that matter: a change there counts whatever it touches. Elsewhere a
    changed figure, date or polarity counts unless places are given; then only a lost or added negation does.
    """
    edge = case.edge(child, parent)
    spans = tuple(about)
    found = (c for p in case.between(child, parent) for c in turned(p, child))
    changes = tuple(c for c in found if c.kind in WEIGHTY and _counts(c, spans))
    return Derivation(_via(edge, tuple(hows), bool(changes)), edge, changes)


def _counts(change: Turned, about: tuple[Span, ...]) -> bool:
    if change.kind is ChangeKind.polarity:
        return True
    if not about:
        return change.kind is not ChangeKind.name
    return change.here is not None and any(span.overlap(change.here) for span in about)


def _via(edge: Edge | None, hows: tuple[LinkHow, ...], changed: bool) -> str:
    if edge is not None:
        if edge.kind is ReuseKind.translated:
            return "translates"
        return "edits" if changed else "copies"
    if LinkHow.translates in hows:
        return "translates"
    return "copies" if LinkHow.copies in hows else "cites"
