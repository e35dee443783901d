"""The ladder of evidence that one document derives from another: what is stated, how much is shared, when."""

from __future__ import annotations

from selon.link.dates import earlier
from selon.model.document import Document, PartKind
from selon.model.lineage import Evidence, Level
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind
from selon.model.span import Spans, tidy

LONG = 300
"""Characters in common, quoted statements apart, that are more than two reporters would both write."""
PART = 0.1
"""Share of the shorter text that long stretches must be."""
MOST = 0.6
"""Share of the shorter text that is enough where the text itself is short."""


def timing(a: Document, b: Document) -> Evidence | None:
    """Return level-2 evidence that `a` came before `b`, with the printed dates, or None."""
    if not earlier(a, b):
        return None
    printed = [d.published.words or d.published.value or "" for d in (a, b) if d.published]
    return Evidence(Level.timing, "published before", " < ".join(printed), b.id)


def headlines(doc: Document) -> Spans:
    """Return the headlines of `doc`: shared headlines prove nothing."""
    return tidy(p.span for p in doc.parts if p.kind is PartKind.headline)


TRANSLATED = 0.6
"""A translation shows which sentences were used, not which words: a copy in one language is closer."""


def weight(passage: Passage) -> float:
    """Return what a character of the passage counts as common matter: less where the words are others."""
    if passage.kind is ReuseKind.translated:
        return TRANSLATED
    return passage.score if passage.kind is ReuseKind.reworded else 1.0


SENSE = frozenset({ChangeKind.figure, ChangeKind.name, ChangeKind.date, ChangeKind.polarity})
TELLING = 12
READING = 60
"""Characters of a change of wording that two texts would hardly make apart."""


def is_reading(change: Change, side: int) -> bool:
    """Tell whether a change is one that a copy inherits: a figure, name, date, polarity, short rewording."""
    words = change.b_words if side else change.a_words
    if not words or not change.a_words or not change.b_words:
        return False
    return change.kind in SENSE or (change.kind is ChangeKind.wording and TELLING <= len(words) <= READING)
