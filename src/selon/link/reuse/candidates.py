"""Which documents are worth aligning: those that share fingerprints or rare words in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from itertools import combinations

import numpy as np

from selon.link.reuse.joining import flat, standing, ties
from selon.link.reuse.view import View
from selon.link.reuse.weights import Weigh
from selon.text.shingles import Hashes, winnowed, word_hash

RUN = 5
"""Words in a fingerprint."""
WINDOW = 4
RARE = 6
"""Rarest words of a sentence that are paired: two texts that reword one sentence still share such a pair."""
HUBS = 4
ENOUGH = 2
"""Features that a pair must share."""


def candidates(views: Sequence[View], weigh: Weigh, copies: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Return pairs of indices of `views` (i < j, same language) that share enough features, sorted.

    Fingerprints that more than CROWD texts share tie each of these texts to a few hubs (those with most
    `copies`, then the longest) instead of to all others, so that time grows with the number of texts and no
    reprint is lost: two that copy the same hub are found through it (see
    `selon.link.reuse.pairs`). Pairs of rare words that are crowded are dropped.
    """
    stand = standing(
        np.array(copies or [1] * len(views), dtype=np.int64),
        np.array([len(v.ids) for v in views], dtype=np.int64),
        np.array([int(v.key[:8], 16) for v in views], dtype=np.int64),
    )
    order = sorted(range(len(views)), key=lambda i: (int(stand[i]), views[i].key))
    ranked = [views[i] for i in order]
    prints = fingerprints([v.ids for v in ranked], [v.doc.lang for v in ranked])
    runs = ties(*flat(prints), len(ranked), HUBS)
    texts = Counter(s for v in views for s in set(v.stems))
    known = {stem for stem, count in texts.items() if count > 1}
    rare = ties(*flat([rare_pairs(v, weigh, known) for v in ranked]), len(ranked), 0)
    code, count = np.unique(np.concatenate([runs, rare]), return_counts=True)
    kept = code[count >= ENOUGH]
    return sorted(_pair(order, int(c) // len(views), int(c) % len(views)) for c in kept)


def _pair(order: Sequence[int], a: int, b: int) -> tuple[int, int]:
    return min(order[a], order[b]), max(order[a], order[b])


def fingerprints(texts: Sequence[Sequence[int]], langs: Sequence[str]) -> list[Hashes]:
    """Return the fingerprints of texts given as numbers of words; languages are kept apart."""
    made = winnowed(texts, RUN, WINDOW)
    salts = {lang: _salt(lang) for lang in set(langs)}
    return [prints ^ salts[lang] for prints, lang in zip(made, langs, strict=True)]


def rare_pairs(view: View, weigh: Weigh, known: Container[int]) -> Hashes:
    """Return a number for each two of the rarest words of a sentence; `known` are those of several texts."""
    out: set[int] = set()
    for first, last in view.pieces:
        shared = {s for s in view.stems[first:last] if s in known}
        rarest = sorted(shared, key=lambda s: (-weigh(s), s))[:RARE]
        out.update((a * 3 + b) & 0xFFFFFFFFFFFFFFFF for a, b in combinations(sorted(rarest), 2))
    return np.array(sorted(out), dtype=np.uint64) ^ _salt(view.doc.lang)


def _salt(lang: str) -> np.uint64:
    """Return a number that keeps languages apart."""
    return np.uint64(word_hash(lang))
