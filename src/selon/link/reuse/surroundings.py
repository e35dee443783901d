"""How far two sentences stand out from their surroundings in the two texts that hold them.

Margins after Artetxe and Schwenk, Margin-based parallel corpus mining with multilingual sentence embeddings
(ACL 2019), with the rest of the other text as background: in two reports on one event, all of whose sentences
are alike, none stands out, and what two texts show depends on no third.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from selon.link.reuse.alignment import Seed
from selon.link.reuse.view import View
from selon.nlp import embedder

AROUND = 6
"""Sentences on either side that make the background: enough to know the subject, and few to embed."""
NEIGHBOURS = 4
"""Nearest other sentences whose likeness is the background of a sentence."""
USUAL = 0.82
"""Likeness of unrelated sentences, where there are too few to measure it."""


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
