"""What one piece of a line is, judged by itself: the first rule that speaks decides.

A rule returns a Mark or None. `sure` marks stand alone; others need a neighbour of the same kind (see zones).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from selon.ingest import families
from selon.ingest.lexicon import opening, whole
from selon.ingest.links import promo
from selon.ingest.marks import Mark
from selon.ingest.markup import markup
from selon.ingest.pictures import caption, copyright_line
from selon.ingest.pieces import Piece
from selon.ingest.signed import byline, credit, dateline
from selon.model.document import PartKind

Rule = Callable[[Piece], Mark | None]
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}|\[email\s?protected\]", re.IGNORECASE)


def judge(piece: Piece) -> Mark | None:
    """Return what the piece is by itself, or None for what looks like the article."""
    if piece.given:
        return Mark(*piece.given)
    for rule in RULES:
        if mark := rule(piece):
            return mark
    return None


def contact(piece: Piece) -> Mark | None:
    """Addresses to write to: a contact label, or an e-mail address in a short line."""
    found = opening("contact", "openers").match(piece.folded)
    labelled = found is not None and re.match(r"\s*[:@|-]", piece.folded[found.end("words") :])
    if _MAIL.search(piece.words) and piece.size <= 35:
        return Mark(PartKind.boilerplate, "contact: an e-mail address in a short paragraph")
    if labelled and piece.size <= 25:
        return Mark(PartKind.boilerplate, "contact: begins with a contact label")
    return None


def navigation(piece: Piece) -> Mark | None:
    """Menu words, 'advertisement', tags; rows of consent buttons, glued or not."""
    plain = piece.folded.strip(" .:>-*_#|()[]\"'…")
    if plain in whole("navigation", "whole"):
        return Mark(PartKind.boilerplate, "navigation: a label of the page", sure=piece.size > 1)
    found = opening("navigation", "openers").match(piece.folded)
    if found and piece.size <= 30 and re.match(r"\s*[:|]", piece.folded[found.end("words") :]):
        return Mark(PartKind.boilerplate, f"navigation: begins with “{found['words']}”")
    if families.only_buttons(piece.folded):
        return Mark(PartKind.boilerplate, "consent: buttons", sure=piece.size > 2)
    return None


def family(piece: Piece) -> Mark | None:
    """Consent walls, licences and disclaimers, subscription lines: by the density of their words."""
    for name in families.NAMES:
        weight = families.weigh(piece.folded, name)
        if weight.sure:
            return Mark(PartKind.boilerplate, f"{name}: {weight.words}")
        if weight.likely:
            return Mark(PartKind.boilerplate, f"{name}: {weight.words}, beside more of it", sure=False)
    return None


RULES: tuple[Rule, ...] = (
    markup,
    promo,
    copyright_line,
    navigation,
    byline,
    credit,
    dateline,
    contact,
    caption,
    family,
)
