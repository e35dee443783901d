"""Rewording inside one language: sentences that say the same in other words, by words and by vectors.

Shared words propose, sentence vectors decide. Margins after Artetxe and Schwenk, Margin-based parallel corpus
mining with multilingual sentence embeddings (ACL 2019); the background of a sentence is the rest of the other
text, so that two reports on one event, all of whose sentences are alike, show no sentence that stands out, and
what two texts show depends on no third.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from selon.link.alignment import Chain, Range, Seed, chains, seeds
from selon.link.view import View
from selon.link.weights import Weigh
from selon.nlp import embedder

SHARE = 0.2
"""Weighted share of words that two sentences must have in common to be looked at."""
HINT = 10.0
"""Shared weight (times closeness) outside quotations of a run of sentences that is worth embedding."""
AROUND = 12
"""Sentences on either side that make the background: enough to know the subject, in any length of text."""
NEIGHBOURS = 4
"""Nearest other sentences whose likeness is the background of a sentence."""
USUAL = 0.82
"""Likeness of unrelated sentences, where there are too few to measure it."""
MARGIN = 1.04
"""What sentences of two texts on one subject reach without a common model."""
SEVERAL = 0.09
"""Margin above MARGIN, summed over a run of two or more sentences, that shows a common model."""
ALONE = 1.08
"""Margin that one sentence alone needs, with ALONE_SHARE and ALONE_WEIGHT of its words in common."""
ALONE_SHARE = 0.4
ALONE_WEIGHT = 25.0
SCALE = 400.0
"""Turns a margin of one tenth into the weight of some seven rare words, so that one chaining serves all."""


def reworded(a: View, b: View, weigh: Weigh, taken: Sequence[tuple[Range, Range]]) -> list[Chain]:
    """Return the runs of sentences of `a` that `b` gives in other words, outside `taken` (ranges of pieces)."""
    weak = [s for s in seeds(a, b, weigh, SHARE) if not _covered(s, taken)]
    hints = [c for c in chains(weak, a, b) if strength(c) >= HINT]
    if not hints:
        return []
    found = margins(a, b, weak, [s for c in hints for s in c])
    telling = [_seed(s, m) for s, m in zip(weak, found, strict=True) if m > MARGIN]
    known = {(s.i, s.j): s for s in weak}
    runs = [tuple(known[s.i, s.j] for s in chain) for chain in chains(telling, a, b)]
    excess = {(s.i, s.j): (m - MARGIN) * _said(s) for s, m in zip(weak, found, strict=True)}
    return [run for run in runs if _holds(run, [excess[s.i, s.j] for s in run])]


def strength(chain: Iterable[Seed]) -> float:
    """Return the shared weight outside quotations of a run, times closeness."""
    return sum(s.free * s.dice for s in chain)


def _covered(seed: Seed, taken: Sequence[tuple[Range, Range]]) -> bool:
    return any(x[0] <= seed.i <= x[1] or y[0] <= seed.j <= y[1] for x, y in taken)


def _said(seed: Seed) -> float:
    """Return the share of the common words that stands outside quotations."""
    return seed.free / seed.common if seed.common else 0.0


def _seed(seed: Seed, margin: float) -> Seed:
    weight = SCALE * (margin - MARGIN)
    return Seed(seed.i, seed.j, 1.0, weight, weight * _said(seed))


def _holds(run: Chain, excess: Sequence[float]) -> bool:
    sentences = min(len({s.i for s in run}), len({s.j for s in run}))
    if sentences > 1:
        return sum(excess) >= SEVERAL and strength(run) >= HINT
    best = max(run, key=lambda s: (s.free * s.dice, s))
    alone = sum(excess) >= ALONE - MARGIN
    return alone and best.dice >= ALONE_SHARE and best.free >= ALONE_WEIGHT


def margins(a: View, b: View, of: Sequence[Seed], near: Sequence[Seed]) -> list[float]:
    """Return by how much each pair of sentences in `of` stands out; 0 outside the surroundings of `near`."""
    rows, columns = _window([s.i for s in near], a), _window([s.j for s in near], b)
    likeness = _vectors(a, rows) @ _vectors(b, columns).T
    ours, theirs = {p: n for n, p in enumerate(rows)}, {p: n for n, p in enumerate(columns)}
    out = []
    for seed in of:
        x, y = ours.get(seed.i), theirs.get(seed.j)
        out.append(0.0 if x is None or y is None else _margin(likeness, x, y))
    return out


def _window(pieces: Sequence[int], view: View) -> list[int]:
    near = {k for p in pieces for k in range(max(0, p - AROUND), min(len(view.pieces), p + AROUND + 1))}
    return sorted(k for k in near if view.pieces[k][0] < view.pieces[k][1])


def _vectors(view: View, pieces: Sequence[int]) -> embedder.Vectors:
    return embedder.embed([view.hull(*view.pieces[k]).of(view.doc.text) for k in pieces])


def _margin(likeness: embedder.Vectors, x: int, y: int) -> float:
    around = _background(np.delete(likeness[x], y)) + _background(np.delete(likeness[:, y], x))
    return round(float(2 * likeness[x, y] / around), 4)


def _background(others: embedder.Vectors) -> float:
    best = np.sort(others)[::-1][:NEIGHBOURS]
    return float(best.sum() + USUAL * (NEIGHBOURS - len(best))) / NEIGHBOURS
