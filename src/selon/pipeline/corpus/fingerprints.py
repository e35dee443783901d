"""The features of the texts of a shard by which candidates are found, spread over buckets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from selon.link.reuse.anchors import anchor_hashes
from selon.link.reuse.candidates import fingerprints, rare_pairs
from selon.link.reuse.joining import flat
from selon.link.reuse.view import view_of
from selon.pipeline.corpus.collection import shared_stems, weights
from selon.pipeline.corpus.shards import Shard
from selon.pipeline.corpus.units import Made
from selon.store.shards.buckets import bucket_of, scatter
from selon.store.shards.files import SUFFIX, arrow, table
from selon.text.shingles import Hashes, word_hash

TABLES = ("features", "anchors")
RUN, RARE = 0, 1
"""Kinds of feature: runs of words, which have hubs, and pairs of rare words, which have none."""


class Heads(msgspec.Struct, frozen=True):
    """The distinct texts whose head is in a shard: places, standings; into how many buckets features go.

    `given` is the state of what is known of the whole; `anchors` tells whether translations are sought.
    """

    shard: Shard
    refs: tuple[int, ...]
    standings: tuple[int, ...]
    buckets: int
    given: str
    anchors: bool


def fingerprint_shard(folder: Path, key: str, what: Heads) -> Made:
    """Write the features of one shard; facts: `rows`, how many there are."""
    home = folder.parent
    weigh, shared = weights(home, what.given), shared_stems(home, what.given)
    standing = dict(zip(what.refs, what.standings, strict=True))
    ids: list[Sequence[int]] = []
    rare: list[Hashes] = []
    anchored: list[Hashes] = []
    refs: list[int] = []
    langs: list[str] = []
    for ref, doc in what.shard.documents(home):
        if ref not in standing:
            continue
        view = view_of(doc)
        refs.append(ref)
        langs.append(doc.lang)
        ids.append(view.ids)
        rare.append(rare_pairs(view, weigh, _among(view.stems, shared)))
        anchored.append(anchor_hashes(view) if what.anchors else np.zeros(0, dtype=np.uint64))
    kinds = [fingerprints(ids, langs), rare]
    rows = write_features(folder, key, kinds, refs, [standing[r] for r in refs], what.buckets)
    anchors = _anchors(anchored, refs, langs)
    scatter(folder / f"anchors/{key}{SUFFIX}", anchors, _buckets(anchors, what.buckets))
    return Made(tuple(f"{name}/{key}{SUFFIX}" for name in TABLES), {"rows": rows + len(anchors)})


def write_features(
    folder: Path,
    key: str,
    kinds: Sequence[Sequence[Hashes]],
    refs: Sequence[int],
    standings: Sequence[int],
    buckets: int,
) -> int:
    """Write the features of the texts at `refs`, of each kind, by bucket; return how many there are."""
    features = _features(kinds, refs, standings)
    scatter(folder / f"features/{key}{SUFFIX}", features, _buckets(features, buckets))
    return len(features)


def _among(stems: Sequence[int], shared: Hashes) -> frozenset[int]:
    """Return those of `stems` that are in a rising array."""
    own = np.unique(np.array(stems, dtype=np.uint64))
    place = np.minimum(np.searchsorted(shared, own), max(0, len(shared) - 1))
    return frozenset(own[shared[place] == own].tolist() if len(shared) else ())


def _features(kinds: Sequence[Sequence[Hashes]], refs: Sequence[int], standings: Sequence[int]) -> Any:
    features, owners = zip(*map(flat, kinds), strict=True)
    owner = np.concatenate(owners)
    columns = {
        "feature": np.concatenate(features),
        "standing": np.array(standings, dtype=np.int64)[owner],
        "ref": np.array(refs, dtype=np.int64)[owner],
        "kind": np.repeat(np.arange(len(kinds), dtype=np.int8), [len(f) for f in features]),
    }
    pa = arrow()
    return table(
        columns,
        pa.schema(
            [("feature", pa.uint64()), ("standing", pa.int64()), ("ref", pa.int64()), ("kind", pa.int8())]
        ),
    )


def _anchors(found: Sequence[Hashes], refs: Sequence[int], langs: Sequence[str]) -> Any:
    feature, owner = flat(found)
    spoken = np.array([word_hash(lang) for lang in langs], dtype=np.uint64)
    columns = {"feature": feature, "ref": np.array(refs, dtype=np.int64)[owner], "lang": spoken[owner]}
    pa = arrow()
    return table(columns, pa.schema([("feature", pa.uint64()), ("ref", pa.int64()), ("lang", pa.uint64())]))


def _buckets(rows: Any, count: int) -> Any:
    feature = np.asarray(rows.column("feature").combine_chunks().to_numpy(zero_copy_only=False))
    return bucket_of(
        feature << np.uint64(1), count
    )  # words have 63 bits: their numbers are spread over these
