"""Rough vectors of sentences: the weighted mean of the input vectors of their pieces, no layer run.

Arora, Liang and Ma 2017, A Simple but Tough-to-Beat Baseline for Sentence Embeddings (ICLR): pieces weigh by
smooth inverse frequency, and what all have in common is taken out. Frequencies are those of the model's own
vocabulary, so a vector depends on its text alone. A hundred times cheaper than `selon.nlp.embedder`, and good
enough to say where that is worth asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from selon.nlp.pieces import bundled_pieces

Vectors = npt.NDArray[np.float32]

_SMOOTH = 1e-3
"""Frequency at which a piece counts half."""
_SAMPLE = slice(5_000, 60_000, 11)
"""Pieces, from frequent to rare, whose common direction is taken out."""
_WHOLE = 10**4
"""Vectors are rounded to whole parts of it, and kept as these."""
_KEPT = 1 << 17
"""Texts whose vectors are kept (some 130 MB): each is compared with many others."""
_LONGEST = 1200
"""Code points read of each text, as many as `selon.nlp.embedder` reads."""


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, shape (n, hidden), rounded; a text of no piece has none (zeros)."""
    model = _model()
    rows = [model.vector(text[:_LONGEST]) for text in texts]
    whole = np.stack(rows) if rows else np.zeros((0, model.width), dtype=np.int16)
    return (whole / _WHOLE).astype(np.float32)


class _Sif:
    def __init__(self) -> None:
        self._pieces = bundled_pieces()
        self._weights = self._pieces.weights
        self.width = self._weights.sizes.hidden
        frequency = np.exp(self._weights.scores.astype(np.float64))
        self._shares = _SMOOTH / (_SMOOTH + frequency)
        self._middle, self._common = self._direction()
        self.vector = lru_cache(_KEPT)(self._vector)

    def _direction(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return the mean of the sampled pieces and the direction in which they differ most."""
        numbers = np.arange(self._weights.vocabulary)[_SAMPLE]
        sample = self._weights.words(numbers).astype(np.float64)
        middle = sample.mean(axis=0)
        around = sample - middle
        _, directions = np.linalg.eigh(around.T @ around)
        return middle, directions[:, -1]

    def _vector(self, text: str) -> npt.NDArray[np.int16]:
        numbers = np.array(self._pieces.inside(text), dtype=np.int64)
        words = self._weights.words(numbers).astype(np.float64) - self._middle
        mean = self._shares[numbers] @ words
        mean -= (mean @ self._common) * self._common
        made: npt.NDArray[np.int16] = np.rint(mean / (np.linalg.norm(mean) or 1.0) * _WHOLE).astype(np.int16)
        return made


@cache
def _model() -> _Sif:
    return _Sif()
