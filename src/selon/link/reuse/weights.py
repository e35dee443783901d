"""How much a shared word says: rare words say much, words of every sentence say little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Protocol, TypeVar

import msgspec

from selon.link import samples
from selon.link.reuse.view import View
from selon.model.identity import digest

BACKGROUND = 1000
"""Sentences that are taken as read before the first document: keeps a small set from calling 'the' rare."""

Weigh = Callable[[int], float]


class Keyed(Protocol):
    """What a sample is taken of: `key` is the digest of a text's words."""

    @property
    def key(self) -> str: ...


Text = TypeVar("Text", bound=Keyed)


class Sampled(msgspec.Struct, frozen=True):
    """What weights need of a text: the stems of each sentence."""

    key: str
    sentences: tuple[frozenset[int], ...]


class Counts(msgspec.Struct, frozen=True):
    """In how many of some `sentences` each stem stands."""

    sentences: int
    seen: dict[int, int]


def sample(views: Iterable[Text], most: int) -> list[Text]:
    """Return the distinct texts among `views`, by digest; of more than `most` a sample."""
    distinct = {v.key: v for v in views}
    return [distinct[key] for key in samples.chosen(distinct, most)]


def sample_texts(texts: Iterable[Text]) -> list[Text]:
    """Return the texts that say how rare words are."""
    return sample(texts, samples.TEXTS)


def described(views: Iterable[View]) -> str:
    """Return a digest of all that the weights of `views` depend on."""
    return digest([(v.key, v.pieces) for v in sample_texts(views)])


def sampled(view: View) -> Sampled:
    """Return what weights need of a view."""
    return Sampled(view.key, tuple(frozenset(view.stems[first:last]) for first, last in view.pieces))


def counted(texts: Iterable[Sampled]) -> Counts:
    """Return the counts over a sample."""
    seen: Counter[int] = Counter()
    count = BACKGROUND
    for text in texts:
        count += len(text.sentences)
        for stems in text.sentences:
            seen.update(stems)
    return Counts(count, dict(seen))


def weigher(views: Iterable[View]) -> Weigh:
    """Return the weight of a stem: the logarithm of how rare it is among the sentences of distinct texts."""
    return weighing(counted(map(sampled, sample_texts(views))))


def weighing(counts: Counts) -> Weigh:
    """Return the weight of a stem by counts that were made before."""

    @cache
    def weigh(stem: int) -> float:
        return math.log(1 + counts.sentences / (1 + counts.seen.get(stem, 0)))

    return weigh


def total(stems: Sequence[int], weigh: Weigh) -> float:
    """Return the summed weight of a run of words."""
    return sum(weigh(s) for s in stems)
