"""One file a kind of input. The first reader that claims a file reads it; plain text stands last."""

from __future__ import annotations

from pathlib import Path

from selon.ingest.readers.base import Reader
from selon.ingest.readers.html import HtmlReader
from selon.ingest.readers.markdown import MarkdownReader
from selon.ingest.readers.plaintext import PlainTextReader
from selon.ingest.readers.rows import RowsReader

BUILT_IN: tuple[Reader, ...] = (RowsReader(), HtmlReader(), MarkdownReader(), PlainTextReader())


def reader_for(path: Path, head: bytes) -> Reader:
    """Return the reader of a file, by its name and first bytes."""
    return next(r for r in BUILT_IN if r.claims(path, head))


__all__ = ["BUILT_IN", "Reader", "reader_for"]
