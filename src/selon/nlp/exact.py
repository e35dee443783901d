"""The steps between matrix products, so written that every processor comes to the same bits.

One addition, multiplication, division or root has one right result (IEEE 754). What differs between
processors is the order of long sums, and how `exp` and `erf` are approximated. So sums are taken over numbers
on a coarse grid, where they are exact in any order, and the two functions are powers: products alone.
"""

from __future__ import annotations

import math

import numpy as np

from selon.nlp.graph import DOUBLE, FLOAT, Graph
from selon.nlp.weights import Floats

_STATE = 12
"""Bits after the point of what is normalised: sums are exact up to 4,096."""
_SHARE, _TERM = 12, 14
"""Bits after the point of a share of attention, and of the terms from which shares are made (up to 1,024)."""
_HALVES = 5
"""How often the power behind `exp` is squared."""
_BEND, _SLOPE, _CURVE = 0.920582, 0.103646, 0.022711
"""t (a - b t - c t²)^8 is t times the normal tail above t, to .0024: least squares by exp(-t²/8) + .02."""


def rounded(graph: Graph, given: str, bits: int) -> str:
    """Round to multiples of 2^-bits: adding so large a number leaves no room for what is smaller."""
    large = 1.5 * 2.0 ** (23 - bits)
    return graph.step("Sub", graph.step("Add", given, large), large)


def normed(graph: Graph, given: str, scale: Floats, shift: Floats, epsilon: float) -> str:
    """Normalise each row (Ba et al. 2016), then scale and shift its columns.

    Rows hold multiples of 2^-12, and so does the mean that is taken off; squares are summed in double
    precision, which holds them whole.
    """
    wide, across = len(scale), np.array([1])
    given = rounded(graph, given, _STATE)
    mean = graph.step("Mul", graph.step("ReduceSum", given, across), 1 / wide)
    off = graph.step("Sub", given, rounded(graph, mean, _STATE))
    exactly = graph.step("Cast", off, to=DOUBLE)
    squares = graph.step("ReduceSum", graph.step("Mul", exactly, exactly), across)
    spread = graph.step("Add", graph.step("Mul", squares, np.array(1 / wide)), np.array(epsilon))
    factor = graph.step("Div", np.array(1.0), graph.step("Sqrt", spread))
    unit = graph.step("Mul", off, graph.step("Cast", factor, to=FLOAT))
    return graph.step("Add", graph.step("Mul", unit, scale), shift)


def shares(graph: Graph, given: str) -> str:
    """Turn rows of scores, times `SCORE`, into shares that add up to one (softmax), in multiples of 2^-12.

    With y = x / 32 is e^x nearly (1 + y + y²/2)^32, to .004 of it at x = -3; that in turn is
    ((y + 1) / √2)² + 1/2, to that power.
    """
    across = np.array([3])
    most = graph.step("ReduceMax", given, across)
    root = graph.step("Relu", graph.step("Sub", given, graph.step("Add", most, -math.sqrt(0.5))))
    term = graph.step("Add", graph.step("Mul", root, root), 0.5)
    for _ in range(_HALVES):
        term = graph.step("Mul", term, term)
    term = rounded(graph, term, _TERM)
    return rounded(graph, graph.step("Div", term, graph.step("ReduceSum", term, across)), _SHARE)


SCORE = 2.0**-_HALVES * math.sqrt(0.5)
"""What `shares` wants scores multiplied by."""


def bent(graph: Graph, given: str) -> str:
    """Multiply each number by the part of the normal distribution below it (GELU, Hendrycks and Gimpel 2016).

    That is the number, or nought if it is lower, less t times the tail above t, its size.
    """
    size = graph.step("Abs", given)
    inner = graph.step("Add", graph.step("Mul", size, _CURVE), _SLOPE)
    tail = graph.step("Relu", graph.step("Sub", _BEND, graph.step("Mul", size, inner)))
    for _ in range(3):
        tail = graph.step("Mul", tail, tail)
    return graph.step("Sub", graph.step("Relu", given), graph.step("Mul", tail, size))


LOWEST = 0.1725
"""No result of `bent` is further below nought."""
