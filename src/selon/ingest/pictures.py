"""Captions, photo credits and copyright lines."""

from __future__ import annotations

import re

from selon.ingest.lexicon import anywhere, opening
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece, signs_off
from selon.ingest.shapes import ends_sentence
from selon.model.document import PartKind

_SIGNED_YEAR = re.compile(r"[^\w©(]*(?:©|\(c\)|copyright)+\s*(?P<rest>.*)$", re.IGNORECASE)
_YEARS = re.compile(r"\W*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\W*")


def copyright_line(piece: Piece) -> Mark | None:
    """'© 2019 Agency' is a credit, '© 2019 The Paper' is boilerplate, '© Agency' a photo credit."""
    found = _SIGNED_YEAR.match(piece.words) if piece.size <= 40 else None
    if not found:
        return None
    rest = found["rest"]
    year = _YEARS.match(rest)
    name = (_YEARS.sub("", rest, count=1) if year else rest).strip(" .,")
    if year and signs_off(name):
        return Mark(PartKind.credit, "credit: copyright line of an agency")
    if year or "copyright" in piece.folded[:14]:
        return Mark(PartKind.boilerplate, "legal: copyright line")
    return Mark(PartKind.caption, "caption: photo credit")


_TAIL_SIGN = re.compile(r"(?:©|\(c\)|ⓒ)\s*(?!\d)[^©]{2,80}$", re.IGNORECASE)


def caption(piece: Piece) -> Mark | None:
    """'Photo : …', 'Foto: …', a short line that ends in a photo credit."""
    if piece.size > 60:
        return None
    found = opening("caption", "openers").match(piece.folded)
    if found and re.match(r"\s*[:|©/(]", piece.folded[found.end("words") :]):
        return Mark(PartKind.caption, f"caption: begins with “{found['words']}”")
    if piece.size <= 45 and (
        _TAIL_SIGN.search(piece.words) or anywhere("caption", "marks").search(piece.folded)
    ):
        if ends_sentence(piece.words) and piece.size > 30:
            return None
        return Mark(PartKind.caption, "caption: photo credit in a short line")
    return None
