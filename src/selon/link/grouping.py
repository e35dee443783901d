"""Groups of propositions by average link, so that no chain of small steps joins what is far apart.

Pairs that a check forbids never share a group (Sokal & Michener 1958 with cannot-link pairs).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from selon.link.likeness import NEVER, Scores

THRESHOLD = 0.95
_FORBIDDEN = NEVER / 2


def groups(
    scores: Scores, threshold: float = THRESHOLD, joined: Sequence[Sequence[int]] = ()
) -> tuple[tuple[int, ...], ...]:
    """Return groups of row numbers whose mean likeness is at least `threshold`, each sorted, in order.

    Rows of one set of `joined` end in one group whatever their likeness.
    """
    out: list[tuple[int, ...]] = []
    for part in components(scores >= threshold):
        out.extend(_average_link(scores, part, threshold))
    return tuple(sorted(_united(out, joined)))


def _united(found: list[tuple[int, ...]], joined: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Put the groups together that hold rows of one set."""
    for many in joined:
        held = [g for g in found if not set(g).isdisjoint(many)]
        found = [g for g in found if set(g).isdisjoint(many)]
        found.append(tuple(sorted(k for g in held for k in g)))
    return found


def components(linked: npt.NDArray[np.bool_]) -> tuple[tuple[int, ...], ...]:
    """Return the connected components of a symmetric matrix of links."""
    seen = np.zeros(len(linked), dtype=bool)
    out: list[tuple[int, ...]] = []
    for start in range(len(linked)):
        if seen[start]:
            continue
        members, front = {start}, [start]
        seen[start] = True
        while front:
            fresh = np.flatnonzero(linked[front.pop()] & ~seen)
            seen[fresh] = True
            members.update(int(k) for k in fresh)
            front.extend(int(k) for k in fresh)
        out.append(tuple(sorted(members)))
    return tuple(out)


def _average_link(scores: Scores, part: Sequence[int], threshold: float) -> list[tuple[int, ...]]:
    at = np.array(part)
    near = scores[np.ix_(at, at)].astype(np.float64)
    np.fill_diagonal(near, NEVER)
    sizes = np.ones(len(part))
    members: list[list[int]] = [[k] for k in part]
    while len(part) > 1:
        best = int(np.argmax(near))
        i, j = sorted(divmod(best, len(part)))
        if near[i, j] < threshold:
            break
        _merge(near, sizes, i, j)
        members[i] += members[j]
        members[j] = []
    return [tuple(sorted(m)) for m in members if m]


def _merge(near: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64], i: int, j: int) -> None:
    """Join group j to group i; a pair forbidden to either stays forbidden to both."""
    mean = (sizes[i] * near[i] + sizes[j] * near[j]) / (sizes[i] + sizes[j])
    mean[(near[i] < _FORBIDDEN) | (near[j] < _FORBIDDEN)] = NEVER
    near[i], near[:, i] = mean, mean
    near[j], near[:, j] = NEVER, NEVER
    near[i, i] = NEVER
    sizes[i] += sizes[j]
    sizes[j] = 0.0
