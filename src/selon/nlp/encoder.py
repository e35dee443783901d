"""The engine for sentence vectors: multilingual-e5-small run by onnxruntime.

Matrix products in whole numbers, and only texts of one length together: neither the processor nor what
stands beside a text changes a bit (ADR 14). One pass gives two vectors of a text: the mean of all its pieces,
as the model was taught, and the mean of the text's own pieces by smooth inverse frequency (Arora, Liang and
Ma 2017), in which "the" and "said" hardly count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.nlp.layers import SIDES, WORDS, encoder
from selon.nlp.pieces import bundled_pieces
from selon.nlp.products import BYTES, lossless, probe, probed
from selon.nlp.weights import Floats

QUERY = "query: "
"""What the model was taught to see before a text that is compared with its like."""
SMOOTH = 3e-4
"""Frequency at which a piece counts half in the second vector."""
TOGETHER = 320
"""Pieces of texts of one length that are run at once: the weights are then read once for all of them, and
what lies between two products stays near the processor."""
Numbers = npt.NDArray[np.int64]
Each = Callable[[Callable[[Sequence[Numbers]], Floats], Iterable[Sequence[Numbers]]], Iterable[Floats]]
"""A `map`, of one thread or of several."""


class Encoder:
    """The loaded model; threads may share it."""

    def __init__(self) -> None:
        self._pieces = bundled_pieces()
        self._weights = self._pieces.weights
        sizes = self._weights.sizes
        places = self._weights.plain("emb.pos", sizes.longest * sizes.hidden).reshape(-1, sizes.hidden)
        self._places = places + self._weights.plain("emb.type", sizes.hidden)
        self._rarity = SMOOTH / (SMOOTH + np.exp(self._weights.scores.astype(np.float64)))
        self._before = len(self._pieces.cut(QUERY.strip())) - 1
        self._session = _session(encoder(self._weights, _signed()))

    def length(self, text: str) -> int:
        """Return how many pieces are read of a text."""
        return len(self._pieces.cut(QUERY + text))

    def vectors(self, text: str) -> Floats:
        """Return two unit vectors of a text, shape (2, hidden): the mean, and the mean by rarity (zeros where
        there is no piece). Of what is longer than the model reads, of its beginning."""
        made: Floats = self.both([text])[0]
        return made

    def both(self, texts: Sequence[str], each: Each = map) -> Floats:
        """Return `vectors` of each text, shape (n, 2, hidden); `each` may run batches side by side."""
        cut = [np.array(self._pieces.cut(QUERY + text)) for text in texts]
        batches = _of_one_length(cut)
        made = np.empty((len(texts), 2, self._weights.sizes.hidden), dtype=np.float32)
        for batch, rows in zip(batches, each(self._run, [[cut[n] for n in b] for b in batches]), strict=True):
            made[batch] = rows
        return made

    def _run(self, batch: Sequence[Numbers]) -> Floats:
        """Return `vectors` of texts of one length, given as numbers of pieces.

        Means are taken here, piece after piece, and lengths in double precision: the engine's own sums, and
        those of numpy in one row, add up in another order on another processor.
        """
        words = np.stack([self._words(numbers) for numbers in batch])
        shares = np.stack([self._shares(numbers) for numbers in batch])
        last = self._last(words)
        plain, rare = last.sum(axis=1) / np.float32(words.shape[1]), (last * shares[:, :, None]).sum(axis=1)
        means = np.stack([plain, rare], axis=1).astype(np.float64)
        lengths = np.linalg.norm(means, axis=2, keepdims=True)
        units: Floats = (means / np.maximum(lengths, _NOTHING)).astype(np.float32)
        return units

    def _last(self, words: Floats) -> Floats:
        """Return what the last layer gives for the pieces of texts, (texts, pieces, hidden)."""
        texts, pieces, wide = words.shape
        heads = self._weights.sizes.heads
        sides = np.array([texts, pieces, heads, wide // heads])
        made: Floats = self._session.run(None, {WORDS: words.reshape(-1, wide), SIDES: sides})[0]
        return made.reshape(words.shape)

    def _words(self, numbers: Numbers) -> Floats:
        return self._weights.words(numbers) + self._places[: len(numbers)]

    def _shares(self, numbers: Numbers) -> Floats:
        """What each piece counts: the marks of begin and end and what the model was told before, nothing."""
        shares = np.zeros(len(numbers))
        inside = slice(self._before, len(numbers) - 1)
        shares[inside] = self._rarity[numbers[inside]]
        made: Floats = (shares / max(float(shares.sum()), _NOTHING)).astype(np.float32)
        return made


_NOTHING = 1e-9


def _of_one_length(cut: Sequence[Numbers]) -> list[list[int]]:
    """Return the places of texts of one length, at most TOGETHER pieces in one batch, long ones first."""
    lengths: dict[int, list[int]] = defaultdict(list)
    for n, numbers in enumerate(cut):
        lengths[len(numbers)].append(n)
    return [
        lengths[length][at : at + size]
        for length in sorted(lengths, reverse=True)
        for size in [max(1, TOGETHER // length)]
        for at in range(0, len(lengths[length]), size)
    ]


def _signed() -> bool:
    """Whether the engine adds products of signed weights without loss on this processor."""
    return lossless(_session(probe()).run(None, {BYTES: probed()})[0])


def _session(model: bytes) -> Any:
    """Load a model as it is written: steps that are merged would be rounded elsewhere."""
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.enable_cpu_mem_arena = False  # what long texts took is given back
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
