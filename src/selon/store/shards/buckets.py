"""A shuffle through files: each shard writes its rows by bucket, each bucket is read from all shards.

One file a shard, one row group a bucket that has rows: as many files as shards, not as shards times buckets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selon.store.shards.files import Table, arrow, read_groups, write

_HELD = b"buckets"


def bucket_of(key: NDArray[np.uint64], count: int) -> NDArray[np.int64]:
    """Return the bucket below `count` of each key: by its upper bits, which are well spread."""
    return ((key >> np.uint64(32)) * np.uint64(count) >> np.uint64(32)).astype(np.int64)


def scatter(path: Path, rows: Table, bucket: NDArray[np.int64]) -> None:
    """Write `rows` by bucket, in their order inside each."""
    place = np.argsort(bucket, kind="stable")
    held, starts = np.unique(bucket[place], return_index=True)
    told = {_HELD: json.dumps(held.tolist()).encode()}
    ends = np.append(starts[1:], len(bucket))[: len(starts)]
    ordered = rows.take(arrow().array(place)).replace_schema_metadata(told)
    groups = (ordered.slice(a, b - a) for a, b in zip(starts.tolist(), ends.tolist(), strict=True))
    write(path, groups, ordered.schema)


def gather(paths: Iterable[Path], bucket: int) -> Table | None:
    """Return the rows of one bucket from all files, in the order of `paths`; None when there are none."""

    def chosen(metadata: Any) -> list[int]:
        return [n for n, held in enumerate(json.loads(metadata[_HELD])) if held == bucket]

    found = [group for path in paths for group in read_groups(path, chosen)]
    return arrow().concat_tables(found).combine_chunks() if found else None
