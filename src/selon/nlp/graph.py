"""The encoder as a graph in the ONNX format, written from the weights: what the engine runs.

ONNX (onnx.ai) is a Protocol Buffers format; the few messages that a graph needs are written here, so that no
package for them and no converted model is needed. Layers after Devlin et al. 2019, BERT.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from selon.nlp.weights import Floats, Weights

INPUT = "words"
_OPERATORS, _EXTRA = 18, 1
"""Versions of the standard operators and of the engine's own."""
_OWN = "com.microsoft"
_FLOAT, _INT = 1, 2
"""Types of an attribute; that of a table of numbers is the first too."""


def encoder(weights: Weights) -> bytes:
    """Return the model: input vectors of texts of one length to output vectors, (texts, pieces, hidden)."""
    graph = Graph()
    sizes = weights.sizes
    last = graph.norm("emb.ln", INPUT, weights)
    for layer in range(sizes.layers):
        last = _layer(graph, weights, f"l{layer}", last)
    return graph.model(last, sizes.hidden)


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

    def node(
        self, kind: str, inputs: Iterable[str], outputs: Iterable[str], domain: str = "", **settings: float
    ) -> None:
        """Add one operation."""
        made = b"".join([*(_words(1, i) for i in inputs), *(_words(2, o) for o in outputs), _words(4, kind)])
        made += b"".join(_bytes(5, _setting(name, value)) for name, value in settings.items())
        self._nodes.append(made + _words(7, domain))

    def model(self, last: str, hidden: int) -> bytes:
        """Return all of it as one ONNX model with the result `last`."""
        graph = b"".join(_bytes(1, node) for node in self._nodes) + _words(2, "encoder")
        graph += b"".join(_bytes(5, constant) for constant in self._constants)
        sides: list[int | str] = ["texts", "pieces", hidden]
        graph += _bytes(11, _shape(INPUT, sides)) + _bytes(12, _shape(last, sides))
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
