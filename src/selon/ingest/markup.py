"""Markup that stays in plain text: shortcodes, Markdown headings, block quotations, pictures, links."""

from __future__ import annotations

import re

from selon.ingest.links import promo
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece
from selon.model.document import PartKind

_SHORTCODE = re.compile(
    r"\{\{[<%].{0,2000}?[%>]\}\}(?:\s*\{\{[<%].{0,2000}?[%>]\}\})*|\[/[a-z_]+\]|\[[a-z_]+\s[^\]=]{1,40}=[^\]]*\]"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_RULE_LINE = re.compile(r"(?:[-*_=~•.·]\s*){3,}|[^\w]+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<(?:img|iframe|video|embed)\b[^>]*/?>", re.IGNORECASE)
_LINK_ONLY = re.compile(r"[\W_]*(?:https?://|www\.)\S+[\W_]*")


def markup(piece: Piece) -> Mark | None:
    """Shortcodes, rules, pictures and bare addresses of Markdown; headings and block quotations."""
    words = piece.words
    if len(words) < 5000 and _SHORTCODE.fullmatch(words):
        return Mark(PartKind.boilerplate, "shortcode: a command to the site's builder")
    if _HEADING.match(words):
        return Mark(PartKind.headline, "heading: Markdown heading")
    if len(words) < 200 and _RULE_LINE.fullmatch(words):
        return Mark(PartKind.boilerplate, "rule: a line without words")
    if words.startswith(">") and piece.size:
        return _quoted(piece)
    if len(words) < 2000 and _IMAGE.match(words) and piece.size < 60:
        return Mark(PartKind.caption, "picture: an image with its text")
    if _LINK_ONLY.fullmatch(words):
        return Mark(PartKind.boilerplate, "address: a bare link")
    return None


def _quoted(piece: Piece) -> Mark | None:
    return promo(piece) or Mark(PartKind.quotation, "block quotation: the line begins with >")
