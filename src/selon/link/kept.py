"""What an earlier run found out, taken over where nothing that it depends on has changed.

A result is kept under the digest of all that it was made of. A run that needs it again asks by that digest:
it gets the very bytes, or makes them. So what is kept saves work and can change nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from selon.model.identity import digest

Value = TypeVar("Value")
Recall = Callable[[Collection[str]], Mapping[str, bytes]]
"""Asked for what is kept under some keys; answers for those that there are."""

_LETTERS = 8
"""Hex digits that a version goes by."""
_LEVEL = 1
"""Of compression: most of the gain, and little time."""
_SMALL = 1 << 12
"""Bytes of most results: a window of as many loses nothing, and is made ready several times as fast."""

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def nothing(_: Collection[str]) -> Mapping[str, bytes]:
    """Recall nothing: the first run of all."""
    return {}


def _compressed(value: bytes) -> bytes:
    made = zlib.compressobj(_LEVEL, wbits=12, memLevel=5) if len(value) < _SMALL else zlib.compressobj(_LEVEL)
    return made.compress(value) + made.flush()


class Kept:
    """Results of earlier runs by key, and of this one for the next; `used` are the keys asked for.

    What stages of another `version` kept is nobody's.
    """

    def __init__(self, recall: Recall = nothing, version: str = "") -> None:
        self._recall, self._version = recall, digest(version)[:_LETTERS]
        self.used: set[str] = set()
        self.made: dict[str, bytes] = {}

    def each(
        self,
        name: str,
        kind: Any,
        keys: Sequence[str],
        make: Callable[[int], Value],
        sure: Callable[[int], bool] = lambda _: True,
    ) -> list[Value]:
        """Return the result of each of some digests: the one kept as `name`, else what `make` gives for its
        number.

        `kind` is the type of a result, as msgspec reads it. `sure` tells, once a result is made, whether it
        depends on nothing else.
        """
        decode = msgspec.msgpack.Decoder(kind).decode
        known = self.found(name, keys)
        out: list[Value] = []
        for n, key in enumerate(keys):
            packed = known.get(key)
            if packed is None:
                value = make(n)
                if sure(n):
                    self.keep(name, key, _encode(value))
            else:
                value = decode(packed)
            out.append(value)
        return out

    def found(self, name: str, keys: Collection[str]) -> dict[str, bytes]:
        """Return what is kept as `name` under some digests; they are kept on."""
        full = {self._full(name, key): key for key in keys}
        self.used |= full.keys()
        old = self._recall([one for one in full if one not in self.made])
        every = {**old, **{one: self.made[one] for one in full if one in self.made}}
        return {full[one]: zlib.decompress(packed) for one, packed in every.items()}

    def keep(self, name: str, key: str, value: bytes) -> None:
        """Keep one result for the next run."""
        full = self._full(name, key)
        self.used.add(full)
        self.made[full] = _compressed(value)

    def _full(self, name: str, key: str) -> str:
        return f"{name} {self._version} {key}"
