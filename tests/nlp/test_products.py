"""Products in whole numbers are right, however weights are stored, and loud channels cost others little."""

import numpy as np
import onnxruntime
import pytest

from selon.nlp.graph import FLOAT, Graph
from selon.nlp.products import (
    BYTES,
    PARTS,
    lossless,
    loud,
    parted,
    probe,
    probed,
    raised,
    times,
    whole,
)
from selon.nlp.weights import Weights, bundled

RANDOM = np.random.default_rng(3)
MATRIX = RANDOM.normal(size=(64, 48)).astype(np.float32)
LOUD = np.array([3, 40])


def product(turn, given, signed):
    """Multiply rows, turned into whole numbers, by MATRIX."""
    graph = Graph()
    made = times(graph, turn(graph, "x"), MATRIX, signed)
    session = onnxruntime.InferenceSession(graph.model({"x": (FLOAT, ["n", 64])}, made))
    return session.run(None, {"x": given.astype(np.float32)})[0]


def off(found, given):
    """The usual size of an error, in that of the product."""
    right = given @ MATRIX
    return float(np.sqrt(((found - right) ** 2).mean() / (right**2).mean()))


def signed_is_right():
    """Whether this processor adds signed products without loss."""
    session = onnxruntime.InferenceSession(probe())
    return lossless(session.run(None, {BYTES: probed()})[0])


@pytest.mark.parametrize("turn", [whole, lambda g, x: parted(g, x, 64, LOUD)])
def test_products_are_near_whatever_the_size_of_a_row(turn):
    """Rows of very different size are each right to a hundredth."""
    given = RANDOM.normal(size=(9, 64)) * 10.0 ** np.arange(-4, 5)[:, None]
    found = product(turn, given, signed=False)
    assert max(off(f[None], g[None]) for f, g in zip(found, given, strict=True)) < 0.02


def test_the_largest_numbers_are_added_without_loss():
    """Stored above 128 products are whole on any processor; signed, where the probe says so."""
    given = np.where(RANDOM.random((9, 64)) < 0.5, 1.0, -1.0)
    for signed in (False, True) if signed_is_right() else (False,):
        found = product(whole, given, signed)
        step = abs(MATRIX).max(axis=0) / 127
        assert np.allclose(found, given @ (np.rint(MATRIX / step) * step), rtol=1e-5, atol=1e-5)


def test_storage_changes_no_bit():
    """Signed weights and those above 128 give the same bits, where signed ones are added without loss."""
    if not signed_is_right():
        pytest.skip("this processor has no dot products of bytes")
    given = RANDOM.normal(size=(9, 64))
    for turn in (whole, raised, lambda g, x: parted(g, x, 64, LOUD)):
        assert np.array_equal(product(turn, abs(given), True), product(turn, abs(given), False))


def test_loss_is_seen():
    """A sum that is one short is no right sum."""
    right = np.full((8, 64), 255.0 * 127 * 64)
    assert lossless(right)
    right[3, 5] = 32767.0
    assert not lossless(right)


def test_loud_channels_in_parts_leave_finer_steps_to_the_others():
    """With two channels twenty times as loud, steps are as much finer as there are parts."""
    given = RANDOM.normal(size=(200, 64))
    given[:, LOUD] *= 20
    steps = []
    for turn in (whole, lambda g, x: parted(g, x, 64, LOUD)):
        graph = Graph()
        session = onnxruntime.InferenceSession(graph.model({"x": (FLOAT, ["n", 64])}, turn(graph, "x").step))
        steps.append(session.run(None, {"x": given.astype(np.float32)})[0].mean())
    assert steps[1] < 1.2 * steps[0] / PARTS


def test_what_is_hardly_below_nought_has_finer_steps():
    """Rows that begin at nought use the steps that `whole` keeps for what is below it."""
    given = abs(RANDOM.normal(size=(50, 64)))
    assert off(product(raised, given, False), given) < 0.8 * off(product(whole, given, False), given)


def test_loud_channels_are_found_in_the_weights():
    """The channels named are half as loud again as the usual one, and none that is left out is louder."""
    weights = Weights(bundled())
    found = loud(weights)
    sizes = np.mean([abs(weights.plain(f"l{n}.aln.{p}", 384)) for n in range(12) for p in "wb"], axis=0)
    assert len(set(found.tolist())) == len(found) == 8
    assert sizes[found].min() > 1.5 * np.median(sizes)
    assert sizes[found].min() >= np.delete(sizes, found).max()
