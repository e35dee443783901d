"""The layers of multilingual-e5-small as a graph for the engine: BERT (Devlin et al. 2019) in whole numbers.

Products with weights add whole numbers, and the steps between are the same everywhere (`selon.nlp.exact`), so
that every processor and every batch gives the same bits (ADR 14).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from selon.nlp.exact import SCORE, bent, normed, rounded, shares
from selon.nlp.graph import FLOAT, INT64, Graph
from selon.nlp.products import Rows, loud, parted, raised, times, whole
from selon.nlp.weights import Weights

WORDS, SIDES = "words", "sides"
"""The inputs: vectors of the pieces of texts of one length, (texts * pieces, hidden), and four numbers:
texts, pieces, heads, and the width of a head."""
_SEEN, _TOLD = 7, 8
"""Bits after the point of what attention compares and of what it passes on: exact up to 1,024 and to 16."""


def encoder(weights: Weights, signed: bool) -> bytes:
    """Return the model: `WORDS` and `SIDES` to output vectors, as many rows as came in.

    `signed` tells how weights are stored (`selon.nlp.products.times`); it changes no bit of the result.
    """
    layers = Layers(Graph(), weights, signed)
    last = layers.norm("emb.ln", WORDS)
    for layer in range(weights.sizes.layers):
        last = layers.layer(f"l{layer}", last)
    inputs: dict[str, tuple[int, list[int | str]]] = {
        WORDS: (FLOAT, ["rows", weights.sizes.hidden]),
        SIDES: (INT64, [4]),
    }
    return layers.graph.model(inputs, last)


@dataclass(frozen=True)
class Layers:
    """The graph that is written, and what it is written from."""

    graph: Graph
    weights: Weights
    signed: bool

    def layer(self, name: str, given: str) -> str:
        """Add attention, then the inner layer, each added to what came in; return the output."""
        graph, sizes = self.graph, self.weights.sizes
        wide, inner = sizes.hidden, sizes.inner
        seen = self.dense(f"{name}.ao", whole(graph, self.attention(name, given)), wide, wide)
        told = self.norm(f"{name}.aln", graph.step("Add", given, seen))
        found = bent(graph, self.dense(f"{name}.fi", self._parted(told), inner, wide))
        found = self.dense(f"{name}.fo", raised(graph, found), wide, inner)
        return self.norm(f"{name}.oln", graph.step("Add", told, found))

    def attention(self, name: str, given: str) -> str:
        """Add what the pieces of a text take from each other, by several heads (Vaswani et al. 2017)."""
        graph, sizes = self.graph, self.weights.sizes
        rows = self._parted(given)
        asks, keys = (self._heads(f"{name}.{part}", rows, _SEEN) for part in "qk")
        scale = SCORE / math.sqrt(sizes.hidden / sizes.heads)
        counted = shares(graph, graph.own("FusedMatMul", asks, keys, transB=1, alpha=scale))
        taken = graph.step("MatMul", counted, self._heads(f"{name}.v", rows, _TOLD))
        return graph.step("Reshape", _turned(graph, taken), np.array([-1, sizes.hidden]))

    def dense(self, name: str, rows: Rows, columns: int, wide: int) -> str:
        """Add rows times a matrix plus a bias; return the name of the result."""
        matrix = self.weights.matrix(f"{name}.w", columns, wide).T
        product = times(self.graph, rows, matrix, self.signed)
        return self.graph.step("Add", product, self.weights.plain(f"{name}.b", columns))

    def norm(self, name: str, given: str) -> str:
        """Add the normalised rows of `given`; return the name of the result."""
        scale, shift = (self.weights.plain(f"{name}.{part}", self.weights.sizes.hidden) for part in "wb")
        return normed(self.graph, given, scale, shift, self.weights.sizes.epsilon)

    def _parted(self, given: str) -> Rows:
        return parted(self.graph, given, self.weights.sizes.hidden, loud(self.weights))

    def _heads(self, name: str, rows: Rows, bits: int) -> str:
        """Add a product, cut into heads: (texts, heads, pieces, width of a head)."""
        wide = self.weights.sizes.hidden
        made = rounded(self.graph, self.dense(name, rows, wide, wide), bits)
        return _turned(self.graph, self.graph.step("Reshape", made, SIDES))


def _turned(graph: Graph, given: str) -> str:
    return graph.step("Transpose", given, perm=[0, 2, 1, 3])
