"""How far two sentences stand out from their surroundings in the two texts that hold them.

Margins after Artetxe and Schwenk, Margin-based parallel corpus mining with multilingual sentence embeddings
(ACL 2019), with the rest of the other text as background: in two reports on one event, all of whose sentences
are alike, none stands out, and what two texts show depends on no third.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from selon.link.reuse.alignment import Seed
from selon.link.reuse.view import View
from selon.nlp import embedder, sif

AROUND = 6
"""Sentences on either side that make the background: enough to know the subject, and few to embed."""
NEIGHBOURS = 4
"""Nearest other sentences whose likeness is the background of a sentence."""
USUAL, ROUGHLY_USUAL = 0.82, 0.15
"""Likeness of unrelated sentences, where there are too few to measure it; the same of rough vectors."""

Rows = npt.NDArray[np.intp]
Embed = Callable[[Sequence[str]], embedder.Vectors]


def margins(a: View, b: View, of: Sequence[Seed], near: Sequence[Seed]) -> list[float]:
    """Return by how many times each pair of sentences in `of` is more alike than its background.

    0 for what stands outside the surroundings of `near`.
    """
    found = _compared(a, b, of, near, embedder.embed, USUAL)
    return [round(2 * alike / around, 4) if around else 0.0 for alike, around in found]


def asked(a: View, b: View, near: Sequence[Seed]) -> list[str]:
    """Return the sentences whose vectors `margins` compares."""
    return [*_words(a, _window([s.i for s in near], a)), *_words(b, _window([s.j for s in near], b))]


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
    inside = [n for n, seed in enumerate(of) if seed.i in ours and seed.j in theirs]
    x = np.array([ours[of[n].i] for n in inside], dtype=np.intp)
    y = np.array([theirs[of[n].j] for n in inside], dtype=np.intp)
    alike = likeness[x, y]
    around = _background(likeness, x, alike, usual) + _background(likeness.T, y, alike, usual)
    found = [(0.0, 0.0)] * len(of)
    for n, at in enumerate(inside):
        found[at] = float(alike[n]), float(around[n])
    return found


def _window(pieces: Sequence[int], view: View) -> list[int]:
    near = {k for p in pieces for k in range(max(0, p - AROUND), min(len(view.pieces), p + AROUND + 1))}
    return sorted(k for k in near if view.pieces[k][0] < view.pieces[k][1])


def _words(view: View, pieces: Sequence[int]) -> list[str]:
    return [view.sentences[k] for k in pieces]


def _background(
    likeness: embedder.Vectors, rows: Rows, alike: embedder.Vectors, usual: float
) -> npt.NDArray[np.float64]:
    """Return the mean of the NEIGHBOURS likest others in each of `rows`, its own pair `alike` left out."""
    best = -np.sort(-likeness, axis=1)[rows, : NEIGHBOURS + 1]
    own = best == alike[:, None]
    out = np.where(own.any(axis=1), own.argmax(axis=1), best.shape[1] - 1)
    left = best[np.arange(best.shape[1]) != out[:, None]].reshape(len(rows), best.shape[1] - 1)
    missing = usual * (NEIGHBOURS - left.shape[1])
    mean: npt.NDArray[np.float64] = (left.sum(axis=1) + np.float32(missing)).astype(np.float64) / NEIGHBOURS
    return mean
