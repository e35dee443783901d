"""Dialogue of prose: paragraphs that a dash opens, and the narrator's words inside them.

Each stretch of speech between two of the narrator's asides ("dit-il", "répondit la mère") is one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.analyse.drafts import Draft
from selon.analyse.lexicon import forms
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span
from selon.model.statement import Stance
from selon.text.segment import paragraphs, trim

_DASH = re.compile(r"(?:[—–―]|--|-(?=[ \u00a0]))[ \u00a0\u202f]*(?=[^\s\d])")
_FRAMES = {"aside", "quoted_aside", "quote"}
_BRACKET = re.compile(r"\[[^\]\n]{1,200}\]")


@cache
def _aside(lang: str) -> re.Pattern[str] | None:
    """Return the pattern of a narrator's aside: verb with its subject after it, up to the next mark."""
    rules = table(lang, "dialogue")
    if not rules:
        return None
    verbs = [
        f for f, es in forms(lang).items() if any(e.shape == "fin" and _FRAMES & e.word.frames for e in es)
    ]
    verbs += rules["verbs"]
    verb = "|".join(sorted(map(re.escape, set(verbs)), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=[,;:!?….»)\]—–-])|(?<=^))[ \u00a0]*(?P<aside>(?:(?:{rules['clitics']})[ \u00a0]?)*"
        rf"(?P<verb>(?:{verb}))(?:(?P<pronoun>-(?:t-)?(?:{rules['pronouns']}))(?!\w)|"
        rf"[ \u00a0](?:(?:{rules['adverbs']})[ \u00a0])*(?=(?:{rules['subjects']})|[A-ZÀ-ÖØ-Þ])"
        rf"(?P<name>[^,;:.!?…\n—–]+))"
        rf"(?P<tail>[^,;:.!?…\n—–]*(?:,[ \u00a0](?:{rules['circumstances']})[^,;:.!?…\n—–]*)*))",
        re.IGNORECASE if rules.get("ignore_case") else 0,
    )


def dialogue_paragraphs(doc: Document) -> tuple[Span, ...]:
    """Return the paragraphs of dialogue; a list with dashes is none (an aside must show speech)."""
    pattern = _aside(doc.lang)
    if pattern is None:
        return ()
    dashed = tuple(p for p in paragraphs(doc.text) if _DASH.match(doc.text, p.start, p.end))
    spoken = sum(
        1 for p in dashed if pattern.search(doc.text, p.start, p.end) or doc.text[p.end - 1] in "?!…"
    )
    return dashed if spoken * 3 >= len(dashed) and spoken else ()


def dialogue_drafts(doc: Document, dialogue: tuple[Span, ...]) -> Iterator[Draft]:
    """Yield one draft for every stretch of speech in the paragraphs of dialogue."""
    pattern = _aside(doc.lang)
    for paragraph in dialogue if pattern else ():
        assert pattern is not None
        yield from _paragraph(doc.text, paragraph, pattern)


def _paragraph(text: str, paragraph: Span, pattern: re.Pattern[str]) -> Iterator[Draft]:
    at = paragraph.start
    source: tuple[Span, ...] = ()
    for found in [*pattern.finditer(text, paragraph.start, paragraph.end), None]:
        stop = found.start("aside") if found else paragraph.end
        cue: tuple[Span, ...] = ()
        if found:
            cue = (Span(*found.span("verb")),)
            source = tuple(_speaker(text, found))
        for piece in _pieces(text, at, stop):
            yield Draft((piece,), source, cue, Stance.asserts, "dialogue", carried=not cue)
        at = found.end() if found else stop


def _speaker(text: str, found: re.Match[str]) -> Iterator[Span]:
    for group in ("pronoun", "name"):
        if found.group(group):
            start, end = found.span(group)
            start += 1 if group == "pronoun" else 0
            if text[start : start + 2] == "t-":
                start += 2
            if span := trim(text, start, end):
                yield span


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch cleaned of its dash and marks, cut at editors' notes in brackets."""
    for cut in [*(m.span() for m in _BRACKET.finditer(text, start, end)), (end, end)]:
        piece = trim(text, start, cut[0]) if start < cut[0] else None
        while piece and text[piece.start] in ",;:." and len(piece) > 1:
            piece = trim(text, piece.start + 1, piece.end)
        if piece and any(c.isalnum() for c in piece.of(text)):
            yield piece
        start = cut[1]
