"""A document as the reader shows it: its text line by line, marks on it, notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.document import Document
from selon.model.passage import Passage
from selon.model.span import Span, hull
from selon.model.statement import Form, Statement
from selon.report.questions.case import Case, Listed, anchor
from selon.report.questions.derivation import WEIGHTY, Turned, other_side, side, turned
from selon.report.questions.marks import Mark, Segment, segments, statement_marks
from selon.report.questions.sentences import Line, context, lines


@dataclass(frozen=True)
class Said:
    """A margin note on a statement: whose words, for which claims, against which."""

    statement: Statement
    source: str
    claims: tuple[Listed, ...]
    contests: tuple[Listed, ...]


@dataclass(frozen=True)
class Taken:
    """A margin note on reuse: from which sentence of which document, with what changed in meaning."""

    doc: str
    number: int | None
    kind: str
    changes: tuple[Turned, ...]


@dataclass(frozen=True)
class ReadLine:
    """A line with its marks and notes; `bar` is the sign of copying beside it (cp, ed, tr or empty)."""

    line: Line
    segments: tuple[Segment, ...]
    said: tuple[Said, ...]
    taken: tuple[Taken, ...]
    bar: str


@dataclass(frozen=True)
class Omitted:
    """Sentences of the text that this one derives from and does not take over."""

    doc: str
    numbers: tuple[int, ...]
    spans: tuple[Span, ...]


def read(case: Case, doc: Document) -> tuple[ReadLine, ...]:
    """Return the lines of a document in order; the segments of a line joined are its text."""
    statements = case.by_doc[doc.id]
    passages = [p for e in case.parents.get(doc.id, ()) for p in case.between(doc.id, e.source)]
    marks = _marks(statements, passages, doc.id)
    anchors = [(hull(s.content + s.source).start, anchor("s", s.id)) for s in statements]
    return tuple(_line(case, doc, line, statements, passages, marks, anchors) for line in lines(doc))


def _marks(statements: Sequence[Statement], passages: list[Passage], doc: str) -> list[Mark]:
    out = [mark for statement in statements for mark in statement_marks(statement)]
    changes = (c for p in passages for c in turned(p, doc))
    return out + [Mark(c.here, "chg") for c in changes if c.here and c.kind in WEIGHTY]


def _line(
    case: Case,
    doc: Document,
    line: Line,
    statements: Sequence[Statement],
    passages: list[Passage],
    marks: list[Mark],
    anchors: list[tuple[int, str]],
) -> ReadLine:
    shown = segments(doc.text, line.span, () if line.furniture else marks, anchors)
    if line.furniture:
        return ReadLine(line, shown, (), (), "")
    said = tuple(
        _said(case, s) for s in statements if line.span.start <= hull(s.content).start < line.span.end
    )
    near = [p for p in passages if 2 * side(p, doc.id).overlap(line.span) >= len(line.span)]
    taken = tuple(_taken(case, doc.id, line, p) for p in near)
    return ReadLine(line, shown, tuple(s for s in said if _worth(s)), taken, _bar(taken))


def _worth(said: Said) -> bool:
    """The outlet's own voice needs a note only where a claim hangs on it."""
    return said.statement.form is not Form.voice or any(c.full for c in (*said.claims, *said.contests))


def _said(case: Case, statement: Statement) -> Said:
    text = case.docs[statement.doc].text
    words = " … ".join(s.of(text) for s in statement.source)
    claims = case.claims_of_statement.get(statement.id, ())
    return Said(statement, statement.holder or words, claims, case.contests.get(statement.id, ()))


def _taken(case: Case, doc: str, line: Line, passage: Passage) -> Taken:
    parent = passage.a if passage.b == doc else passage.b
    changes = tuple(c for c in turned(passage, doc) if c.kind in WEIGHTY and _in(c, line.span))
    return Taken(parent, _number(case, parent, passage, doc, line), passage.kind, changes)


def _in(change: Turned, span: Span) -> bool:
    return change.here is not None and bool(change.here.overlap(span))


def _number(case: Case, parent: str, passage: Passage, doc: str, line: Line) -> int | None:
    """Return the sentence of `parent` that stands as far into the aligned stretch as the line does."""
    if parent not in case.docs:
        return None
    here, there = side(passage, doc), other_side(passage, doc)
    share = max(0, line.span.start - here.start) / len(here)
    at = min(there.start + int(share * len(there)) + 1, there.end - 1)
    return context(case.docs[parent], Span(at, at + 1))[1]


def _bar(taken: tuple[Taken, ...]) -> str:
    if not taken:
        return ""
    if any(t.changes for t in taken):
        return "ed"
    return "tr" if all(t.kind == "translated" for t in taken) else "cp"


def omitted(case: Case, doc: Document) -> tuple[Omitted, ...]:
    """Return what the document leaves out of the texts that it copies."""
    out = []
    for edge in case.parents.get(doc.id, ()):
        parent = case.docs.get(edge.source)
        if parent is None or edge.kind == "translated":
            continue
        covered = [other_side(p, doc.id) for p in case.between(doc.id, parent.id)]
        gone = [ln for ln in lines(parent) if ln.number and not any(s.overlap(ln.span) for s in covered)]
        if gone and covered:
            numbers = tuple(ln.number for ln in gone if ln.number)
            out.append(Omitted(parent.id, numbers, tuple(ln.span for ln in gone)))
    return tuple(out)
