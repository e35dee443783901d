"""The bytes that a document was read from, if they are still where they were and still the same."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from selon.model.document import Capture, Document

SHOWN = 200_000
"""Bytes of a capture that a page shows; the download gives all."""

_ROW = re.compile(r"(?P<path>.+\.(?:jsonl|ndjson|csv|tsv)(?:\.gz)?):\d+", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Original:
    """What became of a capture: kept (its bytes are at hand and have its digest), changed, gone, row (a line
    of a file of many), remote (an address on the network) or none (the document has no capture)."""

    state: str
    data: bytes = b""


def original(doc: Document, beside: Path) -> Original:
    """Return the bytes of the capture of `doc`; a relative path is looked for in the working folder, then in
    that of the dossier (`beside`).

    The path comes from the dossier alone, and bytes are given out only when size and SHA-256 are those of the
    capture.
    """
    found = doc.capture
    if found is None:
        return Original("none")
    if _same(doc.text.encode(errors="replace"), found):
        return Original("kept", doc.text.encode())
    if found.where.lower().startswith(("http://", "https://")):
        return Original("remote")
    if _ROW.fullmatch(found.where):
        return Original("row")
    return _file(found, beside)


def _file(found: Capture, beside: Path) -> Original:
    states = [_read(place, found) for place in (Path(found.where), beside / found.where)]
    order = ("kept", "changed", "gone")
    return min(states, key=lambda s: order.index(s.state))


def _read(path: Path, found: Capture) -> Original:
    """Read a regular file of the right size; devices, pipes and folders are no captures."""
    try:
        if not path.is_file():
            return Original("gone")
        if path.stat().st_size != found.size:
            return Original("changed")
        data = path.read_bytes()
    except (OSError, ValueError):
        return Original("gone")
    return Original("kept", data) if _same(data, found) else Original("changed")


def _same(data: bytes, found: Capture) -> bool:
    return len(data) == found.size and hashlib.sha256(data).hexdigest() == found.sha256


def source(data: bytes, encoding: str | None) -> str:
    """Return the first `SHOWN` bytes as text; what is no text in that encoding is replaced."""
    try:
        return data[:SHOWN].decode(encoding or "utf-8", "replace")
    except LookupError:
        return data[:SHOWN].decode("utf-8", "replace")


def filename(doc: Document) -> str:
    """Return a file name that is safe in a header and on any disk."""
    kind = doc.capture.media_type if doc.capture else ""
    ending = {"text/html": ".html.txt", "text/markdown": ".md.txt"}.get(kind, ".txt")
    return (re.sub(r"[^A-Za-z0-9._-]+", "-", doc.id).strip("-.")[:80] or "capture") + ending
