"""Colons and dashes that name a speaker: headlines "X : « … »", transcripts "X: …", signed posts "… — X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.analyse.drafts import Draft
from selon.analyse.kinds import kind_of
from selon.analyse.units import Unit
from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span
from selon.model.statement import SourceKind, Stance
from selon.text.segment import trim

_LABEL = re.compile(
    r"(?P<name>[^:\n«“\"]{2,70}?)(?P<gap>[\s\u00a0\u202f]*)(?P<mark>:)[\s\u00a0\u202f]+(?=\S)"
)
_SIGNED = re.compile(r"(?P<mark>[—―])[ \u00a0]?(?P<name>[A-ZÀ-Þ@][^—―\n]{1,60}?\(@\w+\)|@\w+)(?=\s|$)")
_TRANSCRIPT = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}?)(?:,[^:\n]{2,60})?(?P<mark>:)[ \u00a0]+(?=\S)"
)
LONGEST_LABEL = 9
"""A speaker's label before a colon has at most this many words."""


def label_drafts(doc: Document, unit: Unit, first: bool) -> Iterator[Draft]:
    """Yield the draft of a unit that begins with a speaker and a colon, or ends in a signature."""
    yield from _signed(doc, unit)
    if unit.level:
        return
    text = doc.text
    if shout := _TRANSCRIPT.match(text, unit.span.start, unit.span.end):
        if shout.group("name").isupper():
            yield from _made(text, unit, shout, "transcript", table(doc.lang, "cues"))
            return
    found = _LABEL.match(text, unit.span.start, unit.span.end)
    if found is None or not _speaker(doc, found.group("name"), first):
        return
    yield from _made(text, unit, found, "colon", table(doc.lang, "cues"))


def _made(text: str, unit: Unit, found: re.Match[str], rule: str, cues: dict[str, object]) -> Iterator[Draft]:
    name = trim(text, *found.span("name"))
    end = unit.span.end
    while end > found.end() and text[end - 1] in ". ":
        end -= 1
    if name and end > found.end():
        content = Span(found.end(), end)
        yield Draft((content,), (name,), (Span(*found.span("mark")),), Stance.asserts, rule, unit.part)


def _speaker(doc: Document, words: str, first: bool) -> bool:
    """Tell whether the words before a colon name one who may speak."""
    label = words.strip()
    count = len(label.split())
    if not 1 <= count <= LONGEST_LABEL or not label[0].isupper() or "," in label or ";" in label:
        return False
    kind = kind_of(label, doc.lang)
    lead = set(table(doc.lang, "sources").get("label_stop", ()))
    if label.lower().split()[0] in lead:
        return False
    return kind in {
        SourceKind.organisation,
        SourceKind.office,
        SourceKind.named_person,
        SourceKind.media,
        SourceKind.anonymous,
    } and (not any(w.lower() in table(doc.lang, "cues").get("label_verbs", ()) for w in label.split()))


def _signed(doc: Document, unit: Unit) -> Iterator[Draft]:
    """Yield posts that end in "— Name (@handle)": what stands before in the same paragraph is the content."""
    if unit.level:
        return
    for found in _SIGNED.finditer(doc.text, unit.span.start, unit.span.end):
        start = doc.text.rfind("\n", 0, found.start()) + 1
        body = trim(doc.text, start, found.start())
        name = Span(*found.span("name"))
        if body:
            yield Draft(
                (body,), (name,), (Span(*found.span("mark")),), Stance.asserts, "signed post", unit.part
            )
