"""Lines that sign the text: credits, agencies, bylines, dates of publication."""

from __future__ import annotations

import re
from functools import cache

from selon.ingest import dates
from selon.ingest.lexicon import alternation, anywhere, date_terms, opening, terms
from selon.ingest.marks import Mark
from selon.ingest.pieces import Piece, signs_off
from selon.ingest.shapes import ends_open, is_acronym, is_name
from selon.model.document import PartKind
from selon.text.normalise import fold

_LINK_ONLY = re.compile(r"[\W_]*(?:https?://|www\.)\S+[\W_]*")


def credit(piece: Piece) -> Mark | None:
    """'source : …', 'traduit par …', 'avec AFP', '(AFP)', 'first published by …'."""
    if piece.size > 45:
        return None
    for key in ("translator", "republished"):
        found = opening("credit", key).match(piece.folded)
        if found and _names_someone(piece, found.end("words")):
            return Mark(PartKind.credit, f"credit: begins with “{found['words']}”")
    found = opening("credit", "source").match(piece.folded)
    if found and re.match(r"\s*:\s*\S", piece.folded[found.end("words") :]):
        return Mark(PartKind.credit, f"credit: begins with “{found['words']} :”")
    return _agency_line(piece)


def _names_someone(piece: Piece, end: int) -> bool:
    rest = piece.folded[end:]
    if re.match(r"\s*:", rest):
        return True
    at = piece.place(end, len(piece.folded)).start if rest else piece.span.end
    return piece.text[at : at + 40].lstrip(' \u00a0\u202f«“"[*_(')[:1].isupper() and piece.size <= 30


def _agency_line(piece: Piece) -> Mark | None:
    bare = piece.words.strip(" \u00a0\u202f()[].–—-*_/")
    plain = piece.folded.strip(" ()[].-*_/")
    if piece.size > 8 or not plain:
        return None
    known = bool(anywhere("credit", "wires").fullmatch(plain)) or plain in terms("credit", "agencies")
    bracketed = piece.words.startswith(("(", "[")) and signs_off(bare)
    if known or bracketed or _with_agency(bare, plain) or _name_and_agency(bare) or _stamp_line(piece):
        return Mark(PartKind.credit, "credit: agency line")
    if is_acronym(bare) and len(bare) <= 6:
        return Mark(PartKind.credit, "credit: initials or agency alone on a line", sure=False)
    return None


def _with_agency(bare: str, plain: str) -> bool:
    """'avec AFP', and 'Outlet avec AFP' with nothing else on the line."""
    found = re.match(rf"(?P<who>[^,;:]*?)(?<!\w){alternation(terms('credit', 'with'))}\s+", plain)
    if not found:
        return False
    name, who = bare[found.end() :].strip(), bare[: found.end("who")].strip()
    if who:
        return is_name(who, 1) and (is_acronym(name) or signs_off(name))
    return is_acronym(name) or signs_off(name) or (is_name(name, 1) and len(name.split()) <= 4)


def _name_and_agency(bare: str) -> bool:
    """'L. M./Agences', 'Jean Dupont / AFP': a name or initials, a stroke, an agency."""
    head, mark, tail = bare.rpartition("/")
    named = is_name(head, 1) and not _LINK_ONLY.match(bare)
    return bool(mark) and named and signs_off(tail.strip())


_PLACE_STAMP = re.compile(r"(?P<place>[^()\d]{2,40})\((?P<in>[^()]{2,30})\)\s*(?P<dash>[-–—:]?)\s*")


def _stamp_line(piece: Piece) -> bool:
    """'Paris (AFP) -' alone on a line; without the dash only a known agency, for 'Call to action (CTA)'."""
    found = _PLACE_STAMP.fullmatch(piece.words)
    if not found:
        return False
    known = bool(anywhere("credit", "wires").fullmatch(fold(found["in"])))
    return known or (bool(found["dash"]) and signs_off(found["in"]))


def byline(piece: Piece) -> Mark | None:
    """'Par X', 'By X', 'Articles Par : X', with or without the date and the agency behind."""
    if piece.size > 25:
        return None
    found = opening("credit", "byline").match(piece.folded)
    if found and _is_byline(piece, found.end("words")):
        return Mark(PartKind.credit, f"byline: begins with “{found['words']}”")
    if opening("credit", "sign_off").match(piece.folded):
        return Mark(PartKind.credit, "byline: reporters' sign-off")
    return None


_NAME_END = re.compile(r"\s+[|·•–—-]\s+|[,;|(]|\s+(?=\d)")


def _is_byline(piece: Piece, end: int) -> bool:
    if end >= len(piece.folded):
        return False
    rest = piece.text[piece.place(end, len(piece.folded)).start : piece.span.end]
    labelled = rest.lstrip().startswith(":")
    name = _NAME_END.split(rest.lstrip(" :\u00a0\u202f"), maxsplit=1)[0]
    for joint in (*terms("credit", "with"), *terms("credit", "byline")):
        name = re.split(rf"\s{re.escape(joint)}\s", name, maxsplit=1, flags=re.IGNORECASE)[0]
    return is_name(name, 1 if labelled else 2) or (piece.size <= 6 and is_name(name, 1) and ends_open(name))


def dateline(piece: Piece) -> Mark | None:
    """A line that says nothing but when the page was published or updated."""
    if piece.size > 25:
        return None
    alone = piece.folded.strip(" .:") in (*date_terms("published"), *date_terms("updated"))
    if (alone and piece.size > 1) or (piece.size <= 10 and dates.only_zone(piece.words)):
        return Mark(PartKind.boilerplate, "date: a label or a zone of a date printed elsewhere")
    found = list(dates.printed(piece.words, "fr")) if _YEAR.search(piece.words) else []
    if not found:
        return None
    rest = piece.words
    for date in reversed(found):
        rest = rest[: date.span.start] + rest[date.span.end :]
    left = [w for w in re.findall(r"\w+", rest) if fold(w) not in _label_words()]
    if left and re.search(r":(?:\s|$)", rest):
        return None  # "Correction: 2 October 2016" dates something else
    if len(left) <= 1 or (len(left) <= 4 and all(w[0].isupper() for w in left)):
        return Mark(PartKind.boilerplate, "date: a line that only dates the page")
    if opening_date().match(piece.folded) and (ends_open(piece.words) or piece.size <= 14):
        return Mark(PartKind.boilerplate, "date: publication line")
    return None


_YEAR = re.compile(r"\d{4}")


@cache
def _label_words() -> frozenset[str]:
    """Single words of the labels that stand round a date."""
    keys = ("published", "updated", "weekdays", "at")
    return frozenset(word for key in keys for term in date_terms(key) for word in term.split())


@cache
def opening_date() -> re.Pattern[str]:
    """Return the pattern of the words that stand before a publication date, at the start of a line.

    An article alone ("le") also begins ordinary sentences: it is not among them.
    """
    labels = tuple(t for t in date_terms("published") + date_terms("updated") if len(t) > 2)
    return re.compile(rf"[^\w]{{0,12}}(?P<words>{alternation(labels)})(?!\w)")
