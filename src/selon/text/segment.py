"""Paragraphs and sentences with the typography of the press, without losing a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from selon.languages import pack
from selon.model.span import Span
from selon.text.letters import UPPER

_BREAK = re.compile(r"[\r\n\u2028\u2029]+|\x0c")
_HARD_LIMIT = 4000
"""A sentence longer than this many code points is cut at the last space: text with no sentence end."""

_END = re.compile(
    r"(?P<stop>[.!?…؟۔।॥።]+|(?<=[\w\]\)])[:;](?=\s*\n))"
    r"(?P<close>(?:[»”’\"')\]]|“(?=\s|$)|[ \u00a0\u202f\u2009]»)*)"
    rf"(?P<gap>[\s\u00a0\u202f]+|(?=[{UPPER}«“][\w\s\u00a0]))"
    r"|(?P<full>[。！？｡]+[」』”’）】]*)"
)
_CLOSES = frozenset('»”’)"')
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_OPENS = re.compile(r"[\"'«“‘(\[\u00a0\u202f\s–—>*_#-]*(?P<first>[^\s])")
_INITIAL = re.compile(rf"(?:^|[\s\u00a0.’'(-])[{UPPER}]$")
_NEAR = 40
"""Code points before a stop: more than the longest abbreviation."""
_LAST_WORD = re.compile(r"[\w’'.-]+$")


def dense_signs(text: str) -> int:
    """Return how many signs of `text` are about a syllable or a word each: Chinese characters, kana."""
    return len(_DENSE.findall(text))


def paragraphs(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Return the runs of text between line ends, outer white space cut off; together they hold every word."""
    start, end = (within.start, within.end) if within else (0, len(text))
    out: list[Span] = []
    for cut in [*(m.span() for m in _BREAK.finditer(text, start, end)), (end, end)]:
        if trimmed := trim(text, start, cut[0]):
            out.append(trimmed)
        start = cut[1]
    return tuple(out)


def trim(text: str, start: int, end: int) -> Span | None:
    """Return `[start, end)` without white space at its ends, or None when nothing is left."""
    while start < end and _blank(text[start]):
        start += 1
    while end > start and _blank(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _blank(char: str) -> bool:
    return char.isspace() or char in "\u200b\ufeff\x00"


def sentences(text: str, lang: str, within: Span | None = None) -> tuple[Span, ...]:
    """Return the sentences of each paragraph; abbreviations come from the language pack.

    A mark of quotation or bracket that closes after the stop belongs to the sentence before it. A stop with
    no space after it ends a sentence only before a capital after a lower-case word or a closing mark
    ("Jordanie.En outre").
    """
    return _whole(text, lang) if within is None else _inside(text, lang, within)


@lru_cache(maxsize=1 << 11)
def _whole(text: str, lang: str) -> tuple[Span, ...]:
    """The sentences of a text: several stages ask for them."""
    return _inside(text, lang, None)


def _inside(text: str, lang: str, within: Span | None) -> tuple[Span, ...]:
    return tuple(s for paragraph in paragraphs(text, within) for s in _split(text, paragraph, lang))


def _split(text: str, paragraph: Span, lang: str) -> list[Span]:
    out: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match.end() >= paragraph.end or not _ends(text, start, match, paragraph.end, lang):
            continue
        end = match.end() if match.group("full") else match.start("gap")
        if piece := trim(text, start, end):
            out.extend(_bounded(text, piece))
        start = end
    if piece := trim(text, start, paragraph.end):
        out.extend(_bounded(text, piece))
    return out


def _ends(text: str, start: int, match: re.Match[str], limit: int, lang: str) -> bool:
    if match.group("full"):
        return True  # the full stop of a script without spaces ends whatever follows it
    opening = _OPENS.match(text, match.end(), limit)
    if opening is None:
        return False
    first = opening.group("first")
    glued = match.start("gap") == match.end("gap")
    if glued and not _glued_end(text, match):
        return False
    if match.group("stop") in {".", "...", "…"} and first.islower():
        return False
    if first.islower() and match.group("close"):
        return False  # « Partez ! » a-t-il lancé: a lower-case word carries the sentence on
    return match.group("stop") != "." or not _abbreviated(text, start, match, lang)


def _glued_end(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else ""
    after = text[match.end() : match.end() + 2]
    closed = bool(match.group("close")) or before in _CLOSES
    return (before.islower() or closed) and (
        after[:1] in "«“" or (after[1:2].islower() or after[1:2] in " '’")
    )


def _abbreviated(text: str, start: int, match: re.Match[str], lang: str) -> bool:
    if match.group("close") and match.group("close").strip(" \u00a0\u202f\u2009"):
        return False
    head = text[max(start, match.start() - _NEAR) : match.start()]
    if _INITIAL.search(head):
        return True
    last = _LAST_WORD.search(head)
    return last is not None and last.group().lower() in _abbreviations(lang)


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    tables = pack.everywhere("abbreviations")
    chosen = [tables[lang]] if lang in tables else list(tables.values())
    return frozenset(word for t in chosen for word in t.get("words", []))


def _bounded(text: str, piece: Span) -> list[Span]:
    out: list[Span] = []
    while len(piece) > _HARD_LIMIT:
        cut = text.rfind(" ", piece.start + 1, piece.start + _HARD_LIMIT)
        cut = cut if cut > piece.start else piece.start + _HARD_LIMIT
        if head := trim(text, piece.start, cut):
            out.append(head)
        rest = trim(text, cut, piece.end)
        if rest is None:
            return out
        piece = rest
    return [*out, piece]
