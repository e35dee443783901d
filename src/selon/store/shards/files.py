"""Shards as files: Parquet, written whole or not at all, read a row group at a time."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selon.errors import ShardError, StoreError, UsageError

Table = Any
"""A pyarrow table: columns of one length."""
SUFFIX = ".parquet"
PART = ".part"
"""End of the name of a file that is being written; what is left of one is litter."""
LEVEL = 3
"""Of zstd: higher ones save a few percent and take many times as long."""


def arrow() -> Any:
    """Return pyarrow; raises UsageError without it."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("a corpus needs more packages: pip install 'selon[corpus]'") from error
    return pyarrow


def table(columns: dict[str, Any], schema: Any) -> Table:
    """Return columns of equal length as a table of that schema."""
    return arrow().table(columns, schema=schema)


def write(path: Path, groups: Iterable[Table], schema: Any) -> list[int]:
    """Write tables as the row groups of one file, in one move; return how many rows each has.

    Raises StoreError when the disk is full, ShardError when the folder does not answer.
    """
    pa = arrow()
    rows: list[int] = []
    with _placed(path) as part, pa.parquet.ParquetWriter(
        part, schema, compression="zstd", compression_level=LEVEL
    ) as writer:  # fmt: skip
        for group in groups:
            writer.write_table(group, row_group_size=max(1, len(group)))
            rows.append(len(group))
    return rows


@contextmanager
def _placed(path: Path) -> Iterator[Path]:
    """Give a file beside `path` that takes its place when the block ends well."""
    part = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}{PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        os.replace(part, path)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        part.unlink(missing_ok=True)


def _explained(error: OSError, path: Path) -> StoreError | ShardError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StoreError(
            f"the disk of {path.parent} is full; what was finished is kept: make room and run it again"
        )
    return ShardError(f"{path} cannot be written: {error.strerror or error}")


def write_bytes(path: Path, data: bytes) -> None:
    """Write a small file in one move; errors as in `write`."""
    with _placed(path) as part:
        part.write_bytes(data)


def read(path: Path, columns: Sequence[str] | None = None) -> Table:
    """Return a whole shard, or some of its columns; raises ShardError when it cannot be read."""
    with _reading(path), arrow().parquet.ParquetFile(path) as opened:
        return opened.read(columns=None if columns is None else list(columns))


def read_groups(path: Path, chosen: Callable[[Any], Iterable[int]] | None = None) -> Iterator[Table]:
    """Yield the row groups of a shard one at a time: all, or those that `chosen` says of its metadata."""
    with _reading(path), arrow().parquet.ParquetFile(path) as opened:
        every = range(opened.num_row_groups)
        for group in every if chosen is None else chosen(opened.schema_arrow.metadata):
            yield opened.read_row_group(group)


def read_rows(path: Path, wanted: Sequence[int]) -> Table:
    """Return some rows of a shard, given in rising order; only the row groups that hold them are read."""
    found = []
    places = np.array(wanted, dtype=np.int64)
    with _reading(path), arrow().parquet.ParquetFile(path) as opened:
        start = 0
        for group in range(opened.num_row_groups):
            end = start + opened.metadata.row_group(group).num_rows
            inside = places[(places >= start) & (places < end)]
            if len(inside):
                found.append(opened.read_row_group(group).take(inside - start))
            start = end
    return arrow().concat_tables(found)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, arrow().ArrowException) as error:
        raise ShardError(f"{path} cannot be read: {error}") from error


def numbers(column: Any) -> NDArray[Any]:
    """Return a column of numbers as an array."""
    return np.asarray(column.combine_chunks().to_numpy(zero_copy_only=False))
