"""How far two sentences stand out from what is near to both, on one scale for all pairs of languages.

Artetxe and Schwenk, Margin-based parallel corpus mining with multilingual sentence embeddings (ACL 2019).
The tail scale is Weissman's estimator over the upper order statistics of the likeness.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selon.model.identity import sha256

NEAR = (5, 15)
"""Ranks of the neighbours that make the background of a sentence: the first may be other copies of it."""
USUAL = 0.82
"""Likeness of unrelated sentences, where there are too few to measure it."""
USUAL_TAIL = 0.015
"""How fast the likeness of neighbours falls off between two languages that the vectors know well."""
PRIOR = 60
"""Sentences for which the usual tail counts: a run of few says little about its languages."""
WIDEST = 2.0
"""Most by which margins are stretched where the vectors lie close together."""
MARGIN = 1.03
TEXTS = 4096
"""Texts whose backgrounds are kept."""
ROWS = 512
"""Sentences compared at one go, to bound memory."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Side:
    """What is near to the sentences of one side: mean likeness of each, tails and how many are measured."""

    background: Scores
    tail: float
    measured: int


Sides = tuple[Side, Side]


def sides(left: Scores, right: Scores) -> Sides:
    """Return what is near to the rows of `left` among those of `right`, and the other way."""
    return _side(left, right), _side(right, left)


def stand_out(left: Scores, right: Scores, around: Sides) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of rows whose likeness stands out from the background of both, with the margin.

    A margin is likeness by background, 1 for nothing special. Vectors of some languages lie closer together
    than those of others: the excess over 1 is stretched until the tail of neighbours is the usual one.
    """
    ours, theirs = around
    wide = stretch(ours, theirs)
    for start in range(0, len(left), ROWS):
        likeness = left[start : start + ROWS] @ right.T
        between = ours.background[start : start + ROWS, None] + theirs.background[None, :]
        margins = 1 + (2 * likeness / between - 1) * wide
        for x, y in np.argwhere(margins >= MARGIN):
            yield start + int(x), int(y), round(float(margins[x, y]), 4)


def stretch(ours: Side, theirs: Side) -> float:
    """Return by how much margins between two languages are stretched, from the run at hand, 1 to WIDEST."""
    sentences = ours.measured + theirs.measured
    known = ours.tail * ours.measured + theirs.tail * theirs.measured
    tail = (known + USUAL_TAIL * PRIOR) / (sentences + PRIOR)
    return round(min(WIDEST, max(1.0, USUAL_TAIL / max(tail, 1e-6))), 3)


class Reference:
    """A fixed sample of the sentences of a collection, by language: what is near to a sentence among them.

    `vectors[lang]` are unit rows. What two texts show then depends on no third, and tails are measured once.
    """

    def __init__(self, vectors: Mapping[str, Scores]) -> None:
        self._vectors = vectors
        self._known: dict[tuple[str, str], Sides] = {}
        self._backgrounds: dict[tuple[str, str], Scores] = {}

    def around(self, one: str, other: str, left: Scores, right: Scores) -> Sides:
        """Return what is near to the rows of `left` (language `one`) and of `right` (language `other`)."""
        if (one, other) not in self._known:
            self._known[one, other] = sides(self._vectors[one], self._vectors[other])
        ours, theirs = self._known[one, other]
        return (
            replace(ours, background=self._background(left, other)),
            replace(theirs, background=self._background(right, one)),
        )

    def _background(self, of: Scores, among: str) -> Scores:
        """Return the background of some rows; a text is held against many others."""
        key = (sha256(of.tobytes()), among)
        if key not in self._backgrounds:
            if len(self._backgrounds) >= TEXTS:
                self._backgrounds.clear()
            self._backgrounds[key] = _side(of, self._vectors[among]).background
        return self._backgrounds[key]


def _side(of: Scores, among: Scores) -> Side:
    """Return the background of each row: missing neighbours count as USUAL."""
    first, last = NEAR
    background = np.zeros(len(of), dtype=np.float32)
    tails: list[float] = []
    for start in range(0, len(of), ROWS):
        best = _nearest(of[start : start + ROWS] @ among.T, last)
        near = best[:, first:]
        missing = (last - first) - near.shape[1]
        background[start : start + ROWS] = (near.sum(axis=1) + USUAL * missing) / (last - first)
        if not missing:
            tails.extend(((near[:, 0] - near[:, -1]) / near.mean(axis=1) / _STEPS).tolist())
    return Side(background, float(np.mean(tails)) if tails else 0.0, len(tails))


_STEPS = sum(1 / rank for rank in range(NEAR[0] + 1, NEAR[1]))
"""Expected fall between the two ranks, in tail scales."""


def _nearest(likeness: Scores, count: int) -> Scores:
    """Return the largest `count` values of each row, falling."""
    if likeness.shape[1] > count:
        likeness = np.partition(likeness, likeness.shape[1] - count, axis=1)[:, -count:]
    return -np.sort(-likeness, axis=1)
