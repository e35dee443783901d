"""How far two sentences stand out from their surroundings in the two texts that hold them.

Margins after Artetxe and Schwenk, Margin-based parallel corpus mining with multilingual sentence embeddings
(ACL 2019), with the rest of the other text as background: in two reports on one event, all of whose sentences
are alike, none stands out, and what two texts show depends on no third.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from selon.link.reuse.alignment import Seed
from selon.link.reuse.view import View
from selon.nlp import embedder, sif

AROUND = 6
"""Sentences on either side that make the background: enough to know the subject, and few to embed."""
NEIGHBOURS = 4
"""Nearest other sentences whose likeness is the background of a sentence."""
USUAL, ROUGHLY_USUAL = 0.82, 0.15
"""Likeness of unrelated sentences, where there are too few to measure it; the same of rough vectors."""

Embed = Callable[[Sequence[str]], embedder.Vectors]


def margins(a: View, b: View, of: Sequence[Seed], near: Sequence[Seed]) -> list[float]:
    """Return by how many times each pair of sentences in `of` is more alike than its background.

    0 for what stands outside the surroundings of `near`.
    """
    found = _compared(a, b, of, near, embedder.embed, USUAL)
    return [round(2 * alike / around, 4) if around else 0.0 for alike, around in found]


def rough_leads(a: View, b: View, of: Sequence[Seed], near: Sequence[Seed]) -> list[float]:
    """Return by how much each pair is more alike than its background, by rough vectors (`selon.nlp.sif`)."""
    found = _compared(a, b, of, near, sif.embed, ROUGHLY_USUAL)
    return [round(alike - around / 2, 4) for alike, around in found]


def _compared(
    a: View, b: View, of: Sequence[Seed], near: Sequence[Seed], embed: Embed, usual: float
) -> list[tuple[float, float]]:
    """Return the likeness of each pair and the background of both its sentences, added."""
    rows, columns = _window([s.i for s in near], a), _window([s.j for s in near], b)
    likeness = embed(_words(a, rows)) @ embed(_words(b, columns)).T
    ours, theirs = {p: n for n, p in enumerate(rows)}, {p: n for n, p in enumerate(columns)}
    places = [(ours.get(seed.i), theirs.get(seed.j)) for seed in of]
    return [(0.0, 0.0) if x is None or y is None else _place(likeness, x, y, usual) for x, y in places]


def _window(pieces: Sequence[int], view: View) -> list[int]:
    near = {k for p in pieces for k in range(max(0, p - AROUND), min(len(view.pieces), p + AROUND + 1))}
    return sorted(k for k in near if view.pieces[k][0] < view.pieces[k][1])


def _words(view: View, pieces: Sequence[int]) -> list[str]:
    return [view.hull(*view.pieces[k]).of(view.doc.text) for k in pieces]


def _place(likeness: embedder.Vectors, x: int, y: int, usual: float) -> tuple[float, float]:
    around = _background(np.delete(likeness[x], y), usual) + _background(np.delete(likeness[:, y], x), usual)
    return float(likeness[x, y]), around


def _background(others: embedder.Vectors, usual: float) -> float:
    best = np.sort(others)[::-1][:NEIGHBOURS]
    return float(best.sum() + usual * (NEIGHBOURS - len(best))) / NEIGHBOURS
