"""The engine for sentence vectors: multilingual-e5-small run by onnxruntime, one text at a time.

Single precision and no batches: the engine then sums in one order on every processor, so that machines agree
after rounding, which 8-bit engines do not (ADR 14). One pass gives two vectors of a text: the mean of all its
pieces, as the model was taught, and the mean of the text's own pieces by smooth inverse frequency (Arora,
Liang and Ma 2017), in which "the" and "said" hardly count.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from selon.nlp.graph import INPUT, SHARES, encoder
from selon.nlp.pieces import Pieces
from selon.nlp.weights import Floats, Weights, bundled

QUERY = "query: "
"""What the model was taught to see before a text that is compared with its like."""
SMOOTH = 3e-4
"""Frequency at which a piece counts half in the second vector."""


class Encoder:
    """The loaded model; threads may share it."""

    def __init__(self) -> None:
        self._weights = Weights(bundled())
        sizes = self._weights.sizes
        self._pieces = Pieces(self._weights)
        places = self._weights.plain("emb.pos", sizes.longest * sizes.hidden).reshape(-1, sizes.hidden)
        self._places = places + self._weights.plain("emb.type", sizes.hidden)
        self._rarity = SMOOTH / (SMOOTH + np.exp(self._weights.scores.astype(np.float64)))
        self._before = len(self._pieces.cut(QUERY.strip())) - 1
        self._session = _session(encoder(self._weights))

    def vectors(self, text: str) -> Floats:
        """Return two unit vectors of a text, shape (2, hidden): the mean, and the mean by rarity (zeros where
        there is no piece). Of what is longer than the model reads, of its beginning."""
        numbers = np.array(self._pieces.cut(QUERY + text))
        given = {INPUT: self._words(numbers)[None], SHARES: self._shares(numbers)[None, :, None]}
        means: Floats = np.concatenate(self._session.run(None, given))
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        units: Floats = (means / np.maximum(lengths, _NOTHING)).astype(np.float32)
        return units

    def _words(self, numbers: npt.NDArray[np.int64]) -> Floats:
        return self._weights.words(numbers) + self._places[: len(numbers)]

    def _shares(self, numbers: npt.NDArray[np.int64]) -> Floats:
        """What each piece counts: the marks of begin and end and what the model was told before, nothing."""
        shares = np.zeros(len(numbers))
        inside = slice(self._before, len(numbers) - 1)
        shares[inside] = self._rarity[numbers[inside]]
        made: Floats = (shares / max(float(shares.sum()), _NOTHING)).astype(np.float32)
        return made


_NOTHING = 1e-9


def _session(model: bytes) -> Any:
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.enable_cpu_mem_arena = False  # what long texts took is given back
    return onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
