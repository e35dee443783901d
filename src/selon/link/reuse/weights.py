"""How much a shared word says: rare words say much, words of every sentence say little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from selon.link.reuse.view import View
from selon.model.identity import digest

BACKGROUND = 1000
"""Sentences that are taken as read before the first document: keeps a small set from calling 'the' rare."""

DIGITS = 32
"""Bits of a digest that a sample is chosen by."""
SAMPLE = 400
"""Distinct texts that are counted at most: of more, a part chosen by their digests, so that a text added to a
large dossier seldom changes a weight."""

Weigh = Callable[[int], float]


def sample(views: Iterable[View]) -> list[View]:
    """Return the distinct texts among `views`, by digest; of more than SAMPLE a half, a quarter, ... of them.

    The part depends on the set of texts alone: those whose digest lies below a bound.
    """
    distinct = {v.key: v for v in views}
    chosen = sorted(distinct)
    bound = 1 << DIGITS
    while len(chosen) > SAMPLE:
        bound >>= 1
        chosen = [key for key in chosen if int(key[: DIGITS // 4], 16) < bound]
    return [distinct[key] for key in chosen]


def described(views: Iterable[View]) -> str:
    """Return a digest of all that the weights of `views` depend on."""
    return digest([(v.key, v.pieces) for v in sample(views)])


def weigher(views: Iterable[View]) -> Weigh:
    """Return the weight of a stem: the logarithm of how rare it is among the sentences of distinct texts."""
    seen: Counter[int] = Counter()
    count = BACKGROUND
    for view in sample(views):
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
