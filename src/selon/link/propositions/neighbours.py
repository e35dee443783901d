"""Pairs of wordings that are near: those that an earlier run found, and those of what is new.

A likeness depends on its two wordings and on the weights of words, on no third. Each wording keeps the pairs
with the wordings that were there when it came; all wordings that are kept were held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows
from selon.link.kept import Kept
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.scored import DECIMALS, Near, codes, joined, pairs, some
from selon.model.identity import digest

_NAME = "near"
_WHOLE = 10**DECIMALS
_LETTERS = 16
"""Hex digits of a digest that a wording goes by."""

Ids = npt.NDArray[np.uint64]


def near(
    alike: Likeness, digests: Sequence[str], weights: str, leasts: tuple[float, float], kept: Kept
) -> Near:
    """Return the pairs of wordings whose score reaches the least in one language, or in two, in order.

    `digests` are those of the wordings of `alike`, `weights` that of the weights of words.
    """
    keys = [digest((weights, leasts, one)) for one in digests]
    known = kept.found(_NAME, keys)
    ids = np.array([int(one[:_LETTERS], 16) for one in digests], dtype=np.uint64)
    new = np.array([n for n, key in enumerate(keys) if key not in known], dtype=np.intp)
    fresh = alike.near(*leasts, of=new if known else None)
    _keep(fresh, new, keys, ids, kept)
    return _once(joined([fresh, *_known(known, keys, ids)])) if known else fresh


def _keep(fresh: Near, new: Rows, keys: Sequence[str], ids: Ids, kept: Kept) -> None:
    """Keep each pair with the one of its wordings that is new, the second of two."""
    marked = np.zeros(len(ids), dtype=bool)
    marked[new] = True
    owner = np.where(marked[fresh.second], fresh.second, fresh.first)
    ends = np.cumsum(np.bincount(owner, minlength=len(ids)))
    order = np.argsort(owner, kind="stable")
    for row in new.tolist():
        at = order[ends[row - 1] if row else 0 : ends[row]]
        other = ids[fresh.first[at] + fresh.second[at] - row]
        scores = np.rint(fresh.scores[at] * _WHOLE)
        kept.keep(_NAME, keys[row], other.astype("<u8").tobytes() + scores.astype("<i4").tobytes())


def _known(known: Mapping[str, bytes], keys: Sequence[str], ids: Ids) -> Iterator[Near]:
    """Yield the pairs that are kept, both of whose wordings are still there."""
    place = np.argsort(ids)
    for row, key in enumerate(keys):
        if packed := known.get(key):
            yield _unpacked(row, packed, ids, place)


def _once(every: Near) -> Near:
    """Return the pairs in order, each once: a wording that comes back finds its old pairs with others."""
    return some(every, np.unique(codes(every), return_index=True)[1])


def _unpacked(row: int, packed: bytes, ids: Ids, place: Rows) -> Near:
    count = len(packed) // 12
    others = np.frombuffer(packed, "<u8", count)
    scores: Block = np.frombuffer(packed, "<i4", count, 8 * count) / _WHOLE
    at = place[np.minimum(np.searchsorted(ids, others, sorter=place), len(ids) - 1)]
    there = ids[at] == others
    rows = np.full(int(there.sum()), row, dtype=np.intp)
    return pairs(rows, at[there], scores[there])
