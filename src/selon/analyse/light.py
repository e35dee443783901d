"""Statements without a parser: quotations, cue words and according-to forms of the light packs.

A source is the run of words between a cue and the next comma, stop or mark; a content is a that-clause, a
quotation, or what stands before a cue that follows a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from selon.analyse.drafts import Draft
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span, Spans
from selon.model.statement import Stance
from selon.text.segment import trim

_NAMED = r"[^,.;:«»“”\"()\n]{2,90}"
LONGEST_SOURCE = 14
"""A source of more words than this is taken for a clause."""


@cache
def _cue_pattern(lang: str) -> tuple[re.Pattern[str], dict[str, Stance]]:
    stances = {w: Stance(b["stance"]) for b in table(lang, "cues").get("forms", []) for w in b["words"]}
    words = "|".join(map(re.escape, sorted(stances, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), stances


@cache
def _phrases(lang: str, concept: str) -> re.Pattern[str]:
    words = sorted(table(lang, "sources").get(concept, []), key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?P<cue>{'|'.join(map(re.escape, words)) or '(?!)'})\s+(?P<name>{_NAMED})", re.IGNORECASE
    )


def light_drafts(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield the drafts of a unit by its marks and words alone."""
    span = unit.span
    yield from _according(doc, unit, span)
    pattern, stances = _cue_pattern(doc.lang)
    upper: Draft | None = None
    for found in pattern.finditer(doc.text, span.start, span.end):
        if any(q.span.start < found.start() < q.span.end for q in unit.holes):
            continue
        draft = _cue(doc, unit, found, stances[found.group().lower()])
        if draft:
            upper = draft
            yield draft
    if upper:
        yield from _citing(doc, unit, upper)


def _according(doc: Document, unit: Unit, span: Span) -> Iterator[Draft]:
    for found in _phrases(doc.lang, "according").finditer(doc.text, span.start, span.end):
        name = _source(doc, found.start("name"), found.end("name"))
        if not name or name.of(doc.text).lower().split()[0] in table(doc.lang, "sources")["not_source"]:
            continue
        before = _cleaned(doc.text, span.start, found.start())
        after = _cleaned(doc.text, found.end(), span.end)
        content = after if before is None else before
        if content:
            yield Draft(
                (content,), (name,), (Span(*found.span("cue")),), Stance.asserts, "according to", unit.part
            )


def _cue(doc: Document, unit: Unit, found: re.Match[str], stance: Stance) -> Draft | None:
    rules: dict[str, Any] = table(doc.lang, "cues")
    cue = Span(*found.span())
    before = doc.text[unit.span.start : cue.start].rstrip()
    if set(before.lower().split()[-1:]) & set(table(doc.lang, "sources").get("impersonal", ())):
        return None  # "lo que se dice": nobody in particular says it
    that = "|".join(map(re.escape, rules["complementizer"]))
    tail = re.compile(
        rf"\s+(?:[^.,;:«“\"]{{0,40}}?\s)?(?P<that>{that})\s|(?P<colon>[^.;«“\"]{{0,40}}?:\s)"
    ).match(doc.text, cue.end, unit.span.end)
    if before.endswith((",", "»", "”", '"', "—", "–")) and (tail is None or tail.group("that") is None):
        return _after_content(doc, unit, cue, stance)
    if tail is None:
        return None
    start = tail.start("that") if tail.group("that") else tail.end()
    content = _cleaned(doc.text, start, _clause_end(doc, start, unit.span.end))
    source = _left_source(doc, unit, cue)
    if content is None:
        return None
    return Draft((content,), source, (cue,), stance, "cue word: that-clause", unit.part)


def _after_content(doc: Document, unit: Unit, cue: Span, stance: Stance) -> Draft | None:
    content = _cleaned(doc.text, unit.span.start, cue.start)
    named = re.compile(_NAMED).match(doc.text, cue.end, unit.span.end)
    source = _source(doc, *named.span()) if named else None
    return (
        Draft((content,), (source,) if source else (), (cue,), stance, "cue word: aside", unit.part)
        if content
        else None
    )


def _clause_end(doc: Document, start: int, end: int) -> int:
    """End a that-clause before ", según X" or ", citando a X"."""
    for concept in ("according", "citing"):
        for found in _phrases(doc.lang, concept).finditer(doc.text, start, end):
            if doc.text[: found.start()].rstrip().endswith(","):
                end = min(end, found.start())
    return end


def _left_source(doc: Document, unit: Unit, cue: Span) -> Spans:
    start = max((doc.text.rfind(mark, unit.span.start, cue.start) + 1 for mark in ",;:»”"), default=0)
    found = _source(doc, max(start, unit.span.start), cue.start)
    return (found,) if found else ()


def _source(doc: Document, start: int, end: int) -> Span | None:
    """Cut a run of words to a source: no date at its end, not too long."""
    found = trim(doc.text, start, end)
    if found is None:
        return None
    words = list(re.finditer(r"\S+", found.of(doc.text)))
    days = set(table(doc.lang, "sources").get("days", ())) | {"el", "este", "la"}
    while words and (words[-1].group().lower() in days or words[-1].group().isdigit()):
        words.pop()
    if not words or len(words) > LONGEST_SOURCE:
        return None
    return Span(found.start, found.start + words[-1].end())


def _cleaned(text: str, start: int, end: int) -> Span | None:
    found = trim(text, start, end) if start < end else None
    while found and text[found.start] in ",;:–—.":
        found = trim(text, found.start + 1, found.end)
    while found and text[found.end - 1] in ",;:–—.":
        found = trim(text, found.start, found.end - 1)
    return found


def _citing(doc: Document, unit: Unit, upper: Draft) -> Iterator[Draft]:
    for found in _phrases(doc.lang, "citing").finditer(doc.text, unit.span.start, unit.span.end):
        name = _source(doc, *found.span("name"))
        if name and found.start() > upper.cue[0].start:
            cue = Span(*found.span("cue"))
            yield Draft(upper.content, (name,), (cue,), Stance.asserts, "citing", unit.part, above=upper.cue)
