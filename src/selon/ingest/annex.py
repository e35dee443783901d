"""An article republished inside another: where its heading stands and whom it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from selon.ingest.lexicon import anywhere, opening, terms
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece
from selon.ingest.shapes import ends_open, is_acronym
from selon.model.document import ANNEX_HEADING, PartKind
from selon.model.span import Span

WHY = ANNEX_HEADING
_LEAST_BEFORE = 20
_LEAST_AFTER = 25
_HEADING_WORDS = 30
_ARTICLE = frozenset({PartKind.body, PartKind.lead, PartKind.quotation})


def find(pieces: Sequence[Piece], marks: Sequence[Mark]) -> int | None:
    """Return the index of the piece that heads an annex, or None.

    It is a short line with the words of an annex heading, article text stands before it (20 words or more)
    and after it (25 or more).
    """
    for at, piece in enumerate(pieces):
        if piece.size <= _HEADING_WORDS and _heads(piece):
            before = _article_words(pieces[:at], marks[:at])
            after = _article_words(pieces[at + 1 :], marks[at + 1 :])
            if before >= _LEAST_BEFORE and after >= _LEAST_AFTER:
                return at
    return None


def _article_words(pieces: Sequence[Piece], marks: Sequence[Mark]) -> int:
    return sum(p.size for p, m in zip(pieces, marks, strict=True) if m.kind in _ARTICLE)


def _heads(piece: Piece) -> bool:
    found = opening("annex", "headings").match(piece.folded)
    if not found or piece.words.lstrip()[:1] in '>«“"':
        return False
    bare = piece.words.rstrip(' \u00a0\u202f*_)]»”"')
    colon, rest = bare.endswith(":"), piece.folded[found.end("words") :]
    if not (colon or ends_open(piece.words)):
        return False
    label = bool(re.match(r"\s*(?:[:.,|–—-]|\d|[ivx]+\b|n°|no\b|$)", rest))
    sure = bool(anywhere("annex", "sure").search(piece.folded)) or bool(
        re.search(r"\bn[°o]\s?\d|\d{3}", rest)
    )
    return (
        (label and sure) or (colon and (sure or len(found["words"]) > 5)) or (sure and " " in found["words"])
    )


@cache
def _from() -> re.Pattern[str]:
    names = "|".join(_numbered(t) for t in terms("annex", "from"))
    return re.compile(rf"(?<!\w)(?:{names})(?=[\s\w])\s*(?P<name>[^:;,()|]{{2,80}})")


def _numbered(phrase: str) -> str:
    """'communiqué de' also finds 'communiqué n° 12 de'."""
    head, _, tail = phrase.partition(" ")
    return rf"{re.escape(head)}(?:\s+n[°o]?\.?\s?[\w./-]+)?\s+{re.escape(tail)}" if tail else re.escape(head)


_LABEL = re.compile(r"^[^:]{2,30}:\s+(?=\S)")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*[:.]?\s*$")


def heading_title(piece: Piece) -> str | None:
    """Return the title in an annex heading, without 'Document :' and brackets; None for a bare label."""
    words = _BRACKETS.sub("", _LABEL.sub("", piece.words.strip(" \u00a0*_#"))).strip(" \u00a0:*_")
    return words if len(words.split()) > 2 and not piece.words.rstrip(" \u00a0*_").endswith(":") else None


def publisher(piece: Piece) -> Span | None:
    """Return the place of the name that the heading gives as the text's publisher, or None."""
    found = _from().search(piece.folded)
    name = found["name"].strip(' ."*_') if found else ""
    if not found or not name:
        return None
    start = found.start("name") + found["name"].index(name)
    span = piece.place(start, start + len(name))
    words = span.of(piece.text)
    return span if any(c.isupper() for c in words) or is_acronym(words) or len(words.split()) <= 4 else None
