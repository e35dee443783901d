"""Files behind addresses (`s3://`, `https://`, `hdfs://` …): listed, and brought here to be read.

Any file system that fsspec knows; the credentials are those of its own settings.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import ShardError, UsageError
from selon.model.document import Document, Reject

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MARKS = ("ETag", "etag", "checksum", "md5Hash", "mtime", "LastModified", "last_modified", "updated")
"""What file systems call that which changes with a file."""


class Remote(msgspec.Struct, frozen=True):
    """A file behind an address: its size in bytes (-1: not told), and what changes when it does."""

    address: str
    size: int
    mark: str


def is_address(given: str) -> bool:
    """Tell an address from a path."""
    return _ADDRESS.match(given) is not None


def listed(given: str) -> list[Remote]:
    """Return the files at an address: a file, a folder (hidden files left out), or a pattern with `*`.

    Raises UsageError when it cannot be listed or nothing is there.
    """
    try:
        system, place = _system().url_to_fs(given)
        if "*" in place:
            found = {p: system.info(p) for p in system.glob(place)}
        elif system.isdir(place):
            found = system.find(place, detail=True)
        else:
            found = {place: system.info(place)}
    except UsageError:
        raise
    except Exception as error:  # every file system has errors of its own
        raise UsageError(f"{given} cannot be listed: {type(error).__name__}: {error}") from error
    files = {p: info for p, info in found.items() if not p.rpartition("/")[2].startswith(".")}
    if not files:
        raise UsageError(f"{given}: there is no such file or folder")
    return [_remote(str(system.unstrip_protocol(p)), files[p]) for p in sorted(files)]


def _remote(address: str, info: dict[str, Any]) -> Remote:
    size = info.get("size")
    mark = next((str(info[m]) for m in _MARKS if info.get(m)), "")
    return Remote(address, -1 if size is None else int(size), mark)


def _system() -> Any:
    try:
        import fsspec.core
    except ImportError as error:
        raise UsageError("an address needs fsspec: pip install 'selon[corpus]'") from error
    return fsspec.core


@contextmanager
def at_hand(address: str) -> Iterator[Path]:
    """Give a copy of the file at `address` on this machine, for the time of the block.

    Raises ShardError when it cannot be brought: that may pass.
    """
    with tempfile.TemporaryDirectory(prefix="selon-") as folder:
        path = Path(folder) / (address.rstrip("/").rpartition("/")[2].partition("?")[0] or "file")
        try:
            system, place = _system().url_to_fs(address)
            system.get_file(place, str(path))
        except Exception as error:  # as above
            raise ShardError(f"{address} cannot be brought here: {type(error).__name__}: {error}") from error
        yield path


def named(item: Document | Reject, copy: Path, address: str) -> Document | Reject:
    """Return what was read from a copy with its address in the place of the copy's path."""

    def told(words: str) -> str:
        return words.replace(str(copy), address)

    capture = item.capture and msgspec.structs.replace(item.capture, where=told(item.capture.where))
    if isinstance(item, Document):
        return msgspec.structs.replace(item, capture=capture)
    where = told(item.where) if item.where else None
    return Reject(told(item.record), told(item.reason), item.stage, where, capture)
