"""All figures of one kind, by value: which of them can be the same figure, and how alike their wordings are.

A figure agrees only with figures of about its size, and whether two do hangs on the figures, not on where
they stand: each two are asked once, however many places give them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from selon.link.quantities.magnitudes import ORDER, Figure, figure_of, said_of_one
from selon.link.quantities.reading import Reading
from selon.model.quantity import Quantity
from selon.nlp.embedder import Vectors, embed


class Figures:
    """Readings of one kind, in their order."""

    def __init__(self, found: Sequence[Reading]) -> None:
        self.found = found
        self._at = {(r.quantity.doc, r.quantity.span): n for n, r in enumerate(found)}
        self._places: dict[Figure, list[int]] = defaultdict(list)
        for n, one in enumerate(found):
            self._places[figure_of(one.quantity)].append(n)
        self._figures = sorted(self._places, key=lambda figure: figure[0])
        self._values = [figure[0] for figure in self._figures]
        self._known: dict[Figure, list[int]] = {}

    def agreeing(self, quantity: Quantity) -> list[Reading]:
        """Return the readings that give this figure, said as closely or less."""
        return [self.found[n] for n in self._agreeing(quantity)]

    def like(self, one: Reading, least: float) -> list[Reading]:
        """Return those of them in wordings whose likeness, figures masked, is `least` at least."""
        same = self._agreeing(one.quantity)
        own = self.vectors[[self._at[one.quantity.doc, one.quantity.span]]]
        near: npt.NDArray[np.float32] = np.round(own @ self.vectors[same].T, 4)
        return [self.found[n] for n, alike in zip(same, near[0], strict=True) if alike >= least]

    @cached_property
    def vectors(self) -> Vectors:
        """The vectors of the wordings, their figures left out."""
        return embed([r.text for r in self.found])

    def _agreeing(self, quantity: Quantity) -> list[int]:
        figure = figure_of(quantity)
        if figure not in self._known:
            held = (n for key in self._near(quantity) for n in self._places[key])
            self._known[figure] = sorted(held)
        return self._known[figure]

    def _near(self, quantity: Quantity) -> list[Figure]:
        first = bisect_left(self._values, quantity.value / ORDER)
        last = bisect_right(self._values, quantity.value * ORDER)
        own = figure_of(quantity)
        return [one for one in self._figures[first:last] if said_of_one(one, own)]


def by_kind(found: Iterable[Reading]) -> dict[str, Figures]:
    """Return the figures of each kind."""
    kinds: dict[str, list[Reading]] = defaultdict(list)
    for one in found:
        kinds[one.tally.kind].append(one)
    return {kind: Figures(many) for kind, many in kinds.items()}
