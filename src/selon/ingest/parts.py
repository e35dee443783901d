"""The parts of a text: every paragraph gets a kind and the reason for it; the text is not touched."""

from __future__ import annotations

from dataclasses import dataclass

from selon.errors import RecordError
from selon.ingest import annex, frontmatter
from selon.ingest.frontmatter import FrontMatter
from selon.ingest.limits import MAX_LINE, MAX_TEXT
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece, pieces
from selon.ingest.zones import Hints, judge_all
from selon.model.document import Part, PartKind
from selon.model.span import Span


@dataclass(frozen=True)
class Layout:
    """A text cut into typed pieces: its front matter, and the index of the piece that heads an annex."""

    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    front: FrontMatter | None = None
    annex: int | None = None

    @property
    def annex_start(self) -> int | None:
        """Where the annex begins in the text, its heading included, or None."""
        return self.pieces[self.annex].span.start if self.annex is not None else None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts, sorted and disjoint; they hold every word of the text."""
        front = tuple(frontmatter.parts(self.front)) if self.front else ()
        rest = (Part(m.kind, p.span, m.why) for p, m in zip(self.pieces, self.marks, strict=True))
        return (*front, *rest)


def lay_out(text: str, title: str | None = None, hints: Hints | None = None) -> Layout:
    """Return the layout of `text`; `title` is the page's title where it is known.

    Raises RecordError (record empty) for a line over MAX_LINE or a text over MAX_TEXT code points.
    """
    _check(text)
    front = frontmatter.find(text)
    title = title or (front.get("title") if front else None)
    start = front.span.end if front else 0
    within = Span(start, len(text)) if start < len(text) else None
    cut = pieces(text, title, within) if within else []
    marks = judge_all(cut, title, hints)
    at = annex.find(cut, marks)
    if at is not None:
        head = Mark(PartKind.credit, annex.WHY)
        marks = [*judge_all(cut[:at], title, hints), head, *judge_all(cut[at + 1 :], None, hints)]
    return Layout(text, tuple(cut), tuple(marks), front, at)


def find_parts(text: str, title: str | None = None) -> tuple[Part, ...]:
    """Return the parts of `text`, sorted and disjoint, with the reason of each."""
    return lay_out(text, title).parts


def _check(text: str) -> None:
    """Refuse absurd texts before any other work: the rules are linear, but not free."""
    longest = max(map(len, text.splitlines()), default=0) if len(text) > MAX_LINE else 0
    if longest > MAX_LINE:
        raise RecordError("", f"one line of {longest} characters: no article has that (limit {MAX_LINE})")
    if len(text) > MAX_TEXT:
        raise RecordError("", f"a text of {len(text)} characters: no article has that (limit {MAX_TEXT})")


def part_words(layout: Layout, kinds: frozenset[PartKind]) -> str:
    """Return the words of all parts of `kinds`, a line each."""
    return "\n".join(p.span.of(layout.text) for p in layout.parts if p.kind in kinds)
