"""Which texts share features, by one sort: time grows with the features, not with the pairs of texts.

Works on flat arrays, so that a part of the features can be joined apart from the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from selon.text.shingles import Hashes

CROWD = 32
"""Texts that may share a feature and still all be compared with each other; beyond, only with hubs."""

Pairs = NDArray[np.int64]
"""Each pair of ranks as one number: smaller rank times the number of texts, plus the larger."""

_MOST_COPIES, _MOST_WORDS, _KEY = (1 << 13) - 1, (1 << 18) - 1, 32


def standing(copies: Pairs, words: Pairs, lead: Pairs) -> Pairs:
    """Return the standing of texts as 63-bit numbers, best smallest: most copies, most words, then `lead`.

    `lead` are the first 32 bits of the digests of their words. Standing depends on a text and its copies, so
    that all parts of a collection agree on it.
    """
    few = _MOST_COPIES - np.minimum(copies, _MOST_COPIES)
    short = _MOST_WORDS - np.minimum(words, _MOST_WORDS)
    stand: Pairs = (few << 18 | short) << _KEY | lead
    return stand


def ties(feature: Hashes, owner: Pairs, total: int, hubs: int) -> Pairs:
    """Return the pairs of owners tied by a feature; a pair comes once for each feature that ties it.

    `owner[k]` has `feature[k]`; owners are ranks below `total`, best first, rising with k. A feature of more
    than CROWD owners ties each of them to the best `hubs` of these only.
    """
    place = np.argsort(feature, kind="stable")
    feature, owner = feature[place], owner[place]
    starts = np.flatnonzero(np.concatenate([[True], feature[1:] != feature[:-1]])) if len(feature) else place
    sizes = np.diff(np.append(starts, len(feature)))
    made = [_all_pairs(owner, starts[sizes == n], n, total) for n in range(2, CROWD + 1)]
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        group = owner[start : start + size]
        made.extend(group[h] * total + group[h + 1 :] for h in range(hubs))
    return np.concatenate([*made, np.zeros(0, dtype=np.int64)])


def flat(features: Sequence[Hashes]) -> tuple[Hashes, Pairs]:
    """Return the features of several texts in a row, and whose each is."""
    feature = np.concatenate([*features, np.zeros(0, dtype=np.uint64)])
    owner = np.repeat(np.arange(len(features), dtype=np.int64), [len(f) for f in features])
    return feature, owner


def tied(features: Sequence[Hashes], enough: int, hubs: int = 0) -> list[tuple[int, int]]:
    """Return the pairs of indices of `features` that share at least `enough` features; see `ties`."""
    code, count = np.unique(ties(*flat(features), len(features), hubs), return_counts=True)
    return [divmod(int(c), len(features)) for c in code[count >= enough]]


def _all_pairs(owner: Pairs, starts: Pairs, size: int, total: int) -> Pairs:
    left, right = np.triu_indices(size, 1)
    groups = owner[starts[:, None] + np.arange(size)]
    made: Pairs = groups[:, left] * total + groups[:, right]
    return made.ravel()


def parts(count: int, left: Pairs, right: Pairs) -> Pairs:
    """Return for each of `count` things the smallest that `left[k]`-`right[k]` connect it with.

    Labels are hooked to smaller ones and their paths halved, as in Shiloach and Vishkin (1982).
    """
    label = np.arange(count, dtype=np.int64)
    while True:
        low, high = label[left], label[right]
        if (low == high).all():
            return label
        np.minimum.at(label, np.maximum(low, high), np.minimum(low, high))
        while not (label == label[label]).all():
            label = label[label]
