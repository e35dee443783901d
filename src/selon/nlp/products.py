"""Matrix products in whole numbers of 8 bits, which come out the same on every processor.

Each row of what is multiplied has a step of its own, each column of weights too (Dettmers et al. 2022,
LLM.int8()). A few channels of this model are many times as loud as the others and would make all steps
coarse: they are divided by `PARTS` and counted as often (outlier channel splitting, Zhao et al. 2019), which
changes no weight.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from selon.nlp.exact import LOWEST
from selon.nlp.graph import UINT8, Graph
from selon.nlp.weights import Floats, Weights

Channels = npt.NDArray[np.int64]

LOUD, PARTS = 8, 4
"""How many channels are split, and in how many parts."""
_NONE: Channels = np.zeros(0, dtype=np.int64)
_MIDDLE, _LOW, _TOP = 128, 24, 255
"""The byte that means nought: in the middle, or low where hardly anything is less; and the largest."""
_STEPS = 127
"""The largest whole number of a weight; the least is as far below nought."""
_LEAST = 1e-9
"""The least step."""
_ACROSS = np.array([1])
BYTES, _WIDE, _ROWS = "bytes", 64, 8
"""The input of the probe, its width, and its rows."""


@dataclass(frozen=True)
class Rows:
    """Rows in whole numbers: bytes, the step of each row, the byte that means nought, what is in parts."""

    bytes: str
    step: str
    nought: int
    split: Channels


def loud(weights: Weights) -> Channels:
    """Return the channels that the norms before the inner layers make loudest, on the average of layers."""
    wide, layers = weights.sizes.hidden, range(weights.sizes.layers)
    sizes = [abs(weights.plain(f"l{layer}.aln.{part}", wide)) for layer in layers for part in "wb"]
    return np.sort(np.argsort(-np.mean(sizes, axis=0), kind="stable")[:LOUD])


def whole(graph: Graph, given: str) -> Rows:
    """Turn rows into whole numbers, the largest of each at 127 above or below nought."""
    most, least = (graph.step(kind, given, _ACROSS) for kind in ("ReduceMax", "ReduceMin"))
    size = graph.step("Max", most, graph.step("Neg", least))
    step = graph.step("Max", graph.step("Mul", size, 1 / _STEPS), _LEAST)
    return Rows(_counted(graph, given, step, _MIDDLE), step, _MIDDLE, _NONE)


def parted(graph: Graph, given: str, wide: int, split: Channels) -> Rows:
    """Turn rows into whole numbers, the channels of `split` divided first; their other parts come last."""
    factors = np.ones(wide, dtype=np.float32)
    factors[split] = 1 / PARTS
    rows = whole(graph, graph.step("Mul", given, factors))
    parts = graph.step("Gather", rows.bytes, np.repeat(split, PARTS - 1), axis=1)
    return Rows(graph.step("Concat", rows.bytes, parts, axis=1), rows.step, rows.nought, split)


def raised(graph: Graph, given: str) -> Rows:
    """Turn rows of what `bent` gives into whole numbers: nearly all steps lie above nought."""
    most = graph.step("ReduceMax", given, _ACROSS)
    step = graph.step("Max", graph.step("Mul", most, 1 / (_TOP - _LOW)), LOWEST / _LOW)
    return Rows(_counted(graph, given, step, _LOW), step, _LOW, _NONE)


def _counted(graph: Graph, given: str, step: str, nought: int) -> str:
    flat = graph.step("Reshape", step, np.array([-1]))
    middles = graph.step("Expand", np.array([nought], dtype=np.uint8), graph.step("Shape", flat))
    return graph.step("QuantizeLinear", given, flat, middles, axis=0)


def times(graph: Graph, rows: Rows, matrix: Floats, signed: bool) -> str:
    """Multiply rows by the columns of `matrix`, (wide, columns); the result is float32.

    Weights are stored `signed` where the engine adds such products without loss, else above 128.
    """
    step = np.maximum(abs(matrix).max(axis=0), _LEAST) / _STEPS
    counts = np.rint(matrix / step).astype(np.int16)
    counts = np.concatenate([counts, counts[np.repeat(rows.split, PARTS - 1)]])
    kind, middle = (np.int8, 0) if signed else (np.uint8, _MIDDLE)
    noughts = np.array(rows.nought, dtype=np.uint8), np.full(len(step), middle, dtype=kind)
    one, steps = np.array(1, dtype=np.float32), step.astype(np.float32)
    product = graph.own(
        "MatMulIntegerToFloat", rows.bytes, (counts + middle).astype(kind), one, steps, *noughts
    )
    return graph.step("Mul", product, rows.step)


def probe() -> bytes:
    """Return a model that multiplies a row of bytes, `BYTES`, by the largest weights, stored signed.

    Processors without dot products of bytes (AVX-512 VNNI, AVX-VNNI) add two such products in 16 bits, which
    are too few; stored above 128 they are widened first, which takes longer and loses nothing.
    """
    graph = Graph()
    largest, noughts = np.full((_WIDE, _WIDE), _STEPS, dtype=np.int8), np.zeros(_WIDE, dtype=np.int8)
    one, steps = np.array(1, dtype=np.float32), np.ones(_WIDE, dtype=np.float32)
    made = graph.own("MatMulIntegerToFloat", BYTES, largest, one, steps, np.array(0, dtype=np.uint8), noughts)
    return graph.model({BYTES: (UINT8, ["rows", _WIDE])}, made)


def probed() -> npt.NDArray[np.uint8]:
    """Return the rows that the probe is to multiply: the largest bytes."""
    return np.full((_ROWS, _WIDE), _TOP, dtype=np.uint8)


def lossless(found: Floats) -> bool:
    """Whether what the probe made of these rows is right."""
    return bool((found == _TOP * _STEPS * _WIDE).all())
