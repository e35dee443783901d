"""Parquet tables: each row as a row of `.jsonl`, read a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from selon.errors import RecordError
from selon.ingest.captures import place
from selon.ingest.decode import decode
from selon.ingest.rows import row_item
from selon.model.document import Document, Reject

BATCH = 64
"""Rows that are held at once."""


class ParquetReader:
    """`.parquet` with a column `text` or `html`."""

    name = "parquet"
    media_type = "application/vnd.apache.parquet"
    brings_ids = True

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the name, or by the first bytes."""
        return path.suffix.lower() == ".parquet" or head.startswith(b"PAR1")

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield one document or reject for each row; `ident` is not used."""
        yield from read_table(path)


def read_table(path: Path, groups: Sequence[int] | None = None) -> Iterator[Document | Reject]:
    """Yield a document or reject for each row of some row groups of a table, of all if none are named.

    Raises RecordError for what is no table, or has no texts.
    """
    table = _opened(path)
    if not {"text", "html"} & set(table.schema_arrow.names):
        raise RecordError(place(path), "no column is called “text” or “html”")
    for group in range(table.num_row_groups) if groups is None else groups:
        number = sum(table.metadata.row_group(g).num_rows for g in range(group))
        for batch in table.iter_batches(BATCH, row_groups=[group]):
            for row in batch.to_pylist():
                number += 1
                yield row_item(path, number, _plain(path, row))


def groups_of(path: Path) -> list[int]:
    """Return how many rows each row group of a table holds; raises RecordError for what is no table."""
    table = _opened(path)
    return [table.metadata.row_group(g).num_rows for g in range(table.num_row_groups)]


def _opened(path: Path) -> Any:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise RecordError(place(path), "Parquet needs pyarrow: pip install 'selon[corpus]'") from error
    try:
        return parquet.ParquetFile(path)
    except (ArrowException, OSError) as error:
        raise RecordError(place(path), f"not a Parquet table that can be read: {error}") from error


def _plain(path: Path, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the values that JSON has: dates in ISO 8601, bytes decoded."""
    return {name: _value(path, value) for name, value in row.items() if value is not None}


def _value(path: Path, value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes) and value:
        return decode(place(path), value)[0]
    return value
