"""When a text says that it was published: only lines that date the page, never dates inside the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from selon.ingest import dates
from selon.ingest.lexicon import alternation, date_terms
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece
from selon.model.document import PartKind, Precision, Published
from selon.text.normalise import fold

_FINENESS = tuple(Precision)


def find(
    pieces: Sequence[Piece], marks: Sequence[Mark], lang: str, latest: date | None = None
) -> Published | None:
    """Return the first date that a date line, a byline or a dump stamp prints, or None.

    A line that only says 'updated' counts when no other line dates the page.
    """
    found = list(_candidates(pieces, marks, lang, latest))
    fresh = [p for late, p in found if not late]
    return next(iter(fresh), None) or next((p for _, p in found), None)


def _candidates(
    pieces: Sequence[Piece], marks: Sequence[Mark], lang: str, latest: date | None
) -> Iterator[tuple[bool, Published]]:
    for piece, mark in zip(pieces, marks, strict=True):
        if mark.why.startswith("dump stamp"):
            yield from _stamped(piece, latest)
        elif mark.why.startswith(("date:", "byline:")):
            yield from _in_line(piece, lang, latest)
        elif mark.kind in (PartKind.lead, PartKind.body):
            yield from _in_dateline(piece, lang, latest)


def _stamped(piece: Piece, latest: date | None) -> Iterator[tuple[bool, Published]]:
    words = piece.words.split()[-1]
    made = dates.parse_iso(words, latest)
    if made:
        yield False, Published(*made, "text: dump stamp", piece.words)


def _in_line(piece: Piece, lang: str, latest: date | None) -> Iterator[tuple[bool, Published]]:
    for found in dates.printed(piece.words, lang, latest):
        words = found.span.of(piece.words)
        yield _after_update(piece.words[: found.span.start]), found.published("text: date line", words)


def _after_update(before: str) -> bool:
    """Tell whether the last label before a date says that the page was changed, not first published."""
    labels = [m.group() for m in _labels().finditer(fold(before))]
    return bool(labels) and labels[-1] in date_terms("updated")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(date_terms('published') + date_terms('updated'))}(?!\w)")


_DATELINE = re.compile(r"[^.!?]{2,60}\([^()]{2,30}\)\s*[-–—:]")


def _in_dateline(piece: Piece, lang: str, latest: date | None) -> Iterator[tuple[bool, Published]]:
    """'CITY, 4 March 2025 (Agency) – …' dates the dispatch."""
    head = _DATELINE.match(piece.words)
    if head:
        for found in dates.printed(head.group(), lang, latest):
            yield False, found.published("text: dateline", found.span.of(piece.words))


def printed_on(pieces: Sequence[Piece], lang: str, day: str | None) -> Published | None:
    """Return the date of the first date line that prints `day` (YYYY-MM-DD), with its hour if it has one."""
    found = (f for p in pieces for f in _in_line(p, lang, None))
    return next((record for _, record in found if day and record.day == day), None)


def finer(stated: Published | None, in_text: Published | None) -> Published | None:
    """Return the stated date, or the printed one where it only adds the hour to the same day."""
    if stated is None or in_text is None or not stated.value or not in_text.value:
        return stated or in_text
    same = in_text.value.startswith(stated.value)
    more = _FINENESS.index(in_text.precision) > _FINENESS.index(stated.precision)
    return in_text if same and more else stated
