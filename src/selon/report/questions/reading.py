"""A document as the reader shows it: its text line by line, marks on it, notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.document import Document
from selon.model.passage import Passage
from selon.model.span import Span, hull, words_of
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
    first: bool = True
    """Whether the statement begins on this line; on a later one the note only names the claims there."""


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
    single = [i for i in case.claims_of_doc.get(doc.id, ()) if not i.full]
    anchors += [(i.claim.assertions[0].content.start, passage_anchor(i)) for i in single]
    return tuple(_line(case, doc, line, statements, passages, marks, anchors) for line in lines(doc))


def titled(doc: Document, found: Sequence[ReadLine]) -> int | None:
    """Return the place of the headline that is the title of the document, None where the text has none."""
    title = " ".join((doc.title or "").split())
    same = (
        n for n, ln in enumerate(found) if ln.line.headline and _plain(ln.line.span.of(doc.text)) == title
    )
    return next(same, None)


def _plain(text: str) -> str:
    return " ".join(text.split())


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
    said = [note for s in statements if (note := _said(case, s, line.span))]
    near = [p for p in passages if 2 * side(p, doc.id).overlap(line.span) >= len(line.span)]
    taken = tuple(_taken(case, doc.id, line, p) for p in near)
    return ReadLine(line, shown, tuple(said), taken, _bar(taken))


def _said(case: Case, statement: Statement, line: Span) -> Said | None:
    """Return the note on a statement beside a line, or None when nothing of it begins there.

    The outlet's own voice needs a note only where a claim with a section hangs on it.
    """
    claims = _here(case.places.get(statement.id, ()), line)
    against = _here(case.contest_places.get(statement.id, ()), line)
    first = _starts(hull(statement.content), line)
    voice = statement.form is Form.voice
    if voice and not any(c.full for c in (*claims, *against)):
        return None
    if not (first or claims or against):
        return None
    words = words_of(case.docs[statement.doc].text, statement.source)
    return Said(statement, statement.holder or words, claims, against, first or voice)


def _here(places: tuple[tuple[Span, Listed], ...], line: Span) -> tuple[Listed, ...]:
    return tuple(dict.fromkeys(item for span, item in places if _starts(span, line)))


def _starts(span: Span, line: Span) -> bool:
    return line.start <= span.start < line.end


def passage_anchor(item: Listed) -> str:
    """Return the fragment of the passage of a claim that has no section of its own."""
    return f"{item.anchor}-text"


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
