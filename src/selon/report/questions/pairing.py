"""Which sentences of two aligned stretches answer each other, in one language or across two.

A monotone alignment by dynamic programming over beads of one or two sentences a side, after Gale and Church
(1993); what is likened is words within a language, and lengths, names and figures across two.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.text.normalise import fold
from selon.text.tokens import forms

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of the sentences of either side that answer each other; one side may be empty."""

Gain = Callable[[Sequence[int], Sequence[int]], float]

_SHAPES = ((1, 1), (2, 1), (1, 2))
_MOST = 24
"""Sentences a side that are weighed against each other; longer stretches are cut first."""

_BAND = 16
"""Sentences by which a pair may lie off the straight line between the ends of a stretch."""

_ALIKE = 0.32
"""Share of weighed words below which two sentences of one language do not answer each other."""

_SKIP = 0.4
_MERGE = 0.5
_NAMED = 0.6
_LINKED = 1.0
_MIN_NAME = 3


@dataclass(frozen=True)
class Unit:
    """A sentence as it is compared; `alone` when the passage says that it has no counterpart."""

    text: str
    alone: bool = False
    links: frozenset[int] = frozenset()
    """Numbers of the changes that lie in it and in a sentence of the other side."""


def pair(left: Sequence[Unit], right: Sequence[Unit], crossing: bool) -> list[Bead]:
    """Return the beads of two stretches in order; every sentence is in exactly one.

    `crossing` tells that the two are in different languages.
    """
    gain = _across(left, right) if crossing else _within(left, right)
    out: list[Bead] = []
    for (a, b), (c, d) in _stretches(left, right, crossing):
        out += _beads(range(a, c), range(b, d), gain)
    return out


# how much two groups of sentences gain by being joined


def _within(left: Sequence[Unit], right: Sequence[Unit]) -> Gain:
    """Weigh words that stand in both, rare ones more; less than a third in common is no answer."""
    bags = [[Counter(substance(u.text)) for u in side] for side in (left, right)]
    rare = _rarity([*bags[0], *bags[1]])
    heavy = [[_weight(bag, rare) for bag in side] for side in bags]

    @cache
    def common(i: int, j: int) -> float:
        here, there = bags[0][i], bags[1][j]
        return sum(min(n, there[word]) * rare[word] for word, n in here.items() if word in there)

    def gain(ours: Sequence[int], theirs: Sequence[int]) -> float:
        sizes = sum(heavy[0][i] for i in ours), sum(heavy[1][j] for j in theirs)
        shared = min(sum(common(i, j) for i in ours for j in theirs), *sizes)
        single = len(ours) == len(theirs)
        linked = single and bool(_links(left, ours) & _links(right, theirs))
        return 2 * shared - (_ALIKE / 2 if linked else _ALIKE) * sum(sizes)

    return gain


def substance(text: str) -> Sequence[str]:
    """Return the words of a sentence, or its signs where it has none: "(…)" answers "(…)"."""
    return forms(text) or text.split()


def _rarity(bags: Sequence[Counter[str]]) -> Mapping[str, float]:
    held = Counter(word for bag in bags for word in bag)
    return {word: 0.1 + math.log((len(bags) + 1) / n) for word, n in held.items()}


def _weight(bag: Mapping[str, int], rare: Mapping[str, float]) -> float:
    return sum(n * rare[word] for word, n in bag.items())


def _across(left: Sequence[Unit], right: Sequence[Unit]) -> Gain:
    """Weigh likeness of length, names and figures kept, and changes that the passage places in both."""
    scale = _length(right) / max(1, _length(left)) or 1.0
    names = [[_names(u.text) for u in side] for side in (left, right)]
    long = [[by * len(u.text) for u in side] for side, by in ((left, scale), (right, 1.0))]

    @cache
    def common(i: int, j: int) -> tuple[int, int]:
        return len(names[0][i] & names[1][j]), len(left[i].links & right[j].links)

    def gain(ours: Sequence[int], theirs: Sequence[int]) -> float:
        if any(left[i].alone for i in ours) or any(right[j].alone for j in theirs):
            return -1.0
        a, b = sum(long[0][i] for i in ours), sum(long[1][j] for j in theirs)
        apart = abs(math.log(max(1.0, a) / max(1.0, b)))
        pairs = [common(i, j) for i in ours for j in theirs]
        kept, linked = sum(p[0] for p in pairs), sum(p[1] for p in pairs)
        beyond = len(ours) + len(theirs) - 2
        joined = 1 - apart + _NAMED * min(2, kept) + _LINKED * linked - _MERGE * beyond
        return joined + _SKIP * (beyond + 2)  # what leaving each alone would have cost

    return gain


def _length(side: Sequence[Unit]) -> int:
    return sum(len(u.text) for u in side if not u.alone)


def _names(text: str) -> frozenset[str]:
    """Return what a translation keeps: figures, and words with a capital, by their first letters."""
    words = text.split()
    kept = {fold(w.strip("«»“”\"'’.,;:!?()[]"))[:5] for w in words[1:] if w[:1].isupper()}
    figures = {w for w in forms(text) if w[:1].isdigit()}
    return frozenset(w for w in kept if len(w) >= _MIN_NAME) | figures


def _links(side: Sequence[Unit], places: Sequence[int]) -> frozenset[int]:
    return frozenset().union(*(side[i].links for i in places))


# the alignment


def _beads(ours: Sequence[int], theirs: Sequence[int], gain: Gain) -> list[Bead]:
    """Return the beads of one stretch with the greatest gain; leaving a sentence alone gains nothing."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            if i or j:
                best[i][j], step[i, j] = _best(best, i, j, ours, theirs, gain)
    out: list[Bead] = []
    at = (len(ours), len(theirs))
    while at != (0, 0):
        i, j = at
        a, b = step[at]
        out.append((tuple(ours[i - a : i]), tuple(theirs[j - b : j])))
        at = (i - a, j - b)
    return out[::-1]


def _best(
    best: list[list[float]], i: int, j: int, ours: Sequence[int], theirs: Sequence[int], gain: Gain
) -> tuple[float, tuple[int, int]]:
    """Return the best way to a place; on a tie what is alone on the right comes last."""
    band = _BAND * max(len(ours), len(theirs))
    found = [(best[i - a][j - b], (a, b)) for a, b in ((0, 1), (1, 0)) if a <= i and b <= j]
    for a, b in _SHAPES:
        if a <= i and b <= j and abs(i * len(theirs) - j * len(ours)) <= band:
            gained = gain(ours[i - a : i], theirs[j - b : j])
            if gained > 0:
                found.append((best[i - a][j - b] + gained, (a, b)))
    return max(found, key=lambda way: way[0])


def _stretches(
    left: Sequence[Unit], right: Sequence[Unit], crossing: bool
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Cut two long sequences at what surely answers, and what is still long in even pieces."""
    short = max(len(left), len(right)) <= _MOST
    joints = ([] if short else _named_joints(left, right)) if crossing else _joints(left, right)
    ends = [(0, 0), *(p for i, j in joints for p in ((i, j), (i + 1, j + 1))), (len(left), len(right))]
    out = []
    for (a, b), (c, d) in zip(ends, ends[1:], strict=False):
        pieces = max(1, math.ceil(max(c - a, d - b) / _MOST))
        cuts = [(a + (c - a) * n // pieces, b + (d - b) * n // pieces) for n in range(pieces + 1)]
        out += list(zip(cuts, cuts[1:], strict=False))
    return out


def _joints(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return sentences that stand once on either side in the same words, in the longest common order."""
    sides = []
    for side in (left, right):
        keys = [" ".join(forms(u.text)) for u in side]
        count = Counter(keys)
        sides.append({key: n for n, key in enumerate(keys) if count[key] == 1 and key})
    both = sorted((n, sides[1][key]) for key, n in sides[0].items() if key in sides[1])
    return _rising(both)


def _named_joints(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return sentences of two languages that share two names or figures found in no other sentence."""
    sides = [[_names(u.text) for u in side] for side in (left, right)]
    once = []
    for side in sides:
        held = Counter(name for names in side for name in names)
        once.append({name: n for n, names in enumerate(side) for name in names if held[name] == 1})
    votes: Counter[tuple[int, int]] = Counter()
    for name in once[0].keys() & once[1].keys():
        votes[once[0][name], once[1][name]] += _SURE if name.isdigit() and len(name) >= _LONG else 1
    return _rising(_single(sorted(pair for pair, count in votes.items() if count >= _SURE)))


_SURE = 2
_LONG = 3
"""Digits of a figure that places a sentence by itself."""


def _single(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop pairs whose sentence is in several."""
    counts = [Counter(p[n] for p in pairs) for n in (0, 1)]
    return [p for p in pairs if counts[0][p[0]] == 1 and counts[1][p[1]] == 1]


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second places rise (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for n, (_, place) in enumerate(pairs):
        at = bisect_left(tops, place)
        before[n] = ends[at - 1] if at else None
        tops[at:] = [place, *tops[at + 1 :]]
        ends[at:] = [n, *ends[at + 1 :]]
    out: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        out.append(pairs[last])
        last = before[last]
    return out[::-1]
