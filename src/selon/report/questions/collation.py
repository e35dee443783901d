"""Two versions of a sentence word by word: what one has where the other has something else.

The lemma and its readings follow the practice of the critical apparatus; words are compared folded, so that
case, accents, apostrophes and punctuation make no reading of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from selon.model.span import Span
from selon.text.tokens import Token, words

_SHORT = 3
"""Words in common that are too few to part two readings."""

_MOST = 250
"""Words of a sentence that are compared."""


@dataclass(frozen=True)
class Variant:
    """Words that stand where the base has those from `start` to `end` (places of words); none: omitted."""

    start: int
    end: int
    text: str


def base_words(text: str) -> tuple[Token, ...]:
    """Return the words of the base, as variants count them."""
    return words(text)[:_MOST]


def variants(base: Sequence[Token], text: str) -> tuple[Variant, ...]:
    """Return where `text` differs from the base, in order; an addition is read with the word before it."""
    theirs = words(text)[:_MOST]
    matcher = SequenceMatcher(None, [t.form for t in base], [t.form for t in theirs], autojunk=False)
    found = _joined(code[1:] for code in matcher.get_opcodes() if code[0] != "equal")
    return tuple(_variant(text, theirs, len(base), *ends) for ends in found)


Ends = tuple[int, int, int, int]


def _joined(found: Iterable[Ends]) -> Iterator[Ends]:
    """Join differences between which only a word or two are the same."""
    held: Ends | None = None
    for a, b, c, d in found:
        if held is not None and a - held[1] < _SHORT:
            held = held[0], b, held[2], d
            continue
        if held is not None:
            yield held
        held = a, b, c, d
    if held is not None:
        yield held


def _variant(text: str, theirs: Sequence[Token], size: int, a: int, b: int, c: int, d: int) -> Variant:
    if a == b and a > 0:
        a, c = a - 1, c - 1
    elif a == b:
        b, d = min(b + 1, size), min(d + 1, len(theirs))
    said = text[theirs[c].span.start : theirs[d - 1].span.end] if c < d else ""
    return Variant(a, b, " ".join(said.split()))


def stretches(found: Iterable[Variant]) -> list[tuple[int, int]]:
    """Return the stretches of the base that some variant covers, cut wherever one begins or ends."""
    every = list(found)
    cuts = sorted({place for v in every for place in (v.start, v.end)})
    covered = zip(cuts, cuts[1:], strict=False)
    return [(a, b) for a, b in covered if any(v.start <= a and b <= v.end for v in every)]


def reading(found: Iterable[Variant], start: int, end: int) -> str | None:
    """Return what one version has in a stretch of the base: None for the same, empty for nothing.

    Words that stand for several stretches are read in the first of them.
    """
    for variant in found:
        if variant.start <= start and end <= variant.end:
            return variant.text if variant.start == start else ""
    return None


def span_of(base: Sequence[Token], start: int, end: int) -> Span:
    """Return the place of some words of the base in its text."""
    return Span(base[start].span.start, base[end - 1].span.end)
