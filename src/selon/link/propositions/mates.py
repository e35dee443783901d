"""Which bags of words have a mate: another bag that shares most of the smaller one.

A mate that an earlier run found is a mate as long as it is there; so only new bags are held against all,
those without a mate against new ones, and those whose mate has gone against all again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from selon.link.bags import LEAST, Bags, Rows, pairs_of_tiles, tiles_of
from selon.link.kept import Kept
from selon.link.propositions.rarity import Rarity
from selon.model.identity import digest

_NAME = "mates"
_LETTERS = 16
"""Hex digits of a digest that a bag goes by; 0 stands for no mate."""
_NONE = 0
_SLACK = 1e-9
"""What rounding may take from a bound that only leaves pairs out."""


def mated(bags: Sequence[frozenset[str]], weight: Rarity, least: float, kept: Kept) -> list[bool]:
    """Return for each bag whether another shares at least `least` of the weight of the smaller of both."""
    count = Counter(bags)
    every = sorted(count, key=sorted)
    ids = [int(digest(sorted(bag))[:_LETTERS], 16) for bag in every]
    key = digest((weight.described, least))
    known = _unpacked(kept.found(_NAME, [key]).get(key))
    mates = _mates(Bags(every, weight), ids, known, least)
    kept.keep(_NAME, key, np.array([ids, mates], dtype="<u8").tobytes())
    twice = {bag for bag in every if count[bag] > 1 and bag}
    found = {bag: mate != _NONE or bag in twice for bag, mate in zip(every, mates, strict=True)}
    return [found[bag] for bag in bags]


def _unpacked(packed: bytes | None) -> dict[int, int]:
    both = np.frombuffer(packed or b"", dtype="<u8").reshape(2, -1)
    return dict(zip(both[0].tolist(), both[1].tolist(), strict=True))


def _mates(bags: Bags, ids: Sequence[int], known: dict[int, int], least: float) -> list[int]:
    here = {_NONE, *ids}
    mates = [known.get(one, _NONE) for one in ids]
    mates = [mate if mate in here else _NONE for mate in mates]
    new = [n for n, one in enumerate(ids) if one not in known]
    lost = [n for n, one in enumerate(ids) if known.get(one, _NONE) not in here]
    without = [n for n, one in enumerate(ids) if known.get(one) == _NONE and mates[n] == _NONE]
    for rows, columns in _blocks(len(ids), new, lost, without):
        first, second = _contained(bags, rows, columns, least)
        for one, other in zip(first.tolist(), second.tolist(), strict=True):
            mates[one] = mates[one] or ids[other]
            mates[other] = mates[other] or ids[one]
    return mates


def _contained(bags: Bags, rows: Rows, columns: Rows, least: float) -> tuple[Rows, Rows]:
    """The pairs of two bags that share so much of the smaller one; a product leaves out most of the rest, and
    a quotient decides."""
    shared, enough = bags.shared(rows, columns), (1.0 - _SLACK) * least * bags.own
    i, j = np.nonzero((shared >= enough[rows][:, None]) | (shared >= enough[columns][None, :]))
    first, second = rows[i], columns[j]
    smaller = np.maximum(np.minimum(bags.own[first], bags.own[second]), LEAST)
    mated = np.flatnonzero((shared[i, j] / smaller >= least) & (first != second))
    return first[mated], second[mated]


def _blocks(
    count: int, new: Sequence[int], lost: Sequence[int], without: Sequence[int]
) -> Iterable[tuple[Rows, Rows]]:
    if len(new) == count:
        yield from pairs_of_tiles(count)
        return
    for rows, columns in ((sorted({*new, *lost}), range(count)), (without, new)):
        for some in tiles_of(np.array(rows, dtype=np.intp)):
            for others in tiles_of(np.array(columns, dtype=np.intp)):
                yield some, others
