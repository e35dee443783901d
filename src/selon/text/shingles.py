"""Stable numbers for words and for runs of words, so that texts can be compared without their letters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from selon.text.memo import Memo

Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd 64-bit constant: the base of the rolling polynomial (Karp and Rabin 1987), modulo 2**64."""

BLOCK = 1024
"""Texts that are hashed at once: large arrays, small memory, numbers that fit 16 bits."""


def _number(form: str) -> int:
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


_numbers = Memo(_number)


def word_hash(form: str) -> int:
    """Return a 63-bit number for a folded word: the same on every machine and for every hash seed."""
    return _numbers[form]


def word_hashes(forms: Iterable[str]) -> list[int]:
    """Return the numbers of many folded words, in order."""
    return list(map(_numbers.__getitem__, forms))


def shingles(ids: Sequence[int] | Hashes, size: int) -> Hashes:
    """Return one hash for each run of `size` words of `ids`, in order; empty when there are fewer words."""
    words = np.asarray(ids, dtype=np.uint64)
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    out = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        out = out * _BASE + words[at : at + count]
    return mix(out)


def runs(ids: Sequence[int], sizes: Sequence[int]) -> Hashes:
    """Return one hash for each of some runs of words that follow each other, no run of them empty: what
    `shingles` gives for a run alone."""
    lengths = np.asarray(sizes, dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    last = np.repeat(starts + lengths - 1, lengths)
    powers = np.ones(int(lengths.max(initial=1)), dtype=np.uint64)
    powers[1:] = np.cumprod(np.full(len(powers) - 1, _BASE))
    words = np.asarray(ids, dtype=np.uint64) * powers[last - np.arange(len(last))]
    return mix(np.add.reduceat(words, starts)) if len(starts) else words


def winnow(hashes: Hashes, window: int) -> Hashes:
    """Return the distinct minima of all windows of `hashes`, sorted.

    Two texts that share `window` hashes in a row share at least one of these (Schleimer, Wilkerson and Aiken,
    Winnowing, SIGMOD 2003).
    """
    if len(hashes) <= window:
        return np.unique(hashes)
    return np.unique(_least(hashes, window))


def winnowed(texts: Sequence[Sequence[int]], size: int, window: int) -> list[Hashes]:
    """Return `winnow(shingles(ids, size), window)` for each of `texts`, many at once."""
    out: list[Hashes] = []
    for at in range(0, len(texts), BLOCK):
        out.extend(_block(texts[at : at + BLOCK], size, window))
    return out


def _block(texts: Sequence[Sequence[int]], size: int, window: int) -> list[Hashes]:
    """Hash all texts as one run of words, and drop the windows that lie over a border; short texts alone."""
    lengths = np.array([len(ids) for ids in texts], dtype=np.int64)
    words = np.fromiter(chain.from_iterable(texts), dtype=np.uint64, count=int(lengths.sum()))
    least = _least(shingles(words, size), window)
    reach = size + window - 1
    owner = np.repeat(np.arange(len(texts)), lengths)
    whole = owner[: len(least)] == owner[reach - 1 :][: len(least)]
    least, owner = _changes(least[whole], owner[: len(least)][whole])  # before the sort: most are repeats
    order = np.argsort(least)
    order = order[np.argsort(owner[order].astype(np.uint16), kind="stable")]  # by text, then by hash
    least, owner = _changes(least[order], owner[order])
    made = np.split(least, np.searchsorted(owner, np.arange(1, len(texts))))
    return [
        winnow(shingles(ids, size), window) if len(ids) <= reach else prints
        for ids, prints in zip(texts, made, strict=True)
    ]


def _changes(hashes: Hashes, owner: NDArray[np.int64]) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the hashes that differ from the one before them in the same text."""
    fresh = np.ones(len(hashes), dtype=bool)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    return hashes[fresh], owner[fresh]


def _least(hashes: Hashes, window: int) -> Hashes:
    """Return the smallest hash of each window."""
    count = max(0, len(hashes) - window + 1)
    least = hashes[:count]
    for at in range(1, window):
        least = np.minimum(least, hashes[at : at + count])
    return least


def mix(values: Hashes) -> Hashes:
    """Spread the polynomial over all bits, so that the smallest hash is no particular word."""
    values = values ^ (values >> np.uint64(31))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    return values ^ (values >> np.uint64(29))
