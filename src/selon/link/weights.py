"""How much a shared word says: rare words say much, words of every sentence say little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from selon.link.view import View

BACKGROUND = 1000
"""Sentences that are taken as read before the first document: keeps a small set from calling 'the' rare."""

Weigh = Callable[[int], float]


def weigher(views: Iterable[View]) -> Weigh:
    """Return the weight of a stem: the logarithm of how rare it is among the sentences of distinct texts."""
    distinct = {v.key: v for v in views}
    seen: Counter[int] = Counter()
    count = BACKGROUND
    for view in distinct.values():
        count += len(view.pieces)
        for first, last in view.pieces:
            seen.update(set(view.stems[first:last]))

    @cache
    def weigh(stem: int) -> float:
        return math.log(1 + count / (1 + seen[stem]))

    return weigh


def total(stems: Sequence[int], weigh: Weigh) -> float:
    """Return the summed weight of a run of words."""
    return sum(weigh(s) for s in stems)
