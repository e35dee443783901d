"""Lines of JSON and tables: each row brings its own id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selon.ingest.rows import read_rows
from selon.model.document import Document, Reject

_SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")


class RowsReader:
    """`.jsonl`, `.ndjson`, `.csv`, `.tsv`, with `.gz` or without."""

    name = "rows"
    media_type = "application/jsonl"
    brings_ids = True

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the name: rows are never guessed from their bytes."""
        return path.name.lower().removesuffix(".gz").endswith(_SUFFIXES)

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield one document or reject for each row; `ident` is not used."""
        yield from read_rows(path)
