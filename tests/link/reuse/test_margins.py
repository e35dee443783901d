"""Margins: how far two sentences stand out, on one scale whatever the languages."""

from __future__ import annotations

import numpy as np
import pytest

from selon.link.reuse import margins
from selon.link.reuse.margins import sides, stand_out

SENTENCES = 120
CLOSE = 0.25


def vectors(spread: float, seed: int = 7) -> tuple[np.ndarray, np.ndarray]:
    """Two languages whose sentence n translates sentence n; `spread` is how far sentences lie apart."""
    draw = np.random.default_rng(seed)
    meaning = draw.normal(size=(SENTENCES, 48))
    both = [1 + spread * (meaning + 0.35 * draw.normal(size=meaning.shape)) for _ in range(2)]
    left, right = ((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32) for rows in both)
    return left, right


def found(spread: float) -> set[tuple[int, int]]:
    left, right = vectors(spread)
    return {(x, y) for x, y, margin in stand_out(left, right, sides(left, right)) if margin >= 1.06}


def test_translations_stand_out_and_other_sentences_do_not():
    """Every sentence finds its translation, and hardly any other sentence."""
    pairs = found(0.42)
    right = {(n, n) for n in range(SENTENCES)}
    assert len(right & pairs) > 0.95 * SENTENCES
    assert len(pairs - right) < 0.05 * SENTENCES


def test_languages_whose_vectors_lie_close_together_are_judged_alike(monkeypatch):
    """With less distance between sentences the same translations are found: the run gives the scale."""
    right = {(n, n) for n in range(SENTENCES)}
    assert len(found(CLOSE) & right) > 0.8 * SENTENCES
    monkeypatch.setattr(margins, "WIDEST", 1.0)
    assert len(found(CLOSE) & right) < 0.5 * SENTENCES, "a fixed threshold misses them"


@pytest.mark.parametrize("spread", [0.001, 0.1, 0.42])
def test_only_what_stands_out_is_given(spread):
    """Whatever the vectors, every pair given has at least MARGIN, and the stretch stays in its bounds."""
    left, right = vectors(spread)
    assert all(margin >= margins.MARGIN for _, _, margin in stand_out(left, right, sides(left, right)))
    side = margins.Side(np.zeros(1, dtype=np.float32), 1e-9, 10_000)
    assert margins.stretch(side, side) == margins.WIDEST


def test_a_run_of_few_sentences_does_not_set_the_scale():
    """Ten sentences have no background to measure: the margins are the plain ones."""
    left, right = (rows[:10] for rows in vectors(CLOSE))
    known = left @ right.T
    for x, y, margin in stand_out(left, right, sides(left, right)):
        assert margin <= float(known[x, y]) / 0.75
