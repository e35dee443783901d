"""One file a kind of input. The first reader that claims a file reads it; plain text stands last.

Readers that other packages offer (entry points of the group `selon.readers`) are asked first.
"""

from __future__ import annotations

from pathlib import Path

from selon.ingest.readers.base import Reader
from selon.ingest.readers.html import HtmlReader
from selon.ingest.readers.markdown import MarkdownReader
from selon.ingest.readers.parquet import ParquetReader
from selon.ingest.readers.plaintext import PlainTextReader
from selon.ingest.readers.rows import RowsReader
from selon.ingest.readers.warc import WarcReader
from selon.plugins import offered

BUILT_IN: tuple[Reader, ...] = (
    RowsReader(),
    WarcReader(),
    ParquetReader(),
    HtmlReader(),
    MarkdownReader(),
    PlainTextReader(),
)


def reader_for(path: Path, head: bytes) -> Reader:
    """Return the reader of a file, by its name and first bytes."""
    readers: tuple[Reader, ...] = (*offered("readers"), *BUILT_IN)
    return next(r for r in readers if r.claims(path, head))


def brings_ids(reader: Reader) -> bool:
    """Tell whether the files of this kind hold many documents with ids of their own."""
    return bool(getattr(reader, "brings_ids", False))


__all__ = ["BUILT_IN", "Reader", "brings_ids", "reader_for"]
