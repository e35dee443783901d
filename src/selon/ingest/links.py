"""Promos: links to other articles, calls to follow, share links."""

from __future__ import annotations

import re

from selon.ingest.lexicon import anywhere, opening, terms, whole
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece
from selon.ingest.shapes import ends_sentence
from selon.model.document import PartKind

_AFTER_OPENER = re.compile(r"\s*(?:[:.»>|–—-]|$)")


def promo(piece: Piece) -> Mark | None:
    """'Lire aussi : …', 'Read more', 'Follow us on …', share links."""
    plain = piece.folded.strip(" .:>-*_#|")
    if plain in whole("promo", "whole"):
        return Mark(PartKind.promo, "promo: a label of links")
    found = opening("promo", "openers").match(piece.folded)
    if found and piece.size <= 40 and _opens_link(piece, found.end("words")):
        return Mark(PartKind.promo, f"promo: begins with “{found['words']}”")
    return _follow(piece) or _share(piece)


def _opens_link(piece: Piece, end: int) -> bool:
    """A sentence may begin with the same words: a link goes on with a mark, a capital, or ends."""
    rest = piece.folded[end:]
    if _AFTER_OPENER.match(rest):
        return True
    at = piece.place(end, len(piece.folded)).start
    following = piece.text[at : piece.span.end].lstrip(" \u00a0\u202f*_[(")
    return not ends_sentence(piece.words) and (following[:1].isupper() or following[:1] in "«“\"'‘0123456789")


def _follow(piece: Piece) -> Mark | None:
    if piece.size > 30 or not opening("promo", "follow").match(piece.folded):
        return None
    if any(name in piece.folded for name in terms("promo", "platforms")):
        return Mark(PartKind.promo, "promo: asks to follow or share on a network")
    return None


def _share(piece: Piece) -> Mark | None:
    words = re.findall(r"[\w.'-]+", piece.folded)
    if not words or len(words) > 25:
        return None
    names = len(anywhere("promo", "platforms").findall(piece.folded))
    verbs = sum(w in whole("promo", "share") for w in words)
    if names >= 1 and names + verbs >= 0.8 * len(words) and (names >= 2 or verbs):
        return Mark(PartKind.promo, "promo: share links")
    return None
