"""Likeness and groups the plain way: every pair in one matrix. What the blocked form must agree with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from selon.link.bags import weights
from selon.link.propositions.agreement import agreement
from selon.link.propositions.centring import centred
from selon.link.propositions.checks import LOOSE, OTHER_CONCEPT, SAME_CONCEPT
from selon.link.propositions.figured import OTHER_UNIT, SAME_COUNT, SAME_FIGURE
from selon.link.propositions.likeness import (
    APART,
    CONTAINED,
    FOREIGN,
    JACCARD,
    LONE_FIGURE,
    OTHER_NAMES,
    SAME_SOURCE,
    SAME_WORDS,
    SPREAD,
)
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.scored import NEVER
from selon.link.quantities.magnitudes import Figures, concept, relation
from selon.link.quantities.tallies import MEASURES
from selon.model.span import Span

DIGIT = 1.01e-4
"""One in the last digit: the plain form adds up in another order, before rounding."""
Matrix = npt.NDArray[np.float64]
Aligned = Callable[[str, Span, str], Span | None]


def raw(found: Sequence[Proposition]) -> Matrix:
    """The likeness of every pair, no check applied."""
    vectors = centred([p.text for p in found]).astype(np.float64)
    rarity = weights([p.stems for p in found])
    return np.array(
        [
            [
                round(APART + SPREAD * float(vectors[i] @ vectors[j]) + lexical(a, b, rarity), 4)
                for j, b in enumerate(found)
            ]
            for i, a in enumerate(found)
        ]
    )


def lexical(a: Proposition, b: Proposition, rarity: dict[str, float]) -> float:
    def weight(bag: frozenset[str]) -> float:
        return sum(rarity[w] for w in sorted(bag))

    shared, mine, theirs = weight(a.stems & b.stems), weight(a.stems), weight(b.stems)
    scored = CONTAINED * shared / max(min(mine, theirs), 1e-6)
    scored += JACCARD * shared / max(mine + theirs - shared, 1e-6)
    return max(scored, FOREIGN) if a.lang != b.lang else scored


def contained(a: Proposition, b: Proposition, rarity: dict[str, float]) -> bool:
    """Whether enough of the smaller of two wordings is common."""
    shared, mine, theirs = (sum(rarity[w] for w in sorted(x)) for x in (a.stems & b.stems, a.stems, b.stems))
    return shared >= SAME_WORDS * max(min(mine, theirs), 1e-6)


def scores(found: Sequence[Proposition]) -> Matrix:
    """The likeness of every pair with figures, polarity, names and moments looked at."""
    out, rarity = raw(found), weights([p.stems for p in found])
    for i, a in enumerate(found):
        for j, b in enumerate(found):
            one = SAME_SOURCE * (bool(a.source) and a.source == b.source and contained(a, b, rarity))
            out[i, j] = round(out[i, j] + setting(a, b) + figures(a, b) + one, 4)
            if a.positive is not b.positive or figures(a, b) == NEVER:
                out[i, j] = NEVER
    return out


def setting(a: Proposition, b: Proposition) -> float:
    return -OTHER_NAMES * bool(a.names and b.names and not a.names & b.names)


def figures(a: Proposition, b: Proposition) -> float:
    if not (a.figures and b.figures):
        return -LONE_FIGURE if a.figures or b.figures else 0.0
    found = relation(a.figures, b.figures, (a.lang, b.lang))
    if found is not Figures.same:
        return NEVER if found is Figures.differ else -OTHER_UNIT
    telling = {q.value for q in a.figures} & {q.value for q in b.figures}
    if not any(v > 3 for v in telling):
        return 0.0
    kinds = [{(q.value, concept(q.unit, p.lang)) for q in p.figures if q.value >= 20} for p in (a, b)]
    counted = {kind for value, kind in kinds[0] & kinds[1] if kind and kind not in MEASURES}
    return SAME_COUNT if counted else SAME_FIGURE


def checked(matrix: Matrix, found: Sequence[Proposition], aligned: Aligned, least: float) -> Matrix:
    """The scores with loose sentences of two reporters and other concepts counted in."""
    about, out = agreement(found), matrix.copy()
    for i, a in enumerate(found):
        for j, b in enumerate(found):
            if i == j or matrix[i, j] < least - SAME_CONCEPT:
                continue
            worded = a.lang == b.lang and about.worded(i, j, 0.25)
            if a.voice and b.voice and a.doc != b.doc and not worded:
                place = aligned(a.doc, a.span, b.doc)
                out[i, j] -= LOOSE * (place is None or not place.overlap(b.span))
            out[i, j] = round(out[i, j] + concepts(about, i, j), 4)
    return out


def concepts(about, i: int, j: int) -> float:  # type: ignore[no-untyped-def]
    mine, theirs = about.spoken.concepts[i], about.spoken.concepts[j]
    if about.langs[i] == about.langs[j]:
        return 0.0
    left, right = about.spoken.shares[i], about.spoken.shares[j]
    if max(left if mine - theirs else 0.0, right if theirs - mine else 0.0) >= 0.25:
        return -OTHER_CONCEPT
    return SAME_CONCEPT if mine and mine == theirs and min(left, right) >= 0.25 else 0.0


def average_link(matrix: Matrix, threshold: float) -> tuple[tuple[int, ...], ...]:
    """Merge the two nearest groups until none are near enough; every mean is computed anew."""
    whole = np.rint(matrix * 10_000)
    found = [[k] for k in range(len(matrix))]
    while True:
        best = max(
            ((mean(whole, a, b), -a[0], -b[0]) for n, a in enumerate(found) for b in found[n + 1 :]),
            default=(-np.inf, 0, 0),
        )
        if best[0] < threshold * 10_000:
            return tuple(sorted(tuple(sorted(g)) for g in found))
        one, other = (next(g for g in found if g[0] == -k) for k in best[1:])
        found = sorted([g for g in found if g not in (one, other)] + [sorted(one + other)])


def mean(whole: Matrix, a: Sequence[int], b: Sequence[int]) -> float:
    block = whole[np.ix_(a, b)]
    return -np.inf if (block <= NEVER * 5_000).any() else float(block.sum() / block.size)


def by_part(matrix: Matrix, threshold: float) -> list[tuple[int, ...]]:
    """The same for many rows: part by part, since no group reaches beyond what links join."""
    linked = matrix >= threshold
    np.fill_diagonal(linked, True)
    while not np.array_equal(linked, further := (linked.astype(int) @ linked.astype(int)) > 0):
        linked = further
    parts = sorted({tuple(np.flatnonzero(row).tolist()) for row in linked})
    grouped = [(part, average_link(matrix[np.ix_(part, part)], threshold)) for part in parts]
    return sorted(tuple(part[k] for k in group) for part, found in grouped for group in found)
