"""What one piece of a line is, judged by itself: the first rule that speaks decides.

A rule returns a Mark or None. `sure` marks stand alone; others need a neighbour of the same kind (see zones).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from selon.ingest import dates, families
from selon.ingest.lexicon import alternation, anywhere, date_terms, opening, terms, whole
from selon.ingest.pieces import Piece, signs_off
from selon.ingest.shapes import ends_open, ends_sentence, is_acronym, is_name
from selon.model.document import PartKind


@dataclass(frozen=True)
class Mark:
    """The kind of a piece, the reason (`rule: words`), and whether it stands without neighbours."""

    kind: PartKind
    why: str
    sure: bool = True


Rule = Callable[[Piece], Mark | None]


def judge(piece: Piece) -> Mark | None:
    """Return what the piece is by itself, or None for what looks like the article."""
    if piece.given:
        return Mark(*piece.given)
    for rule in RULES:
        if mark := rule(piece):
            return mark
    return None


_SHORTCODE = re.compile(
    r"\{\{[<%].{0,2000}?[%>]\}\}(?:\s*\{\{[<%].{0,2000}?[%>]\}\})*|\[/[a-z_]+\]|\[[a-z_]+\s[^\]=]{1,40}=[^\]]*\]"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_RULE_LINE = re.compile(r"(?:[-*_=~•.·]\s*){3,}|[^\w]+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<(?:img|iframe|video|embed)\b[^>]*/?>", re.IGNORECASE)
_LINK_ONLY = re.compile(r"[\W_]*(?:https?://|www\.)\S+[\W_]*")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}|\[email\s?protected\]", re.IGNORECASE)


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
    if known or bracketed or _with_agency(bare, plain) or _name_and_agency(bare, plain) or _stamp_line(piece):
        return Mark(PartKind.credit, "credit: agency line")
    if is_acronym(bare) and len(bare) <= 6:
        return Mark(PartKind.credit, "credit: initials or agency alone on a line", sure=False)
    return None


def _with_agency(bare: str, plain: str) -> bool:
    found = re.match(rf"{alternation(terms('credit', 'with'))}\s+", plain)
    if not found:
        return False
    name = bare[found.end() :].strip()
    return is_acronym(name) or signs_off(name) or (is_name(name, 1) and len(name.split()) <= 4)


def _name_and_agency(bare: str, plain: str) -> bool:
    head, mark, tail = bare.rpartition("/")
    tail = tail.strip()
    return (
        bool(mark) and len(head) < 60 and (is_acronym(tail) or signs_off(tail)) and not _LINK_ONLY.match(bare)
    )


_PLACE_STAMP = re.compile(r"(?P<place>[^()\d]{2,40})\((?P<in>[^()]{2,30})\)\s*[-–—:]?\s*")


def _stamp_line(piece: Piece) -> bool:
    """'Paris (AFP) -' alone on a line."""
    found = _PLACE_STAMP.fullmatch(piece.words)
    return bool(found) and signs_off(found["in"]) if found else False


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
    found = list(dates.printed(piece.words, "fr"))
    label = opening_date().match(piece.folded)
    rest = piece.words
    for date in reversed(found):
        rest = rest[: date.span.start] + rest[date.span.end :]
    left = re.findall(r"\w+", _without_labels(rest))
    if found and (len(left) <= 1 or (len(left) <= 4 and all(w[0].isupper() for w in left))):
        return Mark(PartKind.boilerplate, "date: a line that only dates the page")
    if label and found and ends_open(piece.words):
        return Mark(PartKind.boilerplate, "date: publication line")
    return None


@cache
def opening_date() -> re.Pattern[str]:
    """Return the pattern of the words that stand before a publication date, at the start of a line."""
    return re.compile(
        rf"[^\w]*(?P<words>{alternation(date_terms('published') + date_terms('updated'))})(?!\w)"
    )


def _without_labels(words: str) -> str:
    every = (*date_terms("published"), *date_terms("updated"), *date_terms("weekdays"), *date_terms("at"))
    return re.sub(rf"(?<!\w){alternation(every)}(?!\w)", " ", words, flags=re.IGNORECASE)


def contact(piece: Piece) -> Mark | None:
    """Addresses to write to: a contact label, or an e-mail address in a short line."""
    found = opening("contact", "openers").match(piece.folded)
    labelled = found is not None and re.match(r"\s*[:@|-]", piece.folded[found.end("words") :])
    if _MAIL.search(piece.words) and piece.size <= 60:
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
        weight = families.weigh(piece, name)
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
    credit,
    byline,
    dateline,
    contact,
    caption,
    family,
)
