"""A model written in the format that the engine runs.

ONNX (onnx.ai) is a Protocol Buffers format; the few messages that a graph needs are written here, so that no
package for them and no converted model is needed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Table = npt.NDArray[Any]
Value = str | float | Table
"""What a step is given: the name of a result or an input, a float32, or a table of numbers."""
Setting = float | Sequence[int]

FLOAT, UINT8, INT8, INT64, DOUBLE = 1, 2, 3, 7, 11
"""Numbers by which the format knows the types of tables."""
_TYPES = {"float32": FLOAT, "uint8": UINT8, "int8": INT8, "int64": INT64, "float64": DOUBLE}
_FORMAT, _OPERATORS, _EXTRA = 9, 18, 1
"""Versions of the format, of its standard operators and of the engine's own."""
_OWN = "com.microsoft"
_REAL, _INT, _INTS = 1, 2, 7
"""Types of a setting."""


class Graph:
    """Steps and constants in the order in which they were added."""

    def __init__(self) -> None:
        self._steps: list[bytes] = []
        self._constants: list[bytes] = []

    def step(self, kind: str, *given: Value, domain: str = "", **settings: Setting) -> str:
        """Add one operation; return the name of its result."""
        made = f"r{len(self._steps)}"
        told = [_words(1, g if isinstance(g, str) else self._constant(g)) for g in given]
        told += [_words(2, made), _words(4, kind), _words(7, domain)]
        told += [_bytes(5, _setting(name, value)) for name, value in settings.items()]
        self._steps.append(b"".join(told))
        return made

    def own(self, kind: str, *given: Value, **settings: Setting) -> str:
        """Add one of the engine's own operations; return the name of its result."""
        return self.step(kind, *given, domain=_OWN, **settings)

    def _constant(self, value: float | Table) -> str:
        table = value if isinstance(value, np.ndarray) else np.array(value, dtype=np.float32)
        name = f"c{len(self._constants)}"
        sides = b"".join(_number(1, n) for n in table.shape)
        kind = _number(2, _TYPES[table.dtype.name])
        self._constants.append(sides + kind + _words(8, name) + _bytes(9, table.tobytes()))
        return name

    def model(self, inputs: Mapping[str, tuple[int, Sequence[int | str]]], last: str) -> bytes:
        """Return all of it as one model: `inputs` by type and sides, and the float32 result `last`."""
        graph = b"".join(_bytes(1, step) for step in self._steps) + _words(2, "encoder")
        graph += b"".join(_bytes(5, constant) for constant in self._constants)
        graph += b"".join(_bytes(11, _table(name, *kind)) for name, kind in inputs.items())
        graph += _bytes(12, _words(1, last) + _bytes(2, _bytes(1, _number(1, FLOAT))))
        operators = [("", _OPERATORS), (_OWN, _EXTRA)]
        sets = b"".join(_bytes(8, _words(1, domain) + _number(2, version)) for domain, version in operators)
        return _number(1, _FORMAT) + _bytes(7, graph) + sets


def _setting(name: str, value: Setting) -> bytes:
    if isinstance(value, int):
        return _words(1, name) + _number(3, value) + _number(20, _INT)
    if isinstance(value, float):
        return _words(1, name) + _tag(2, 5) + struct.pack("<f", value) + _number(20, _REAL)
    return _words(1, name) + b"".join(_number(8, n) for n in value) + _number(20, _INTS)


def _table(name: str, kind: int, sides: Iterable[int | str]) -> bytes:
    dims = (_words(2, side) if isinstance(side, str) else _number(1, side) for side in sides)
    tensor = _number(1, kind) + _bytes(2, b"".join(_bytes(1, dim) for dim in dims))
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
    """Return a number in groups of seven bits, the lowest first (Protocol Buffers encoding).

    Of a number below nought it is the 64 bits.
    """
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
