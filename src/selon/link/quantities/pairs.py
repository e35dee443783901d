"""Pairs of figures of one kind that differ and stand in wordings alike, their figures left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from selon.link.bags import TILE, Bags, Rows, tiles, weights
from selon.link.quantities.alike import Figures
from selon.link.quantities.comparing import Values, key_of, may_differ
from selon.link.quantities.rates import RATE
from selon.link.quantities.reading import Reading
from selon.link.quantities.readings import AGE
from selon.link.quantities.relations import CLOSE, gap, other_place
from selon.link.quantities.tallies import GENERAL, MONEY, running

_WORDS = 0.1
"""What all common words, weighted by rarity, add to the cosine."""
_ALIKE = 0.9
"""Least likeness of two wordings, their figures masked, that may speak of one quantity."""
_NEAR = 0.93
"""The same inside one document, for figures of two sources."""
_TOLL = 0.895
"""The same for tolls, which tell themselves what befell whom they count."""
_BESIDE = 0.7
"""The same for figures of two sources that one text sets close to each other."""
_RARE, _FEW = 0.84, 8
"""The same for figures of a thing so seldom counted (readings) that its name tells what is meant."""
_RATE = 0.86
"""The same for rates of one name, which tells what is measured."""
_ELSEWHERE = 0.06
"""What two wordings that name different places must be more alike."""

_SLACK = 1e-6
"""What rounding may take from a bound that only leaves pairs out."""

Pair = tuple[float, Reading, Reading]
"""How alike two readings are, and both."""


def find_pairs(
    found: Sequence[Reading], kinds: Mapping[str, Figures], apart: Collection[Values]
) -> Iterator[Pair]:
    """Yield the pairs of one kind that differ and stand in wordings alike; `kinds` are all of `found`."""
    rarity = weights([r.stems for r in found])
    for kind in sorted(kinds):
        many = kinds[kind].found
        if len({r.quantity.value for r in many}) < 2:
            continue
        rare = len(many) <= _FEW and kind not in GENERAL
        for n, m, alike in _close(kinds[kind], rarity, rare):
            told = alike >= _least(many[n], many[m], rare) and key_of(many[n], many[m]) not in apart
            if told and may_differ(many[n], many[m]):
                yield alike, many[n], many[m]


def _close(figures: Figures, rarity: Mapping[str, float], rare: bool) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of one kind that are alike enough or stand in one text, in order, with how alike they
    are: by their vectors, and by the weight of common words."""
    many, vectors = figures.found, figures.vectors
    aged, rate = (many[0].tally.kind.startswith(begin) for begin in (AGE, RATE))
    least = 0.0 if aged else _RATE if rate else _RARE if rare else min(_ALIKE, _TOLL)
    stems, places = Bags([r.stems for r in many], rarity), Bags([r.places for r in many])
    texts = np.unique([r.quantity.doc for r in many], return_inverse=True)[1]
    for rows in tiles(len(many)):
        found: list[tuple[int, int, float]] = []
        for columns in tiles(len(many))[rows[0] // TILE :]:
            cosines = np.round(vectors[rows] @ vectors[columns].T, 4)
            alike = cosines + _WORDS * stems.overlap(rows, columns)[1]
            needed = least if aged else least + _ELSEWHERE * _elsewhere(places, rows, columns)
            asked = (alike >= needed - _SLACK) | (texts[rows][:, None] == texts[columns][None, :])
            x, y = np.nonzero(asked & (rows[:, None] < columns[None, :]))
            found += zip(rows[x].tolist(), columns[y].tolist(), alike[x, y].tolist(), strict=True)
        yield from sorted(found)


def _elsewhere(places: Bags, rows: Rows, columns: Rows) -> npt.NDArray[np.bool_]:
    """Tell which pairs stand beside names of different places."""
    named = (places.own[rows] > 0)[:, None] & (places.own[columns] > 0)[None, :]
    apart: npt.NDArray[np.bool_] = named & (places.shared(rows, columns) == 0)
    return apart


def _least(one: Reading, other: Reading, rare: bool) -> float:
    if one.tally.kind.startswith(AGE):
        return 0.0
    toll = running(one.tally, other.tally, one.lang)
    apart = other_place(one, other)
    if one.quantity.doc == other.quantity.doc:
        beside = not apart and gap(one, other) <= CLOSE and one.tally.kind not in MONEY
        return _BESIDE if beside else _NEAR
    rate = one.tally.kind.startswith(RATE)
    return (_TOLL if toll else _RATE if rate else _RARE if rare else _ALIKE) + _ELSEWHERE * apart
