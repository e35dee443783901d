"""The engine for sentence vectors: multilingual-e5-small run by onnxruntime, one text at a time.

Single precision and no batches: the engine then sums in one order on every processor, so that machines agree
after rounding, which 8-bit engines do not (ADR 14).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from selon.nlp.graph import INPUT, encoder
from selon.nlp.pieces import Pieces
from selon.nlp.weights import Floats, Weights, bundled

QUERY = "query: "
"""What the model was taught to see before a text that is compared with its like."""


class Encoder:
    """The loaded model; threads may share it."""

    def __init__(self) -> None:
        self._weights = Weights(bundled())
        sizes = self._weights.sizes
        self._pieces = Pieces(self._weights)
        places = self._weights.plain("emb.pos", sizes.longest * sizes.hidden).reshape(-1, sizes.hidden)
        self._places = places + self._weights.plain("emb.type", sizes.hidden)
        self._session = _session(encoder(self._weights))

    def vector(self, text: str) -> Floats:
        """Return the unit vector of a text; of what is longer than the model reads, of its beginning."""
        mean: Floats = self._session.run(None, {INPUT: self._words(text)[None]})[0][0]
        return mean / np.linalg.norm(mean)

    def _words(self, text: str) -> Floats:
        numbers = np.array(self._pieces.cut(QUERY + text))
        return self._weights.words(numbers) + self._places[: len(numbers)]


def _session(model: bytes) -> Any:
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.enable_cpu_mem_arena = False  # what long texts took is given back
    return onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
