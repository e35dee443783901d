"""How alike two propositions are, and which may never merge.

The score is the cosine of the sentence vectors plus small shares for common rare words (containment and
Jaccard, weighted by inverse document frequency) and for one and the same figure.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.link.magnitudes import Figures, relation
from selon.link.propositions import Proposition
from selon.nlp.embedder import embed

Scores = npt.NDArray[np.float32]

CONTAINED, JACCARD = 0.1, 0.2
FOREIGN = 0.08
"""What common words would bring on average: given to pairs in two languages, which share none."""
SAME_FIGURE, LONE_FIGURE, OTHER_UNIT = 0.07, 0.04, 0.05
OTHER_NAMES, OTHER_MOMENT = 0.03, 0.03
NEVER = -9.0
_TELLING = 3.0
"""Figures below this are too common to bind two contents."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Scores of all pairs, shape (n, n): `scores` with NEVER where a check forbids, `raw` without checks."""

    scores: Scores
    raw: Scores


def likeness(found: Sequence[Proposition]) -> Likeness:
    """Return the likeness of every pair of `found`; symmetric, computed from content alone."""
    if not found:
        empty = np.zeros((0, 0), dtype=np.float32)
        return Likeness(empty, empty)
    vectors = embed([p.text for p in found])
    raw = (vectors @ vectors.T + _lexical(found)).astype(np.float32)
    raw = np.round((raw + raw.T) / 2, 4)
    scores = raw.copy()
    _figures(found, raw, scores)
    _polarity(found, scores)
    _setting(found, scores)
    np.fill_diagonal(scores, 1.0)
    return Likeness(scores, raw)


def weights(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return the inverse document frequency of every stem in `bags`."""
    count = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / n) for word, n in count.items()}


def _matrix(bags: Sequence[frozenset[str]], rarity: dict[str, float]) -> tuple[Scores, Scores]:
    """Return the shared weight of every pair and the weight of each bag."""
    places: dict[str, list[int]] = defaultdict(list)
    for k, bag in enumerate(bags):
        for word in sorted(bag):
            places[word].append(k)
    shared = np.zeros((len(bags), len(bags)), dtype=np.float32)
    for word in sorted(places):
        at = np.array(places[word])
        shared[np.ix_(at, at)] += rarity[word]
    return shared, np.diag(shared).copy()


def overlap(bags: Sequence[frozenset[str]]) -> tuple[Scores, Scores]:
    """Return containment in the smaller bag and Jaccard of every pair, both weighted, 0 to 1."""
    shared, own = _matrix(bags, weights(bags))
    least = np.maximum(np.minimum.outer(own, own), 1e-6)
    union = np.maximum(own[:, None] + own[None, :] - shared, 1e-6)
    return (shared / least).astype(np.float32), (shared / union).astype(np.float32)


def _lexical(found: Sequence[Proposition]) -> Scores:
    contained, jaccard = overlap([p.stems for p in found])
    langs = np.array([p.lang for p in found])
    foreign = langs[:, None] != langs[None, :]
    scored: Scores = (CONTAINED * contained + JACCARD * jaccard).astype(np.float32)
    scored[foreign] = np.maximum(scored[foreign], FOREIGN)
    return scored


def _figures(found: Sequence[Proposition], raw: Scores, scores: Scores) -> None:
    with_figures = [k for k, p in enumerate(found) if p.figures]
    have = np.zeros(len(found), dtype=bool)
    have[with_figures] = True
    scores[have[:, None] != have[None, :]] -= LONE_FIGURE
    for n, i in enumerate(with_figures):
        for j in with_figures[n + 1 :]:
            a, b = found[i], found[j]
            found_out = relation(a.figures, b.figures, (a.lang, b.lang))
            if found_out is Figures.differ:
                scores[i, j] = scores[j, i] = NEVER
            elif found_out is Figures.none or _telling(a, b):
                share = -OTHER_UNIT if found_out is Figures.none else SAME_FIGURE
                scores[i, j] += share
                scores[j, i] += share


def _telling(a: Proposition, b: Proposition) -> bool:
    values = {q.value for q in a.figures} & {q.value for q in b.figures}
    return any(v > _TELLING for v in values)


def _polarity(found: Sequence[Proposition], scores: Scores) -> None:
    positive = np.array([p.positive for p in found])
    scores[positive[:, None] != positive[None, :]] = NEVER


def _setting(found: Sequence[Proposition], scores: Scores) -> None:
    """Names or moments on both sides that have nothing in common speak against one proposition."""
    for trait, cost in (("names", OTHER_NAMES), ("moments", OTHER_MOMENT)):
        bags: list[frozenset[str]] = [getattr(p, trait) for p in found]
        shared, own = _matrix(bags, dict.fromkeys(sorted({w for b in bags for w in b}), 1.0))
        both = (own[:, None] > 0) & (own[None, :] > 0)
        scores[both & (shared == 0)] -= cost
