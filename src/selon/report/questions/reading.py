"""A document as the reader shows it: its text line by line, marks on it, notes beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selon.model.document import Document
from selon.model.passage import Passage, ReuseKind
from selon.model.span import Span, hull, words_of
from selon.model.statement import Form, Statement
from selon.report.questions.aligned import answers
from selon.report.questions.case import Case, Listed, anchor
from selon.report.questions.derivation import WEIGHTY, Turned, other_side, side, turned
from selon.report.questions.marks import Mark, Segment, segments, statement_marks
from selon.report.questions.sentences import Line, lines
from selon.report.questions.touching import Touching
from selon.report.questions.traits import Trait, traits
from selon.text.tokens import forms

_ALL = slice(None)


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
    traits: tuple[Trait, ...] = ()


@dataclass(frozen=True)
class Omitted:
    """Sentences of the text that this one derives from and does not take over."""

    doc: str
    numbers: tuple[int, ...]
    spans: tuple[Span, ...]


def read(case: Case, doc: Document, within: slice = _ALL) -> tuple[ReadLine, ...]:
    """Return the lines of a document in order, or a stretch of them; the segments of a line joined are its
    text."""
    reading = _Reading(case, doc)
    return tuple(reading.line(line) for line in lines(doc)[within])


def anchors_of(case: Case, doc: Document) -> list[tuple[int, str]]:
    """Return the places of a document that links lead to, and their names, in order."""
    found = [(hull(s.content + s.source).start, anchor("s", s.id)) for s in case.statements(doc.id)]
    single = [i for i in case.claims_of_doc.get(doc.id, ()) if not i.full]
    found += [(i.claim.assertions[0].content.start, passage_anchor(i)) for i in single]
    return sorted(found)


class _Reading:
    """What lies on the text of one document, by place."""

    def __init__(self, case: Case, doc: Document) -> None:
        self.case, self.doc = case, doc
        self.statements = case.statements(doc.id)
        self.touched = Touching([_extent(case, s) for s in self.statements])
        self.anchors = anchors_of(case, doc)
        sources = dict.fromkeys(e.source for e in case.parents.get(doc.id, ()))
        self.parents = [p for source in sources for p in _parents(case, doc.id, source)]
        self.traits = traits(case, doc)
        self.marks = _marks(self.statements, [t for parent in self.parents for t in parent.changes])
        self.marks += [Mark(trait.span, "x-trait") for trait in self.traits]
        self.marked = Touching([m.span for m in self.marks])

    def line(self, line: Line) -> ReadLine:
        """Return a line with what lies on it."""
        first = bisect_left(self.anchors, (line.span.start, ""))
        names = self.anchors[first : bisect_left(self.anchors, (line.span.end, ""))]
        if line.furniture:
            return ReadLine(line, segments(self.doc.text, line.span, (), names), (), (), "")
        marks = [self.marks[n] for n in self.marked.of(line.span)]
        near = (self.statements[n] for n in self.touched.of(line.span))
        said = tuple(note for s in near if (note := _said(self.case, s, line.span)))
        taken = tuple(found for p in self.parents if (found := p.taken(self.doc, line)))
        here = tuple(t for t in self.traits if _starts(t.span, line.span))
        return ReadLine(
            line, segments(self.doc.text, line.span, marks, names), said, taken, _bar(taken), here
        )


def _parents(case: Case, doc: str, source: str) -> list[_Parent]:
    told = answers(case, source, doc) if source in case.docs else {}
    return [_Parent(case, doc, passage, told) for passage in case.between(doc, source)]


class _Parent:
    """A passage shared with a text that this one derives from; `told` are the lines that answer its own."""

    def __init__(self, case: Case, doc: str, passage: Passage, told: Mapping[Span, tuple[Line, ...]]) -> None:
        self.ident = passage.a if passage.b == doc else passage.b
        self.here = side(passage, doc)
        self.kind = passage.kind
        self.changes = [c for c in turned(passage, doc) if c.kind in WEIGHTY]
        self._touching = Touching([c.here for c in self.changes])
        self._source = case.docs.get(self.ident)
        self._told = told

    def taken(self, doc: Document, line: Line) -> Taken | None:
        """Return the note on a line that answers one of the other text, None on one that is new here."""
        there = self._told.get(line.span, ())
        if not there or self._source is None or not self.here.overlap(line.span):
            return None
        changes = tuple(self.changes[n] for n in self._touching.of(line.span))
        said = " ".join(ln.span.of(self._source.text) for ln in there)
        same = forms(said) == forms(line.span.of(doc.text))
        kind = ReuseKind.verbatim if same else _MORE.get(self.kind, self.kind)
        return Taken(self.ident, there[0].number, kind, changes)


_MORE = {ReuseKind.verbatim: ReuseKind.edited}
"""A line that differs inside a passage that is mostly word for word."""


def _extent(case: Case, statement: Statement) -> Span:
    """Return the stretch in which notes on a statement can begin."""
    held = (*case.places.get(statement.id, ()), *case.contest_places.get(statement.id, ()))
    return hull((*statement.content, *(span for span, _ in held)))


def titled(doc: Document, found: Sequence[ReadLine]) -> int | None:
    """Return the place of the headline that is the title of the document, None where the text has none."""
    title = " ".join((doc.title or "").split())
    same = (
        n for n, ln in enumerate(found) if ln.line.headline and _plain(ln.line.span.of(doc.text)) == title
    )
    return next(same, None)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _marks(statements: Sequence[Statement], changes: Sequence[Turned]) -> list[Mark]:
    out = [mark for statement in statements for mark in statement_marks(statement)]
    return out + [Mark(c.here, "chg") for c in changes if c.here]


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
