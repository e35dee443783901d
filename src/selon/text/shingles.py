"""Stable numbers for words and for runs of words, so that texts can be compared without their letters."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd 64-bit constant: the base of the rolling polynomial (Karp and Rabin 1987), modulo 2**64."""


@lru_cache(maxsize=1 << 18)
def word_hash(form: str) -> int:
    """Return a 63-bit number for a folded word: the same on every machine and for every hash seed."""
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def shingles(ids: Sequence[int], size: int) -> Hashes:
    """Return one hash for each run of `size` words of `ids`, in order; empty when there are fewer words."""
    words = np.asarray(ids, dtype=np.uint64)
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    out = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        out = out * _BASE + words[at : at + count]
    return _mix(out)


def winnow(hashes: Hashes, window: int) -> Hashes:
    """Return the distinct minima of all windows of `hashes`, sorted.

    Two texts that share `window` hashes in a row share at least one of these (Schleimer, Wilkerson and Aiken,
    Winnowing, SIGMOD 2003).
    """
    if len(hashes) <= window:
        return np.unique(hashes)
    view = np.lib.stride_tricks.sliding_window_view(hashes, window)
    return np.unique(view.min(axis=1))


def _mix(values: Hashes) -> Hashes:
    """Spread the polynomial over all bits, so that the smallest hash is no particular word."""
    values = values ^ (values >> np.uint64(31))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    return values ^ (values >> np.uint64(29))
