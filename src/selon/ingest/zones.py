"""What a piece is among its neighbours: zones of furniture, signatures, captions, headlines, the lead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece
from selon.ingest.rules import judge
from selon.ingest.shapes import (
    ends_open,
    ends_sentence,
    is_name,
    same_words,
    starts_lower,
    title_case,
)
from selon.model.document import FURNITURE, PartKind

_SENTENCES = re.compile(r"[\w»”\"][.!?…]+\s+[A-ZÀ-ÖØ-Þ«“]")
_HEADLINE_WORDS = 30
_SUBHEAD_WORDS = 18
_LABEL_WORDS = 12
_CHRONICLE = 3
"""Paragraphs before a bare date that make it part of the story: title and standfirst come to two."""


Hints = Mapping[str, Mark]
"""What the markup of a page says of its lines: {words, white space made single: mark}."""


def judge_all(pieces: list[Piece], title: str | None, hints: Hints | None = None) -> list[Mark]:
    """Return one mark for each piece: by itself first, then by what stands before and after it.

    `hints` (headings and block quotations of the page's markup) speak where no rule does.
    """
    marks: list[Mark | None] = [judge(p) for p in pieces]
    if len(pieces) > 1 and _labelled_headline(pieces[0], marks[0]):
        marks[0] = None
    marks = _settle(pieces, marks)
    marks = _between(pieces, marks)
    if any(p.gap for p in pieces[1:]):  # without blank lines, "right under" says nothing
        marks = _captions(pieces, marks)
    if hints:
        marks = [m or hints.get(" ".join(p.words.split())) for p, m in zip(pieces, marks, strict=True)]
    _headlines(pieces, marks, title)
    _signature(pieces, marks)
    _lead(pieces, marks)
    return [m or Mark(PartKind.body, "body: a paragraph of the article") for m in marks]


def _labelled_headline(piece: Piece, mark: Mark | None) -> bool:
    """'Video: a bridge opens' as the first line is the headline, not a caption."""
    labelled = mark is not None and mark.why.startswith("caption: begins")
    return labelled and piece.size > 5 and ends_open(piece.words) and "/" not in piece.words


def _is_furniture(mark: Mark | None) -> bool:
    return mark is not None and mark.sure and mark.kind in FURNITURE


def _settle(pieces: list[Piece], marks: list[Mark | None]) -> list[Mark | None]:
    """Keep an unsure mark where furniture, or the end of the text, stands next to it; drop it elsewhere.

    Two passes, downwards then upwards, so that a run of unsure lines beside a sure one is kept whole.
    """
    out = list(marks)
    for order in (range(len(out)), range(len(out) - 1, -1, -1)):
        for at in order:
            mark = out[at]
            if mark is not None and not mark.sure and _beside(out, at, mark, pieces[at].size):
                out[at] = replace(mark, sure=True)
    last = len(out) - 1
    return [_last_chance(pieces, m, at == last) for at, m in enumerate(out)]


def _beside(marks: list[Mark | None], at: int, mark: Mark, size: int) -> bool:
    """A label may stand beside any links; a whole sentence must stand beside boilerplate."""
    near = [marks[i] for i in (at - 1, at + 1) if 0 <= i < len(marks)]
    if mark.kind is PartKind.credit:
        return any(_is_furniture(m) for m in near)
    kinds = _KINDRED if size <= _LABEL_WORDS else _KINDRED - {PartKind.promo}
    return any(_is_furniture(m) and m is not None and m.kind in kinds for m in near)


_KINDRED = frozenset({PartKind.boilerplate, PartKind.promo})


def _last_chance(pieces: list[Piece], mark: Mark | None, last: bool) -> Mark | None:
    if mark is None or mark.sure:
        return mark
    return replace(mark, sure=True) if last and mark.kind is PartKind.credit and len(pieces) > 1 else None


def _between(pieces: list[Piece], marks: list[Mark | None]) -> list[Mark | None]:
    """A short line without an end mark, with furniture (or the end) on both sides, is furniture."""
    out = list(marks)
    for at, piece in enumerate(pieces):
        if out[at] is not None or piece.size > 8 or not ends_open(piece.words) or at == 0:
            continue
        after = out[at + 1] if at + 1 < len(out) else None
        if (at + 1 == len(out) or _encloses(after)) and _encloses(out[at - 1]):
            out[at] = Mark(PartKind.boilerplate, "furniture: a short line between other furniture")
    return out


def _encloses(mark: Mark | None) -> bool:
    """Tell whether a mark is furniture of the page; a bare link or a rule may stand inside an article too."""
    return (
        mark is not None
        and _is_furniture(mark)
        and mark.kind in _KINDRED
        and not mark.why.startswith(("address:", "rule:", "picture:"))
    )


def _captions(pieces: list[Piece], marks: list[Mark | None]) -> list[Mark | None]:
    """The short line right under (no blank line) a photo credit, without an end mark, is the caption."""
    out = list(marks)
    for at in range(1, len(pieces)):
        before, piece = out[at - 1], pieces[at]
        under = before is not None and before.kind is PartKind.caption and not piece.gap and not piece.inner
        if out[at] is None and under and piece.size <= 20 and ends_open(piece.words):
            out[at] = Mark(PartKind.caption, "caption: the line under a photo credit")
    return out


def _headlines(pieces: list[Piece], marks: list[Mark | None], title: str | None) -> None:
    _kickers(pieces, marks, title)
    _chronology(pieces, marks)
    first = next((i for i, m in enumerate(marks) if m is None), None)
    for at, piece in enumerate(pieces):
        if marks[at] is not None:
            continue
        if title and len(pieces) > 1 and piece.size <= 60 and same_words(piece.words, title):
            marks[at] = Mark(PartKind.headline, "headline: the title of the page")
        elif at == first and _opens_text(pieces, marks, at):
            marks[at] = Mark(PartKind.headline, "headline: a short first line without a full stop")
        elif _subhead(pieces, marks, at):
            marks[at] = Mark(
                PartKind.headline, "subheading: a short line without a full stop between paragraphs"
            )


def _chronology(pieces: list[Piece], marks: list[Mark | None]) -> None:
    """A bare date between the paragraphs of a story heads an entry of a chronology; it dates no page."""
    article = [i for i, m in enumerate(marks) if m is None]
    for at, mark in enumerate(marks):
        if mark is None or not mark.why.startswith("date: a line"):
            continue
        before, after = sum(i < at for i in article), sum(i > at for i in article)
        if before >= _CHRONICLE and after and marks[at + 1] is None:
            marks[at] = Mark(PartKind.headline, "subheading: a date between paragraphs")


def _kickers(pieces: list[Piece], marks: list[Mark | None], title: str | None) -> None:
    """Short labels over the page's title are the section's name, not the article."""
    near = range(min(6, len(pieces)))
    at = next((i for i in near if title and same_words(pieces[i].words, title)), None)
    for i in range(at or 0):
        if marks[i] is None and pieces[i].size <= 6 and ends_open(pieces[i].words):
            marks[i] = Mark(PartKind.boilerplate, "navigation: a label over the headline")


def _opens_text(pieces: list[Piece], marks: list[Mark | None], at: int) -> bool:
    piece = pieces[at]
    after = _next_open(pieces, marks, at)
    if after is None or piece.size > _HEADLINE_WORDS or piece.size < 2 or starts_lower(pieces[after].words):
        return False
    if piece.size > _LABEL_WORDS and _SENTENCES.search(piece.words):
        return False
    if ends_sentence(piece.words) and piece.words.rstrip(" \u00a0»”\"'")[-1:] in ".…":
        return title_case(piece.words)
    return piece.words.rstrip()[-1:] not in ":;,"


def _subhead(pieces: list[Piece], marks: list[Mark | None], at: int) -> bool:
    piece = pieces[at]
    after = _next_open(pieces, marks, at)
    if after is None or piece.inner or piece.size > _SUBHEAD_WORDS or not ends_open(piece.words):
        return False
    if after != at + 1 and not pieces[after].gap:
        return False
    before = at - 1
    closed = before < 0 or marks[before] is not None or ends_sentence(pieces[before].words)
    fuller = pieces[after].size > piece.size and not starts_lower(pieces[after].words)
    return closed and fuller and not starts_lower(piece.words) and piece.words[:1] not in '-–—•*"«“('


def _next_open(pieces: list[Piece], marks: list[Mark | None], at: int) -> int | None:
    """Return the next piece that is the article's or a block quotation."""
    for i in range(at + 1, len(pieces)):
        mark = marks[i]
        if mark is None or mark.kind is PartKind.quotation:
            return i
    return None


def _signature(pieces: list[Piece], marks: list[Mark | None]) -> None:
    """A name alone on the last line of the article is its author's signature."""
    last = max((i for i, m in enumerate(marks) if m is None or m.kind is PartKind.quotation), default=0)
    piece = pieces[last] if pieces else None
    if piece is None or last == 0 or marks[last] is not None:
        return
    before = pieces[last - 1]
    if (
        is_name(piece.words)
        and piece.size <= 5
        and (ends_sentence(before.words) or marks[last - 1] is not None)
    ):
        marks[last] = Mark(PartKind.credit, "byline: a name alone at the end of the article")


def _lead(pieces: list[Piece], marks: list[Mark | None]) -> None:
    """The first paragraph is the lead when the article goes on after it."""
    body = [i for i, m in enumerate(marks) if m is None]
    if len(body) < 2 and not any(m is not None and m.kind is PartKind.quotation for m in marks):
        return
    if body and not pieces[body[0]].inner | any(
        m is not None and m.kind is PartKind.quotation for m in marks[: body[0]]
    ):
        marks[body[0]] = Mark(PartKind.lead, "lead: the first paragraph")
