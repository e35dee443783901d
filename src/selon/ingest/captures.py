"""Captures: what was read, from where, and its digest."""

from __future__ import annotations

import os
from pathlib import Path

from selon.errors import RecordError
from selon.ingest.limits import MAX_FILE
from selon.model.document import Capture
from selon.model.identity import sha256


def load(path: Path) -> bytes:
    """Return the bytes of a file; raises RecordError when it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise RecordError(
                str(path), f"too large: {size} bytes (limit {MAX_FILE}); give it as lines of JSON"
            )
        return path.read_bytes()
    except OSError as error:
        raise RecordError(str(path), f"cannot be read: {error.strerror or error}") from error


def place(path: str | os.PathLike[str]) -> str:
    """Return a path as words that can be written: bytes of a name that are no UTF-8 become `\\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def head(path: Path, size: int = 4096) -> bytes:
    """Return the first bytes of a file, empty when it cannot be read (reading it later says why)."""
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as handle:
            return handle.read(size)
    except OSError:
        return b""


def capture(data: bytes, where: str | os.PathLike[str], media_type: str, encoding: str | None) -> Capture:
    """Return the capture of `data` as read from `where` (the path as given)."""
    return Capture(
        sha256=sha256(data), size=len(data), where=place(where), media_type=media_type, encoding=encoding
    )
