"""Generated articles with planted copies: every copy is known, so recall can be counted.

Words are invented (syllables, drawn after a law of Zipf), no text is anyone's. One article in ten is a copy:
word for word, trimmed to some of its sentences, or edited at a known rate of words; one text has REPRINTS
reprints, each with a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

VOCABULARY = 40_000
ZIPF = 1.05
"""Exponent of the law: the word of rank r comes r**-ZIPF as often as the first."""
SENTENCES = (6, 22)
WORDS = (8, 26)
REPRINTS = 500
EDITS = (0.02, 0.05, 0.1)
KEPT = 0.6
"""Share of its sentences that a trimmed copy keeps."""
KINDS = ("verbatim", "trimmed", *(f"edited {rate:.0%}" for rate in EDITS))

Sentences = list[list[str]]


@dataclass(frozen=True)
class Planted:
    """Texts, the planted pairs of each kind (indices), and which texts are reprints of the first."""

    texts: list[str]
    pairs: dict[str, set[tuple[int, int]]]
    reprints: range

    def related(self, a: int, b: int) -> bool:
        """Tell whether two texts were planted as copies of each other or of one text."""
        return any((a, b) in pairs for pairs in self.pairs.values()) or (
            a in self.reprints and b in self.reprints
        )


def planted(count: int, seed: int = 7) -> Planted:
    """Return `count` texts: reprints first, then originals, copies among them at the end."""
    rng = np.random.default_rng(seed)
    words = _Words(rng)
    hot = words.article()
    texts = [_text([*hot, words.sentence()]) for _ in range(REPRINTS)]
    copies = (count - REPRINTS) // 10
    originals = [words.article() for _ in range(count - REPRINTS - copies)]
    texts += map(_text, originals)
    pairs: dict[str, set[tuple[int, int]]] = {kind: set() for kind in KINDS}
    for number, of in enumerate(rng.choice(len(originals), copies, replace=False)):
        kind = KINDS[number % len(KINDS)]
        pairs[kind].add((REPRINTS + int(of), len(texts)))
        texts.append(_text(_copied(kind, originals[of], words)))
    return Planted(texts, pairs, range(REPRINTS))


def _copied(kind: str, original: Sentences, words: _Words) -> Sentences:
    if kind == "verbatim":
        return original
    if kind == "trimmed":
        return original[: max(1, round(KEPT * len(original)))]
    rate = EDITS[KINDS.index(kind) - 2]
    return [words.edited(sentence, rate) for sentence in original]


def _text(sentences: Sentences) -> str:
    lines = (f"{' '.join(s).capitalize()}." for s in sentences)
    return " ".join(lines)


class _Words:
    """A source of invented words, sentences and articles."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        heads = (*"bcdfglmnprstv", "br", "cr", "tr", "pl", "ch")
        tails = (*"aeiou", "ou", "ai", "en", "on", "ar")
        syllables = [h + t for h in heads for t in tails]
        sizes = 1 + np.minimum(3, np.log10(1 + np.arange(VOCABULARY))).astype(int)
        self.known = ["".join(rng.choice(syllables, size)) + self._end(n) for n, size in enumerate(sizes)]
        weights = (1 + np.arange(VOCABULARY)) ** -ZIPF
        self.shares = np.cumsum(weights / weights.sum())

    @staticmethod
    def _end(number: int) -> str:
        return "" if number < 200 else ("s", "r", "nt", "x", "l")[number % 5]

    def draw(self, count: int) -> list[str]:
        """Return `count` words."""
        at: NDArray[np.int64] = np.searchsorted(self.shares, self.rng.random(count))
        return [self.known[i] for i in at.tolist()]

    def sentence(self) -> list[str]:
        """Return one sentence."""
        return self.draw(int(self.rng.integers(*WORDS)))

    def article(self) -> Sentences:
        """Return one article."""
        return [self.sentence() for _ in range(int(self.rng.integers(*SENTENCES)))]

    def edited(self, sentence: list[str], rate: float) -> list[str]:
        """Return the sentence with that share of its words replaced."""
        gone = self.rng.random(len(sentence)) < rate
        fresh: Iterator[str] = iter(self.draw(int(gone.sum())))
        return [next(fresh) if out else word for word, out in zip(sentence, gone, strict=True)]
