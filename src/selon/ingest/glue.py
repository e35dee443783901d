"""A wall glued to the article inside one long line: where its sentences begin or end."""

from __future__ import annotations

from collections.abc import Sequence

from selon.ingest import families
from selon.ingest.shapes import count_words
from selon.model.span import Span
from selon.text.normalise import fold
from selon.text.segment import sentences

_LONG = 40
_REST = 15
_SHARE = 0.6
_ALIKE = 0.3
_MOST = 400

Told = tuple[Sequence[Span], Sequence[bool]]
"""The sentences of a line, and which of them use words of a family."""


def wall_at_end(text: str, line: Span, told: Told) -> int | None:
    """Return where a run of furniture begins that ends the line, or None.

    A run starts with a sentence of a family (consent, legal, subscription), has such words in six of ten
    sentences and is surely of one family as a whole; at least 15 words of article stay before it.
    """
    spans, hits = told
    for at in range(1, len(spans)):
        if (
            hits[at]
            and _dense(hits[at:])
            and not _mixed(hits[:at])
            and _parts_well(text, Span(spans[at].start, line.end), spans[:at])
        ):
            return spans[at].start
    return None


def wall_at_start(text: str, line: Span, told: Told) -> int | None:
    """Return where a run of furniture ends that begins the line (the article follows), or None."""
    spans, hits = told
    for at in range(len(spans) - 1, 0, -1):
        wall = Span(line.start, spans[at - 1].end)
        if (
            hits[at - 1]
            and _dense(hits[:at])
            and not _mixed(hits[at:])
            and _parts_well(text, wall, spans[at:])
        ):
            return wall.end
    return None


def told_in(text: str, line: Span) -> Told | None:
    """Return the sentences of a long line that has any word of a family; None of very long lines."""
    words = count_words(line.of(text)) if len(line) < 50_000 else 0
    if words < _LONG or not families.speaks_somewhere(fold(line.of(text))):
        return None
    found = sentences(text, "und", line)
    return (found, [families.speaks(fold(s.of(text))) for s in found]) if len(found) <= _MOST else None


def _dense(hits: Sequence[bool]) -> bool:
    return sum(hits) >= _SHARE * len(hits)


def _mixed(hits: Sequence[bool]) -> bool:
    """Tell whether what would stay has the same words: then the whole line is one wall."""
    return sum(hits) >= _ALIKE * len(hits)


def _parts_well(text: str, wall: Span, rest: Sequence[Span]) -> bool:
    left = fold(text[rest[0].start : rest[-1].end])
    return count_words(left) >= _REST and not families.is_wall(left) and families.is_wall(fold(wall.of(text)))
