"""Which texts are worth comparing: ties inside each bucket of features, then the ties of each pair."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from selon.link.reuse import anchors
from selon.link.reuse.candidates import ENOUGH, HUBS
from selon.link.reuse.joining import Pairs, ties
from selon.pipeline.catalogue import FINGERPRINTS, TIES
from selon.pipeline.corpus.fingerprints import RARE, RUN
from selon.pipeline.corpus.units import Made
from selon.store.shards.buckets import bucket_of, gather, scatter
from selon.store.shards.files import SUFFIX, Table, arrow, numbers, read, table, write
from selon.text.shingles import Hashes, mix

SAME, CROSS = 0, 1
"""Kinds of pair: candidates in one language, and texts that may translate each other."""


class Bucket(msgspec.Struct, frozen=True):
    """One bucket, the shards that have rows in it, and into how many buckets what is made goes."""

    number: int
    shards: tuple[str, ...]
    buckets: int


def tie_bucket(folder: Path, key: str, bucket: Bucket) -> Made:
    """Write the pairs of texts that share features of one bucket, and how many."""
    found = [_same(_rows(folder, "features", bucket)), _cross(_rows(folder, "anchors", bucket))]
    kind = np.repeat(np.array([SAME, CROSS], dtype=np.int8), [len(f[0]) for f in found])
    a, b, count = (np.concatenate(column) for column in zip(*found, strict=True))
    rows = _table(a, b, count, kind)
    scatter(folder / f"{key}{SUFFIX}", rows, bucket_of(_spread(a, b), bucket.buckets))
    return Made((f"{key}{SUFFIX}",), {"rows": len(rows)})


def _rows(folder: Path, name: str, bucket: Bucket) -> Table | None:
    home = folder.parent / FINGERPRINTS.name / name
    paths = [home / f"{shard}{SUFFIX}" for shard in bucket.shards] if home.is_dir() else []
    return gather(paths, bucket.number)


Counted = tuple[Pairs, Pairs, Pairs]
"""Places of one text, of another, and how many features tie them."""


def _same(rows: Table | None) -> Counted:
    if rows is None:
        return _NONE
    feature, standing, ref, kind = (numbers(rows.column(c)) for c in ("feature", "standing", "ref", "kind"))
    order = np.lexsort((ref, standing))
    feature, ref, kind = feature[order], ref[order], kind[order]
    owner = np.cumsum(np.concatenate([[0], ref[1:] != ref[:-1]]))
    places = ref[np.searchsorted(owner, np.arange(owner[-1] + 1))]
    made = [
        ties(feature[kind == which], owner[kind == which], len(places), hubs)
        for which, hubs in ((RUN, HUBS), (RARE, 0))
    ]
    return _counted(np.concatenate(made), places)


def _cross(rows: Table | None) -> Counted:
    if rows is None:
        return _NONE
    feature, ref, lang = (numbers(rows.column(c)) for c in ("feature", "ref", "lang"))
    places, owner = np.unique(ref, return_inverse=True)
    order = np.argsort(owner, kind="stable")
    spoken = np.zeros(len(places), dtype=np.uint64)
    spoken[owner] = lang
    made = ties(feature[order], owner[order], len(places), 0)
    one, other = np.divmod(made, len(places))
    return _counted(made[spoken[one] != spoken[other]], places)


_NONE: Counted = (np.zeros(0, dtype=np.int64),) * 3


def _counted(codes: Pairs, places: Pairs) -> Counted:
    """Return pairs of places, the smaller first, with how often each comes."""
    code, count = np.unique(codes, return_counts=True)
    one, other = places[code // len(places)], places[code % len(places)]
    return np.minimum(one, other), np.maximum(one, other), count.astype(np.int64)


def _spread(a: Pairs, b: Pairs) -> Hashes:
    return mix(a.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + b.astype(np.uint64))


def _table(a: Pairs, b: Pairs, count: Pairs, kind: NDArray[np.int8]) -> Any:
    pa = arrow()
    schema = pa.schema([("a", pa.int64()), ("b", pa.int64()), ("count", pa.int64()), ("kind", pa.int8())])
    return table({"a": a, "b": b, "count": count, "kind": kind}, schema)


def count_bucket(folder: Path, key: str, bucket: Bucket) -> Made:
    """Write the pairs of one bucket that enough features tie, by place."""
    rows = gather([folder.parent / TIES.name / f"{name}{SUFFIX}" for name in bucket.shards], bucket.number)
    made = [_enough(rows, SAME, ENOUGH), _enough(rows, CROSS, anchors.ENOUGH)]
    kind = np.repeat(np.array([SAME, CROSS], dtype=np.int8), [len(m[0]) for m in made])
    a, b, count = (np.concatenate(column) for column in zip(*made, strict=True))
    found = _table(a, b, count, kind)
    write(folder / f"{key}{SUFFIX}", [found], found.schema)
    return Made((f"{key}{SUFFIX}",), {"rows": len(found)})


def _enough(rows: Table | None, kind: int, least: int) -> Counted:
    if rows is None:
        return _NONE
    mine = numbers(rows.column("kind")) == kind
    a, b, count = (numbers(rows.column(c))[mine] for c in ("a", "b", "count"))
    order = np.lexsort((b, a))
    a, b, count = a[order], b[order], count[order]
    starts = (
        np.flatnonzero(np.concatenate([[True], (a[1:] != a[:-1]) | (b[1:] != b[:-1])])) if len(a) else order
    )
    total = np.add.reduceat(count, starts) if len(a) else count
    kept = total >= least
    return a[starts][kept], b[starts][kept], total[kept]


def pairs_of(paths: Sequence[Path], kind: int) -> tuple[Pairs, Pairs]:
    """Return the candidates of one kind, by place."""
    rows = arrow().concat_tables([read(path, ("a", "b", "kind")) for path in paths])
    mine = numbers(rows.column("kind")) == kind
    a, b = numbers(rows.column("a"))[mine], numbers(rows.column("b"))[mine]
    order = np.lexsort((b, a))
    return a[order], b[order]
