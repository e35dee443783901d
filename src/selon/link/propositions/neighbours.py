"""Pairs of wordings that are near: those that an earlier run found, and those of what is new.

A likeness depends on its two wordings and on the weights of words, on no third. Each wording keeps the pairs
with the wordings that were there when it came; all wordings that are kept were held against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows
from selon.link.kept import Kept
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.scored import DECIMALS, Near, joined
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
    return _once(joined([fresh, _known(known, keys, ids)]), len(ids))


def _keep(fresh: Near, new: Rows, keys: Sequence[str], ids: Ids, kept: Kept) -> None:
    """Keep each pair with the one of its wordings that is new, the second of two."""
    marked = np.zeros(len(ids), dtype=bool)
    marked[new] = True
    owner = np.where(marked[fresh.second], fresh.second, fresh.first)
    other = fresh.first + fresh.second - owner
    order = np.argsort(owner, kind="stable")
    starts = np.searchsorted(owner[order], new)
    ends = np.searchsorted(owner[order], new, side="right")
    scores = np.rint(fresh.scores * _WHOLE).astype("<i4")
    for row, start, end in zip(new.tolist(), starts.tolist(), ends.tolist(), strict=True):
        at = order[start:end]
        kept.keep(_NAME, keys[row], ids[other[at]].astype("<u8").tobytes() + scores[at].tobytes())


def _known(known: Mapping[str, bytes], keys: Sequence[str], ids: Ids) -> Near:
    """Return the pairs that are kept, both of whose wordings are still there."""
    place = np.argsort(ids)
    parts = [Near(*_none(), np.zeros(0))]
    for row, key in enumerate(keys):
        if packed := known.get(key):
            parts.append(_unpacked(row, packed, ids, place))
    return joined(parts)


def _once(every: Near, count: int) -> Near:
    """Return the pairs in order, each once: a wording that comes back finds its old pairs with others."""
    _, once = np.unique(every.first * count + every.second, return_index=True)
    return Near(every.first[once], every.second[once], every.scores[once])


def _unpacked(row: int, packed: bytes, ids: Ids, place: Rows) -> Near:
    count = len(packed) // 12
    others = np.frombuffer(packed, "<u8", count)
    scores: Block = np.frombuffer(packed, "<i4", count, 8 * count) / _WHOLE
    at = place[np.minimum(np.searchsorted(ids, others, sorter=place), len(ids) - 1)]
    there = ids[at] == others
    rows = np.full(int(there.sum()), row, dtype=np.intp)
    return Near(np.minimum(rows, at[there]), np.maximum(rows, at[there]), scores[there])


def _none() -> tuple[Rows, Rows]:
    return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
