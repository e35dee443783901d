"""Credits that a text prints: agencies, sources, translators, first publishers, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.ingest import annex
from selon.ingest.lexicon import alternation, anywhere, opening, terms
from selon.ingest.parts import Layout
from selon.ingest.pieces import Piece, signs_off
from selon.ingest.shapes import is_acronym
from selon.model.document import Credit, CreditKind, PartKind
from selon.model.span import Span

_KEYS = (
    ("translator", CreditKind.translator),
    ("republished", CreditKind.republished),
    ("source", CreditKind.source),
)
_URL = re.compile(r"https?://[^\s)\]>»”\"]+")
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<url>[^)\s]+)[^)]*\)")
_NAME_END = re.compile(r"\s+[-–—|]\s+|[,;|]|\.\s|\s\(|\)|\s:|$")
_CAPS = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]{2,8}(?!\w)")


def find_credits(layout: Layout) -> tuple[Credit, ...]:
    """Return the credits printed in the text, in the order of their places, none twice."""
    out: list[Credit] = []
    for at, (piece, mark) in enumerate(zip(layout.pieces, layout.marks, strict=True)):
        if at == layout.annex:
            out.extend(_of_annex(piece))
        elif mark.kind is PartKind.credit:
            out.extend(of_line(piece))
        elif mark.kind in (PartKind.lead, PartKind.body):
            out.extend(_of_dateline(piece))
    return tuple(dict.fromkeys(out))


def of_line(piece: Piece) -> Iterator[Credit]:
    """Yield the credits of one line that is marked as a credit or a byline."""
    for key, kind in _KEYS:
        found = opening("credit", key).match(piece.folded)
        if found and found.end("words") < len(piece.folded):
            made = _named(piece, kind, piece.place(found.end("words"), len(piece.folded)).start)
            if made:
                yield made
                yield from _agency_behind(piece)
                return
    yield from _agency(piece)


def _named(piece: Piece, kind: CreditKind, start: int) -> Credit | None:
    rest = piece.text[start : piece.span.end].strip(" \u00a0\u202f:*_)]}")
    link = _LINK.search(rest)
    url = link["url"] if link else next(iter(_URL.findall(rest)), None)
    bare = _LINK.sub(lambda m: m["words"], rest)
    words = _URL.sub("", bare).strip(' \u00a0\u202f:-–—,;.()[]*_«»"“”') or (url or "")
    titled = kind is CreditKind.source and len(words.split()) > 4
    name = words if kind is CreditKind.source else _NAME_END.split(words, maxsplit=1)[0].strip(' .«»"“”')
    return Credit(kind, name, piece.span, words if titled else None, url) if name else None


def _agency_behind(piece: Piece) -> Iterator[Credit]:
    """'Translation: X, of the agency Y' names an agency behind the translator."""
    found = re.search(rf"{alternation(terms('credit', 'of_agency'))}\s+", piece.folded)
    if found and found.end() < len(piece.folded):
        rest = piece.text[piece.place(found.end(), len(piece.folded)).start : piece.span.end]
        name = _NAME_END.split(rest, maxsplit=1)[0].strip(' .()[]«»"')
        if name:
            yield Credit(CreditKind.agency, name, piece.span)


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(terms('credit', 'with'))}\s+")


def _agency(piece: Piece) -> Iterator[Credit]:
    found = _with().search(piece.folded)
    if found and found.end() < len(piece.folded):
        rest = piece.text[piece.place(found.end(), len(piece.folded)).start : piece.span.end]
        names = [_NAME_END.split(rest, maxsplit=1)[0].strip(" .()[]")]
    else:
        names = agencies_in(piece)
    for name in names:
        if name:
            yield Credit(
                CreditKind.agency, name.upper() if name.islower() and len(name) < 6 else name, piece.span
            )


def agencies_in(piece: Piece) -> list[str]:
    """Return the agencies that a credit line names: known ones, else abbreviations in capitals."""
    known = [
        piece.place(*m.span()).of(piece.text) for m in anywhere("credit", "wires").finditer(piece.folded)
    ]
    if known:
        return known
    if any(w in piece.folded for w in terms("credit", "agencies")):
        return [t for t in terms("credit", "agencies") if re.search(rf"(?<!\w){t}(?!\w)", piece.folded)][:1]
    shaped = [w for w in _CAPS.findall(piece.words) if is_acronym(w)]
    return shaped if piece.size <= 6 else []


_DATELINE = re.compile(r"(?P<place>[^()\d.!?]{2,40})\((?P<in>[^()]{2,30})\)\s*[-–—:]")


def _of_dateline(piece: Piece) -> Iterator[Credit]:
    """'PARIS (Agency) – …' at the head of a paragraph."""
    found = _DATELINE.match(piece.words)
    if found and signs_off(found["in"]):
        start = piece.span.start + found.start()
        yield Credit(CreditKind.agency, found["in"].strip(), Span(start, piece.span.start + found.end()))


def _of_annex(piece: Piece) -> Iterator[Credit]:
    place = annex.publisher(piece)
    if place:
        yield Credit(CreditKind.republished, place.of(piece.text), piece.span)
