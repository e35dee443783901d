"""Bylines: the words as printed and the author's name inside them; never invented."""

from __future__ import annotations

import re

from selon.ingest.lexicon import alternation, opening, terms
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece

_NAME_END = re.compile(r"\s+[|·•–—-]\s+|[;|(]|\s+(?=\d)|\s*,\s+(?=[a-zà-ÿ\d])")


def byline(pieces: tuple[Piece, ...], marks: tuple[Mark, ...]) -> tuple[str, str] | None:
    """Return `(byline as printed, author)` of the first labelled byline, else of the signature, or None."""
    marked = [p for p, m in zip(pieces, marks, strict=True) if m.why.startswith("byline:")]
    labelled = [p for p in marked if opening("credit", "byline").match(p.folded)]
    chosen = next(iter(labelled or marked), None)
    return (chosen.words, author_in(chosen)) if chosen else None


def author_in(piece: Piece) -> str:
    """Return the name in a byline: label, agency, role and date taken off."""
    found = opening("credit", "byline").match(piece.folded)
    start = piece.place(found.end("words"), len(piece.folded)).start if found else piece.span.start
    return clean_name(piece.text[start : piece.span.end])


def clean_name(words: str) -> str:
    """Return `words` without what stands round a name: marks, 'with Agency', roles behind a comma, dates."""
    name = _NAME_END.split(words.strip(" :\u00a0\u202f*_[]"), maxsplit=1)[0]
    joint = alternation(terms("credit", "with"))
    name = re.split(rf"\s+{joint}\s+", name, maxsplit=1, flags=re.IGNORECASE)[0]
    return " ".join(name.strip(" .,:*_[]()").split())
