"""Texts cut into the pieces of a unigram vocabulary: of all ways to spell a word, the likeliest.

Kudo 2018, Subword Regularization (ACL); the search is Viterbi's. No piece goes beyond a space, so words are
spelled one by one, and each but once.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

from selon.nlp.weights import Weights, bundled

_SPACES = re.compile(" {2,}")
_SPACE = "\u2581"
"""What stands for a space inside pieces."""
_WORD = re.compile(f"{_SPACE}?[^{_SPACE}]*")
_KEPT = 1 << 17
"""Words whose spelling is kept."""
_UNKNOWN = 10.0
"""How much less likely than the rarest piece a character is that no piece spells."""


class Pieces:
    """The vocabulary of a model."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._known = lru_cache(_KEPT)(self._spelled)

    @cached_property
    def _likely(self) -> dict[str, tuple[float, int]]:
        """Score and number of each piece."""
        scores, unknown = self.weights.scores.tolist(), self.weights.special.unknown
        return {p: (scores[n], n) for p, n in self.weights.pieces.items() if n != unknown}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._likely))

    @cached_property
    def _least(self) -> float:
        return float(self.weights.scores.min()) - _UNKNOWN

    def cut(self, text: str) -> list[int]:
        """Return the numbers of the pieces of `text`, the marks of begin and end around them."""
        special, longest = self.weights.special, self.weights.sizes.longest
        return [special.begin, *self.inside(text)[: longest - 2], special.end]

    def inside(self, text: str) -> list[int]:
        """Return the numbers of the pieces of `text` alone."""
        return [piece for word in _WORD.findall(self._folded(text)) for piece in self._known(word)]

    def _folded(self, text: str) -> str:
        words = _SPACES.sub(" ", text.translate(self.weights.folds))
        return (words if words.startswith(" ") else f" {words}").replace(" ", _SPACE)

    def _spelled(self, text: str) -> tuple[int, ...]:
        """Return the likeliest spelling of one word, the space before it included."""
        unknown = self.weights.special.unknown
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # score, where the last piece begins, its number
        for end in range(1, len(text) + 1):
            choice = (best[end - 1][0] + self._least, end - 1, unknown)
            for start in range(max(0, end - self._longest), end):
                known = self._likely.get(text[start:end])
                if known and best[start][0] + known[0] > choice[0]:
                    choice = (best[start][0] + known[0], start, known[1])
            best.append(choice)
        return _back(best)


def _back(best: list[tuple[float, int, int]]) -> tuple[int, ...]:
    found, at = [], len(best) - 1
    while at:
        _, at, number = best[at]
        found.append(number)
    return tuple(reversed(found))


@cache
def bundled_pieces() -> Pieces:
    """Return the vocabulary of the model that comes with selon: 60 MB, so all that cuts texts shares it."""
    return Pieces(Weights(bundled()))
