"""Which documents are worth aligning: those that share fingerprints or rare words in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from selon.link.reuse.view import View
from selon.link.reuse.weights import Weigh
from selon.text.shingles import Hashes, winnowed, word_hash

RUN = 5
"""Words in a fingerprint."""
WINDOW = 4
RARE = 6
"""Rarest words of a sentence that are paired: two texts that reword one sentence still share such a pair."""
CROWD = 32
"""Texts that may share a feature and still all be compared with each other; beyond, only with hubs."""
HUBS = 4
ENOUGH = 2
"""Features that a pair must share."""


Pairs = NDArray[np.int64]
"""Each pair of ranks as one number: smaller rank times the number of texts, plus the larger."""


def candidates(views: Sequence[View], weigh: Weigh, copies: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Return pairs of indices of `views` (i < j, same language) that share enough features, sorted.

    Fingerprints that more than CROWD texts share tie each of these texts to a few hubs (those with most
    `copies`, then the longest) instead of to all others, so that time grows with the number of texts and no
    reprint is lost: two that copy the same hub are found through it (see
    `selon.link.reuse.pairs`). Pairs of rare words that are crowded are dropped.
    """
    many = copies or [1] * len(views)
    order = sorted(range(len(views)), key=lambda i: (-many[i], -len(views[i].ids), views[i].key))
    ranked = [views[i] for i in order]
    runs = _ties(fingerprints([v.ids for v in ranked], [v.doc.lang for v in ranked]), hubs=HUBS)
    texts = Counter(s for v in views for s in set(v.stems))
    rare = _ties([_rare_pairs(v, weigh, texts) for v in ranked], hubs=0)
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


def _rare_pairs(view: View, weigh: Weigh, texts: Mapping[int, int]) -> Hashes:
    """Return a number for each two of the rarest words of a sentence that some other text has too."""
    out: set[int] = set()
    for first, last in view.pieces:
        shared = {s for s in view.stems[first:last] if texts[s] > 1}
        rarest = sorted(shared, key=lambda s: (-weigh(s), s))[:RARE]
        out.update((a * 3 + b) & 0xFFFFFFFFFFFFFFFF for a, b in combinations(sorted(rarest), 2))
    return np.array(sorted(out), dtype=np.uint64) ^ _salt(view.doc.lang)


def _salt(lang: str) -> np.uint64:
    """Return a number that keeps languages apart."""
    return np.uint64(word_hash(lang))


def _ties(features: Sequence[Hashes], hubs: int) -> Pairs:
    """Return the pairs of ranks tied by each feature; a pair comes once for each feature that ties it."""
    feature = np.concatenate([*features, np.zeros(0, dtype=np.uint64)])
    owner = np.repeat(np.arange(len(features), dtype=np.int64), [len(f) for f in features])
    place = np.argsort(feature, kind="stable")  # owners are in order already
    feature, owner = feature[place], owner[place]
    starts = np.flatnonzero(np.concatenate([[True], feature[1:] != feature[:-1]])) if len(feature) else place
    sizes = np.diff(np.append(starts, len(feature)))
    made = [_all_pairs(owner, starts[sizes == n], n, len(features)) for n in range(2, CROWD + 1)]
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        group = owner[start : start + size]
        made.extend(group[h] * len(features) + group[h + 1 :] for h in range(hubs))
    return np.concatenate([*made, np.zeros(0, dtype=np.int64)])


def tied(features: Sequence[Hashes], enough: int, hubs: int = 0) -> list[tuple[int, int]]:
    """Return the pairs of indices of `features` that share at least `enough` features.

    A feature of more than CROWD texts ties each of them to the first `hubs` of these texts only.
    """
    code, count = np.unique(_ties(features, hubs), return_counts=True)
    return [divmod(int(c), len(features)) for c in code[count >= enough]]


def _all_pairs(owner: Pairs, starts: Pairs, size: int, total: int) -> Pairs:
    left, right = np.triu_indices(size, 1)
    groups = owner[starts[:, None] + np.arange(size)]
    made: Pairs = groups[:, left] * total + groups[:, right]
    return made.ravel()
