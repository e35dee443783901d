"""Where models keep what they computed, by digest; safe for several processes at once.

Vectors stand in segments: files that are written once, whole or not at all, and mapped, so that opening a
large cache reads its digests only. Small segments are merged into larger ones, as in a log-structured merge
tree (O'Neil et al. 1996); a process that still maps a merged segment keeps it, one that looks for it later
computes anew what it misses.
"""

from __future__ import annotations

import atexit
import mmap
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from selon.model.identity import sha256

Rows = dict[str, npt.NDArray[np.float32]]
Segment = npt.NDArray[np.void]
"""Records of `key` (32 bytes) and `row` (float32), mapped from a file."""

PENDING, SECONDS = 256, 5.0
"""New vectors are written when there are so many, or when the last were written so long ago."""
SMALL, MANY = 16, 24
"""Of MANY segments the SMALL smallest become one."""
ROOM = 1 << 15
"""Vectors held in memory (some 50 MB); then all are let go, and those asked for again are mapped again."""


def folder() -> Path:
    """Return the cache folder: `SELON_CACHE`, else `$XDG_CACHE_HOME/selon`, else `~/.cache/selon`."""
    if named := os.environ.get("SELON_CACHE"):
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "selon"


class Kept:
    """The vectors of one model, `width` numbers each, by the SHA-256 hex digest of their text."""

    def __init__(self, name: str, width: int) -> None:
        self._home = folder() / f"{name}.segments"
        self._type = np.dtype([("key", "V32"), ("row", "<f4", (width,))])
        self._held: Rows = {}
        self._pending: Rows = {}
        self._written = time.monotonic()
        if not self._home.is_dir():
            self._write({k: r for k, r in _archived(folder() / name) if r.shape == (width,)})
        self._segments: list[Segment] = []
        self._place: dict[str, tuple[int, int]] = {}
        for _, segment in self._opened():
            self._know(segment)
        atexit.register(self.flush)

    def holds(self, key: str) -> bool:
        """Tell whether a vector is known."""
        return key in self._held or key in self._place

    def find(self, keys: Iterable[str]) -> Rows:
        """Return the vectors that are known among `keys`."""
        found: Rows = {}
        for key in keys:
            row = self._held.get(key)
            if row is None and (place := self._place.get(key)) is not None:
                row = self._hold(key, self._segments[place[0]][place[1]]["row"].copy())
            if row is not None:
                found[key] = row
        return found

    def add(self, rows: Rows) -> None:
        """Keep new vectors; they are written in batches, at the latest when the process ends."""
        for key, row in rows.items():
            self._hold(key, row)
        self._pending.update(rows)
        if len(self._pending) >= PENDING or time.monotonic() - self._written > SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what waits; an unwritable or full folder keeps nothing, and nothing fails."""
        if self._pending:
            written = self._write(self._pending)
            if written is not None and (segment := self._open(written)) is not None:
                self._know(segment)
            self._pending = {}
            self._merge()
        self._written = time.monotonic()

    def _hold(self, key: str, row: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        if len(self._held) >= ROOM:
            self._held = dict(self._pending)
            for segment in self._segments:
                _unmapped(segment)
        self._held[key] = row
        return row

    def _know(self, segment: Segment) -> None:
        number = len(self._segments)
        self._segments.append(segment)
        self._place.update((key, (number, at)) for at, key in enumerate(_keys(segment)))

    def _opened(self) -> Iterator[tuple[Path, Segment]]:
        for path in sorted(self._home.glob("*.npy")):
            if (segment := self._open(path)) is not None:
                yield path, segment

    def _open(self, path: Path) -> Segment | None:
        """Return a mapped segment, None when the file is none or has just been merged away."""
        try:
            made = np.load(path, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError, EOFError):
            return None
        return made if made.dtype == self._type and made.ndim == 1 else None

    def _write(self, rows: Rows) -> Path | None:
        """Write a segment; return its file, None when there is nothing to write or no room for it."""
        if not rows:
            return None
        made = np.zeros(len(rows), dtype=self._type)
        keys = sorted(rows)
        made["key"] = np.frombuffer(bytes.fromhex("".join(keys)), dtype="V32")
        for at, key in enumerate(keys):
            made["row"][at] = rows[key]
        target = self._home / f"{sha256(chr(10).join(keys).encode())[:24]}.npy"
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            _in_one_move(made, target)
        except OSError:
            return None
        return target

    def _merge(self) -> None:
        """Make one segment of the smallest when there are many."""
        found = sorted(self._opened(), key=lambda f: (len(f[1]), f[0]))
        if len(found) < MANY:
            return
        small = [path for path, _ in found[:SMALL]]
        written = self._write(
            {k: r for _, s in found[:SMALL] for k, r in zip(_keys(s), s["row"], strict=True)}
        )
        for path in small if written is not None and written not in small else ():
            with suppress(OSError):  # another process was first, or maps it on a system that minds
                path.unlink()


def _unmapped(segment: Segment) -> None:
    """Let go of the memory that looking at a segment took; what is asked for again is mapped again."""
    behind: object = segment.base
    if isinstance(behind, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        behind.madvise(mmap.MADV_DONTNEED)


def _keys(segment: Segment) -> list[str]:
    return [bytes(k).hex() for k in np.ascontiguousarray(segment["key"])]


def _in_one_move(made: Segment, target: Path) -> None:
    part = tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False)  # noqa: SIM115
    try:
        with part:
            np.save(part, made)
        os.replace(part.name, target)
    except BaseException:  # a full disk, Ctrl-C: no litter
        os.unlink(part.name)
        raise


def _archived(home: Path) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    """Yield what the segments of an earlier form hold (`.npz`), taken over once."""
    for path in sorted(home.glob("*.npz")):
        try:
            with np.load(path, allow_pickle=False) as segment:
                yield from zip(segment["keys"].tolist(), segment["rows"], strict=True)
        except (OSError, ValueError, KeyError, EOFError):
            continue
