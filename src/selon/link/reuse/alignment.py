"""Aligning two documents: sentences that share rare words are seeds, seeds in order make passages.

After Sanchez-Perez, Sidorov and Gelbukh, A winning approach to text alignment for text reuse detection
(PAN at CLEF 2014): seeds by weighted overlap of sentences, extension with a bounded gap, validation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from selon.link.reuse.postings import TABLE, Numbers, Weights, found, shared
from selon.link.reuse.view import View, weight
from selon.link.reuse.weights import Weigh

SEED_DICE = 0.33
SEED_WEIGHT = 6.0
REPEATED = 1.5
"""How much more than its distinct words a sentence may share, at most: words come twice."""
CROWD = 40
"""A word in more sentences of one document than this finds no seeds (it still counts in the weight)."""
GAP = 2
"""Sentences that may stand unmatched between two seeds of one passage."""
GAP_COST = 4.0


Range = tuple[int, int]
Place = tuple[int, int]
"""The numbers of a sentence of one text and of one of the other."""
_STEPS = tuple(
    (di, dj, GAP_COST * (max(0, di - 1) + max(0, dj - 1)))
    for di in range(GAP + 2)
    for dj in range(GAP + 2)
    if di or dj
)
"""How far back the seed before may stand on either side, and what that costs."""


@dataclass(frozen=True, slots=True, order=True)
class Seed:
    """Sentence `i` of one text and `j` of the other: share of both, shared weight, and that weight without
    mute words (quoted statements, headings)."""

    i: int
    j: int
    dice: float
    common: float
    free: float


def seeds(a: View, b: View, weigh: Weigh, share: float = SEED_DICE) -> list[Seed]:
    """Return the pairs of sentences that share enough weight, `share` of it at least, in order of place."""
    rows, columns, rare = found(a.postings, b.postings, weigh, CROWD, SEED_WEIGHT)
    whole = a.postings.whole(weigh)[rows] + b.postings.whole(weigh)[columns]
    near = 2 * REPEATED * rare >= share * whole
    rows, columns, whole = rows[near], columns[near], whole[near]
    common = _shared(a, b, rows, columns, weigh)
    enough = np.flatnonzero((common >= SEED_WEIGHT) & (2 * common >= share * whole))
    dice = 2 * common[enough] / whole[enough]
    held = zip(*(one.tolist() for one in (rows[enough], columns[enough], dice, common[enough])), strict=True)
    return [Seed(i, j, d, c, c - _common(a.mute_bags[i], b.mute_bags[j], weigh)) for i, j, d, c in held]


def _shared(a: View, b: View, rows: Numbers, columns: Numbers, weigh: Weigh) -> Weights:
    """The weight that some pairs of sentences share: of all at once, of very long texts one by one."""
    if len(a.pieces) * len(b.pieces) <= TABLE:
        return shared(a.postings, b.postings, weigh)[rows, columns]
    both = zip(rows.tolist(), columns.tolist(), strict=True)
    return np.array([_common(a.bags[i], b.bags[j], weigh) for i, j in both], dtype=np.float64)


Bag = Mapping[int, int]


def _common(one: Bag, other: Bag, weigh: Weigh) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weigh(s) * min(n, large[s]) for s, n in small.items() if s in large)


def overlap(a: View, b: View, ours: Range, theirs: Range, weigh: Weigh) -> tuple[float, float, float]:
    """Return what two runs of words share, in any order: Dice share, weight, weight of free words."""
    left, right = Counter(a.stems[slice(*ours)]), Counter(b.stems[slice(*theirs)])
    common = _common(left, right, weigh)
    free = common - _common(Counter(a.muted(*ours)), Counter(b.muted(*theirs)), weigh)
    return 2 * common / (weight(left, weigh) + weight(right, weigh)), common, free


def plain(a: View, b: View, ours: Range, theirs: Range, weigh: Weigh) -> float:
    """Return the weight of the words that two runs share and that are neither names nor figures."""
    return _common(a.plain(*ours), b.plain(*theirs), weigh)


Chain = tuple[Seed, ...]


def chains(found: Sequence[Seed], a: View, b: View) -> list[Chain]:
    """Return the best runs of seeds in order, strongest first; no sentence belongs to two of them.

    Each run allows GAP unmatched sentences between seeds, on either side, and crosses no furniture.
    """
    ends, before = _best_ends(found, a, b)
    at = {(s.i, s.j): s for s in found}
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    out: list[Chain] = []
    for seed in sorted(found, key=lambda s: (-ends[s.i, s.j], s)):
        places = _back((seed.i, seed.j), before, taken_i, taken_j)
        if places:
            out.append(tuple(at[place] for place in places))
            taken_i.update(range(places[0][0], seed.i + 1))
            taken_j.update(range(places[0][1], seed.j + 1))
    return out


def _best_ends(found: Sequence[Seed], a: View, b: View) -> tuple[dict[Place, float], dict[Place, Place]]:
    """Return for each seed, by place, the score of the best run that ends with it, and the seed before it."""
    ends: dict[Place, float] = {}
    before: dict[Place, Place] = {}
    for seed in found:
        i, j = seed.i, seed.j
        best, best_score = None, 0.0
        for di, dj, cost in _STEPS:
            end = ends.get((i - di, j - dj))
            if end is None or end - cost <= best_score:
                continue
            if a.blocks[i - di] == a.blocks[i] and b.blocks[j - dj] == b.blocks[j]:
                best, best_score = (i - di, j - dj), end - cost
        ends[i, j] = best_score + seed.common * seed.dice
        if best is not None:
            before[i, j] = best
    return ends, before


def _back(
    place: Place, before: Mapping[Place, Place], taken_i: Set[int], taken_j: Set[int]
) -> Sequence[Place]:
    """Return the run that ends at a place, as far back as its sentences are free."""
    out: list[Place] = []
    step: Place | None = place
    while step is not None and step[0] not in taken_i and step[1] not in taken_j:
        out.append(step)
        step = before.get(step)
    return out[::-1]
