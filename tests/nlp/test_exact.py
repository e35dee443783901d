"""Steps between products come out the same everywhere, and near what they stand for."""

import numpy as np
import onnxruntime

from selon.nlp.exact import LOWEST, SCORE, bent, normed, rounded, shares
from selon.nlp.graph import FLOAT, Graph
from tests.nlp.plain import below, softmax

RANDOM = np.random.default_rng(5)


def ran(build, given, sides):
    """Write a graph of one step, run it, and return what it gives."""
    graph = Graph()
    session = onnxruntime.InferenceSession(graph.model({"x": (FLOAT, sides)}, build(graph, "x")))
    return session.run(None, {"x": given.astype(np.float32)})[0]


def test_rounding_goes_to_the_grid():
    """What is rounded to 7 bits is the nearest multiple of 1/128."""
    given = RANDOM.normal(size=(4, 9)) * 50
    found = ran(lambda g, x: rounded(g, x, 7), given, ["n", 9])
    assert np.array_equal(found, np.rint(given.astype(np.float32) * 128) / 128)


def test_gelu_is_near():
    """The power is off by .0025 at most, at any number; nothing is further below nought than is said."""
    given = np.linspace(-40, 40, 8001)[None]
    found = ran(bent, given, [1, "n"])
    right = given * np.vectorize(below)(given)
    assert abs(found - right).max() < 0.0025
    assert found.min() > -LOWEST
    assert abs(found - right)[abs(given) > 6].max() < 1e-5


def test_shares_are_near_those_of_softmax():
    """They lie on the grid, are off by .003 at most, and what scores far lower gets nothing."""
    scores = RANDOM.normal(size=(2, 3, 5, 40)) * 3
    scores[..., 7] = -90
    found = ran(lambda g, x: shares(g, x), scores * SCORE, ["a", "b", "c", "d"])
    assert np.array_equal(found, np.rint(found * 4096) / 4096)
    assert abs(found - softmax(scores)).max() < 0.003
    assert not found[..., 7].any()


def test_norms_are_near_though_one_channel_is_loud():
    """Rows with one number of 300 are normalised as in double precision, to .0001."""
    given = RANDOM.normal(size=(6, 384)) * 0.6
    given[:, 15] = 300
    found = ran(lambda g, x: normed(g, x, *np.ones((2, 384), dtype=np.float32), 1e-12), given, ["n", 384])
    off = given - given.mean(axis=1, keepdims=True)
    assert abs(found - 1 - off / off.std(axis=1, keepdims=True)).max() < 1e-4


def test_order_changes_no_sum():
    """Channels in another order give the same bits: sums on the grid are exact."""
    given, order = RANDOM.normal(size=(6, 384)) * 3, RANDOM.permutation(384)
    ones = np.ones((2, 384), dtype=np.float32)
    both = [
        ran(lambda g, x: normed(g, x, *ones, 1e-12), rows, ["n", 384]) for rows in (given, given[:, order])
    ]
    assert np.array_equal(both[0][:, order], both[1])
