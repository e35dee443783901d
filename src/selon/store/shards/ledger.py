"""What a stage has done, one line a unit: written by the driver alone, read when it goes on."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import StoreError
from selon.store.shards.files import PART, SUFFIX

NAME = "ledger.jsonl"


class Entry(msgspec.Struct, frozen=True):
    """One unit that is done: its key, the digest of all that it depends on, what it made.

    `files` are the shards that it wrote, under the folder of the stage; `failed` is why it was given up.
    """

    key: str
    given: str
    files: tuple[str, ...] = ()
    made: dict[str, Any] = {}
    failed: str = ""


class Ledger:
    """The ledger of one stage in its folder; a line that a crash cut short counts for nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME
        self._known = {entry.key: entry for entry in self._read()}

    def _read(self) -> Iterator[Entry]:
        lines = self._path.read_bytes().splitlines() if self._path.exists() else []
        for line in lines:
            try:
                yield msgspec.json.decode(line, type=Entry)
            except msgspec.DecodeError:
                continue

    def done(self, key: str, given: str) -> Entry | None:
        """Return what the unit `key` made of the same input, None when it must be done."""
        entry = self._known.get(key)
        if entry is None or entry.failed or entry.given != given:
            return None
        return entry if all((self._folder / name).is_file() for name in entry.files) else None

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """Open the ledger to add to it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            whole = not self._path.exists() or self._path.read_bytes()[-1:] in {b"\n", b""}
            with self._path.open("ab") as self._out:
                self._out.write(b"" if whole else b"\n")
                yield self
        except OSError as error:
            raise StoreError(
                f"{self._path} cannot be written ({error.strerror}); what was finished is kept: make room and"
                " run it again"
            ) from error

    def add(self, entry: Entry) -> None:
        """Write one line; it stands on the disk when this returns."""
        self._out.write(msgspec.json.encode(entry) + b"\n")
        self._out.flush()
        os.fsync(self._out.fileno())
        self._known[entry.key] = entry

    def keep(self, keys: Collection[str]) -> None:
        """Forget all other units, with their shards and with what was half-written."""
        kept = {key: entry for key, entry in self._known.items() if key in set(keys)}
        named = {self._folder / name for entry in kept.values() for name in entry.files}
        for path in sorted(self._folder.rglob("*")):
            if path.name.endswith(PART) or (path.suffix == SUFFIX and path not in named):
                path.unlink(missing_ok=True)
        if kept != self._known:
            part = self._path.with_name(NAME + PART)
            part.write_bytes(b"".join(msgspec.json.encode(e) + b"\n" for _, e in sorted(kept.items())))
            os.replace(part, self._path)
            self._known = kept
