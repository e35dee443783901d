"""Texts cut into the pieces of a unigram vocabulary: of all ways to spell a text, the likeliest.

Kudo 2018, Subword Regularization (ACL); the search is Viterbi's.
"""

from __future__ import annotations

import re
from functools import cached_property

from selon.nlp.weights import Weights

_SPACES = re.compile(" {2,}")
_SPACE = "\u2581"
"""What stands for a space inside pieces."""
_UNKNOWN = 10.0
"""How much less likely than the rarest piece a character is that no piece spells."""


class Pieces:
    """The vocabulary of a model."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    @cached_property
    def _likely(self) -> dict[str, tuple[float, int]]:
        """Score and number of each piece."""
        scores, unknown = self._weights.scores.tolist(), self._weights.special.unknown
        return {p: (scores[n], n) for p, n in self._weights.pieces.items() if n != unknown}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._likely))

    @cached_property
    def _least(self) -> float:
        return float(self._weights.scores.min()) - _UNKNOWN

    def cut(self, text: str) -> list[int]:
        """Return the numbers of the pieces of `text`, the marks of begin and end around them."""
        special, longest = self._weights.special, self._weights.sizes.longest
        return [special.begin, *self._spelled(self._folded(text))[: longest - 2], special.end]

    def _folded(self, text: str) -> str:
        words = _SPACES.sub(" ", text.translate(self._weights.folds))
        return (words if words.startswith(" ") else f" {words}").replace(" ", _SPACE)

    def _spelled(self, text: str) -> list[int]:
        """Return the likeliest spelling of `text`."""
        unknown = self._weights.special.unknown
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # score, where the last piece begins, its number
        for end in range(1, len(text) + 1):
            choice = (best[end - 1][0] + self._least, end - 1, unknown)
            for start in range(max(0, end - self._longest), end):
                known = self._likely.get(text[start:end])
                if known and best[start][0] + known[0] > choice[0]:
                    choice = (best[start][0] + known[0], start, known[1])
            best.append(choice)
        return _back(best)


def _back(best: list[tuple[float, int, int]]) -> list[int]:
    found, at = [], len(best) - 1
    while at:
        _, at, number = best[at]
        found.append(number)
    return found[::-1]
