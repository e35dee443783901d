"""What a content says of itself: is it negated, is it held for a fact, possible, to come, due, conditional?

Polarity and the degrees of certainty follow FactBank (Saurí & Pustejovsky 2009: CT, PR, PS with + and -);
what is due and what hangs on a condition are set apart as in Palmer, Mood and Modality (2001). Only words of
the content count, in its first sentence and outside relative clauses: the stance of the cue is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from selon.languages.pack import table
from selon.model.document import Document
from selon.model.span import Span, Spans, tidy
from selon.model.statement import Modality, Polarity
from selon.text.alternation import either
from selon.text.normalise import Derived, derive
from selon.text.polarity import negations, placed
from selon.text.segment import sentences

_RANKED = (
    Modality.obligation,
    Modality.possible,
    Modality.probable,
    Modality.future,
    Modality.conditional,
)
"""A word that two lists hold ("devra", "pourrait") counts for the first."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Polarity and modality of a content, with the words that show them (none for the plain cases)."""

    polarity: Polarity = Polarity.positive
    polarity_words: Spans = ()
    modality: Modality = Modality.asserted
    modality_words: Spans = ()


def commitment_of(doc: Document, content: Spans, hedges: Spans = (), past: bool = False) -> Commitment:
    """Return how a content stands to the facts.

    `hedges` are the words of hearsay already found: they tell whose word it is, not what is possible. After
    a `past` cue the conditional is a tense ("a dit qu'il viendrait"): what it tells was to come.
    """
    scope = [_Piece.of(doc, span) for span in _scope(doc, content)]
    negative = tidy(s for piece in scope for s in placed(negations(piece.words, doc.lang), piece.start))
    kind, words = _modality(doc, scope, hedges, past)
    return Commitment(Polarity.negative if negative else Polarity.positive, negative, kind, words)


def _scope(doc: Document, content: Spans) -> Spans:
    """Return the first sentence of the content, or all its pieces when the first is one sentence."""
    first = sentences(doc.text, doc.lang, content[0])
    return first[:1] if len(first) > 1 else content


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a content without its relative clauses, as printed and in lower case, and its place."""

    words: str
    lower: Derived
    start: int

    @classmethod
    def of(cls, doc: Document, span: Span) -> _Piece:
        words = _main(doc.text, doc.lang, span)
        return cls(words, derive(words, _lower), span.start)


def _main(text: str, lang: str, span: Span) -> str:
    """Return the words of the span with its relative clauses blanked; a word that opens it is kept."""
    pattern = _relative(lang)
    words = span.of(text)
    return pattern.sub(lambda m: " " * len(m.group()) if m.start() > 1 else m.group(), words)


@cache
def _relative(lang: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, table(lang, "modality").get("relative", ()))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)[^,;:.»”]*", re.IGNORECASE)


def _modality(doc: Document, scope: Sequence[_Piece], hedges: Spans, past: bool) -> tuple[Modality, Spans]:
    found = [(kind, s) for piece in scope for kind, s in _marks(doc, piece, past) if not _held(s, hedges)]
    firm = [s for piece in scope for s in _matches(doc, piece, "condition")]
    loose = [s for piece in scope for s in _matches(doc, piece, "condition_with_tense")]
    tensed = [s for kind, s in found if kind in {Modality.conditional, Modality.future}]
    if firm or (loose and tensed):
        return Modality.conditional, tidy([*firm, *loose, *tensed])
    if not found:
        return Modality.asserted, ()
    first = min(found, key=lambda pair: (pair[1], _RANKED.index(pair[0])))[0]
    return first, tidy(s for kind, s in found if kind is first)


def _held(span: Span, others: Spans) -> bool:
    return any(span.overlap(other) for other in others)


def _marks(doc: Document, piece: _Piece, past: bool) -> Iterator[tuple[Modality, Span]]:
    """Yield the marks of modality with their places; none overlaps one that ranks before it."""
    taken: list[Span] = []
    for kind in _RANKED:
        for mark in _matches(doc, piece, kind.value):
            if not any(mark.overlap(other) for other in taken):
                taken.append(mark)
                yield (Modality.future if past and kind is Modality.conditional else kind), mark


def _matches(doc: Document, piece: _Piece, concept: str) -> Iterator[Span]:
    if (pattern := _words(doc.lang, concept)) is None:
        return
    for found in pattern.finditer(piece.lower.text):
        mark = piece.lower.back(found.start(), found.end()).shift(piece.start)
        if mark.start == piece.start or not doc.text[mark.start].isupper():
            yield mark


def _lower(char: str) -> str:
    return "'" if char in "’ʼ" else " " if char in "\u00a0\u202f\n" else char.lower()


@cache
def _words(lang: str, concept: str) -> re.Pattern[str] | None:
    """Return the pattern of one list of the pack: whole words, endings, words before an infinitive."""
    rules = table(lang, "modality").get(concept)
    if not rules:
        return None
    parts = [either(rules.get("words", []))]
    if rules.get("ends"):
        parts.append(rf"(?!{either(rules.get('but', []))}(?!\w))\w{{2,}}{either(rules['ends'])}")
    if rules.get("before_infinitive"):
        gap, ends = either(rules["between"]), either(rules["infinitive_ends"])
        parts.append(rf"{either(rules['before_infinitive'])} (?:{gap} )*\w+{ends}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
