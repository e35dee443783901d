"""Texts that take a claim's sentence from another text and make it say something else."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.span import Span, words_of
from selon.model.statement import Statement
from selon.report.questions.case import Case, Listed
from selon.report.questions.derivation import WEIGHTY, Turned, other_side, side, turned


@dataclass(frozen=True)
class Other:
    """A document whose copy of the sentence was changed: the changes, what it says now, and who says so."""

    doc: str
    span: Span
    changes: tuple[Turned, ...]
    statement: Statement | None
    claim: Listed | None


def others(case: Case, item: Listed, doc: str) -> tuple[Other, ...]:
    """Return the texts derived from `doc` whose copy of an assertion of the claim is changed in meaning."""
    spans = [a.content for a in item.said_in.get(doc, ())]
    found = []
    for edge in case.children.get(doc, ()):
        if edge.derived in case.docs and edge.derived not in item.articles:
            found.extend(_changed(case, edge.derived, doc, spans)[:1])
    return tuple(found)


def _changed(case: Case, child: str, parent: str, spans: list[Span]) -> list[Other]:
    found = []
    for passage in case.between(child, parent):
        inside = [s for s in spans if side(passage, parent).overlap(s)]
        kept = tuple(
            c
            for c in turned(passage, child)
            if c.kind in WEIGHTY and c.there and any(s.overlap(c.there) for s in inside)
        )
        if kept:
            found.append(_other(case, child, passage_span(kept, other_side(passage, parent)), kept))
    return found


def passage_span(changes: tuple[Turned, ...], fallback: Span) -> Span:
    """Return the place of the first change in the text that derives."""
    return next((c.here for c in changes if c.here), fallback)


def _other(case: Case, doc: str, span: Span, changes: tuple[Turned, ...]) -> Other:
    statement = next((s for s in case.statements(doc) if any(c.overlap(span) for c in s.content)), None)
    claims = case.claims_of_statement.get(statement.id, ()) if statement else ()
    return Other(doc, span, changes, statement, claims[0] if claims else None)


def repeats(case: Case, doc: str, other: Other) -> bool:
    """Tell whether `doc` says what the changed text says: it asserts the same other claim."""
    return other.claim is not None and doc in other.claim.claim.articles


def source_words(case: Case, statement: Statement) -> str:
    """Return the words that name the source of a statement."""
    return words_of(case.docs[statement.doc].text, statement.source)
