"""Which pairs of wordings may reach a score: upper bounds in single precision, a block at a time.

What hangs on one trait of each wording (its language, its polarity, whether it holds figures) is the product
of two short vectors. They are put behind the long ones, so that one product of matrices holds all of it; what
few pairs gain by a common word is added where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from selon.link.bags import LEAST, Bags, Rows

Traits = npt.NDArray[np.float32]
Term = tuple[Traits, Traits]
"""For each wording as the first and as the second of a pair: their product is what a score gains."""

SLACK = 1e-3
"""More than single precision and rounding may take from a score."""


def unlike(kinds: npt.NDArray[Any], gain: float) -> Term:
    """Return the term of pairs of two kinds."""
    each = (kinds[:, None] == np.unique(kinds)[None, :]).astype(np.float32)
    one = np.ones((len(kinds), 1), dtype=np.float32)
    return np.hstack([one * gain, each * gain]), np.hstack([one, -each])


def both(marks: npt.NDArray[np.bool_], gain: float) -> Term:
    """Return the term of pairs of which both are marked."""
    each = marks[:, None].astype(np.float32)
    return each * gain, each


class Screen:
    """Bounds of `spread` times a cosine, plus shares of common words, plus terms, plus gains."""

    def __init__(
        self,
        vectors: Traits,
        spread: float,
        stems: Bags,
        shares: tuple[float, float],
        terms: Iterable[Term],
        gains: Sequence[tuple[Bags, float]] = (),
    ) -> None:
        """Take what is added up: `shares` are the weights of containment and Jaccard, `gains` what pairs gain
        that have a word of some bags in common."""
        self._vectors, self._spread, self._stems, self._gains = vectors, np.float32(spread), stems, gains
        self._contained, self._jaccard = (np.float32(share) for share in shares)
        self._own = np.maximum(stems.own, LEAST).astype(np.float32)
        self._ours, self._theirs = (np.hstack(side) for side in zip(*terms, strict=True))

    def reaching(self, rows: Rows, columns: Rows, least: float) -> tuple[Rows, Rows]:
        """Return the pairs of one of `rows` and one of `columns` that may reach `least`."""
        ours = np.hstack([self._vectors[rows] * self._spread, self._ours[rows]])
        theirs = np.hstack([self._vectors[columns], self._theirs[columns]])
        bounds = ours @ theirs.T
        flat = bounds.reshape(-1)
        self._add_lexical(flat, rows, columns)
        for bags, gain in self._gains:
            flat[bags.common(rows, columns)] += gain
        at = np.divmod(np.flatnonzero(flat >= least - SLACK), len(columns))
        return rows[at[0]], columns[at[1]]

    def _add_lexical(self, bounds: Traits, rows: Rows, columns: Rows) -> None:
        """Add what common words bring to the pairs, row after row, that have any: one in twelve."""
        shared = self._stems.shared(rows, columns).reshape(-1)
        at = np.flatnonzero(shared)
        row, column = np.divmod(at, len(columns))
        common, mine, theirs = shared[at].astype(np.float32), self._own[rows[row]], self._own[columns[column]]
        contained = common / np.minimum(mine, theirs)
        bounds[at] += self._contained * contained + self._jaccard * (common / (mine + theirs - common))
