"""The encoder as a graph in the ONNX format, written from the weights: what the engine runs.

ONNX (onnx.ai) is a Protocol Buffers format; the few messages that a graph needs are written here, so that no
package for them and no converted model is needed. Layers after Devlin et al. 2019, BERT.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from selon.nlp.weights import Floats, Weights

INPUT, SHARES = "words", "shares"
MEAN, SHARED = "mean", "shared"
_OPERATORS, _EXTRA = 18, 1
"""Versions of the standard operators and of the engine's own."""
_OWN = "com.microsoft"
_FLOAT, _INT, _LONG = 1, 2, 7
"""Types of an attribute that is a float or an integer, and of a tensor of 64-bit integers."""


def encoder(weights: Weights) -> bytes:
    """Return the model: input vectors of one text, shape (1, pieces, hidden), and the share of each piece,
    (1, pieces, 1), to the mean of the last layer and its sum by shares, (1, hidden) each."""
    graph = Graph()
    sizes = weights.sizes
    last = graph.norm("emb.ln", INPUT, weights)
    for layer in range(sizes.layers):
        last = _layer(graph, weights, f"l{layer}", last)
    graph.number("axis", 1)
    graph.node("ReduceMean", [last, "axis"], [MEAN], keepdims=0)
    graph.node("Mul", [last, SHARES], ["weighed"])
    graph.node("ReduceSum", ["weighed", "axis"], [SHARED], keepdims=0)
    return graph.model(sizes.hidden)


def _layer(graph: Graph, weights: Weights, name: str, given: str) -> str:
    """Add one layer (attention, then the inner layer, each added to what came in) and return its output."""
    sizes = weights.sizes
    wide, inner = sizes.hidden, sizes.inner
    parts = [graph.dense(f"{name}.{part}", given, weights, wide, wide) for part in "qkv"]
    graph.node("MultiHeadAttention", parts, [f"{name}.seen"], _OWN, num_heads=sizes.heads)
    seen = graph.dense(f"{name}.ao", f"{name}.seen", weights, wide, wide)
    told = graph.norm(f"{name}.aln", given, weights, seen)
    graph.node("Gelu", [graph.dense(f"{name}.fi", told, weights, inner, wide)], [f"{name}.bent"], _OWN)
    found = graph.dense(f"{name}.fo", f"{name}.bent", weights, wide, inner)
    return graph.norm(f"{name}.oln", told, weights, found)


class Graph:
    """Nodes and constants in the order in which they were added."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def dense(self, name: str, given: str, weights: Weights, rows: int, columns: int) -> str:
        """Add `given` times a matrix plus a bias; return the name of the result."""
        self.constant(f"{name}.w", weights.matrix(f"{name}.w", rows, columns).T)
        self.constant(f"{name}.b", weights.plain(f"{name}.b", rows))
        self.node("MatMul", [given, f"{name}.w"], [f"{name}.times"])
        self.node("Add", [f"{name}.times", f"{name}.b"], [name])
        return name

    def norm(self, name: str, given: str, weights: Weights, plus: str = "") -> str:
        """Add the normalised sum of `given` and `plus` (Ba et al. 2016); return the name of the result."""
        wide = weights.sizes.hidden
        for part in "wb":
            self.constant(f"{name}.{part}", weights.plain(f"{name}.{part}", wide))
        scale = [f"{name}.w", f"{name}.b"]
        if plus:
            inputs = [given, plus, *scale]
            self.node("SkipLayerNormalization", inputs, [name], _OWN, epsilon=weights.sizes.epsilon)
        else:
            self.node("LayerNormalization", [given, *scale], [name], epsilon=weights.sizes.epsilon)
        return name

    def constant(self, name: str, values: Floats) -> None:
        """Add a table of numbers."""
        shape = b"".join(_number(1, n) for n in values.shape)
        self._constants.append(
            shape + _number(2, _FLOAT) + _words(8, name) + _bytes(9, values.astype("<f4").tobytes())
        )

    def number(self, name: str, value: int) -> None:
        """Add a row of one integer."""
        raw = _bytes(9, struct.pack("<q", value))
        self._constants.append(_number(1, 1) + _number(2, _LONG) + _words(8, name) + raw)

    def node(
        self, kind: str, inputs: Iterable[str], outputs: Iterable[str], domain: str = "", **settings: float
    ) -> None:
        """Add one operation."""
        made = b"".join([*(_words(1, i) for i in inputs), *(_words(2, o) for o in outputs), _words(4, kind)])
        made += b"".join(_bytes(5, _setting(name, value)) for name, value in settings.items())
        self._nodes.append(made + _words(7, domain))

    def model(self, hidden: int) -> bytes:
        """Return all of it as one ONNX model."""
        graph = b"".join(_bytes(1, node) for node in self._nodes) + _words(2, "encoder")
        graph += b"".join(_bytes(5, constant) for constant in self._constants)
        graph += _bytes(11, _shape(INPUT, [1, "pieces", hidden])) + _bytes(
            11, _shape(SHARES, [1, "pieces", 1])
        )
        graph += b"".join(_bytes(12, _shape(name, [1, hidden])) for name in (MEAN, SHARED))
        operators = [("", _OPERATORS), (_OWN, _EXTRA)]
        sets = b"".join(_bytes(8, _words(1, domain) + _number(2, version)) for domain, version in operators)
        return _number(1, 9) + _bytes(7, graph) + sets


def _setting(name: str, value: float) -> bytes:
    if isinstance(value, int):
        return _words(1, name) + _number(3, value) + _number(20, _INT)
    return _words(1, name) + _tag(2, 5) + struct.pack("<f", value) + _number(20, _FLOAT)


def _shape(name: str, sides: Iterable[int | str]) -> bytes:
    dims = (_words(2, side) if isinstance(side, str) else _number(1, side) for side in sides)
    tensor = _number(1, _FLOAT) + _bytes(2, b"".join(_bytes(1, dim) for dim in dims))
    return _words(1, name) + _bytes(2, _bytes(1, tensor))


def _words(field: int, words: str) -> bytes:
    return _bytes(field, words.encode())


def _bytes(field: int, held: bytes) -> bytes:
    return _tag(field, 2) + _varint(len(held)) + held


def _number(field: int, value: int) -> bytes:
    return _tag(field, 0) + _varint(value)


def _tag(field: int, kind: int) -> bytes:
    return _varint(field << 3 | kind)


def _varint(value: int) -> bytes:
    """Return a number in groups of seven bits, the lowest first (Protocol Buffers encoding)."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
