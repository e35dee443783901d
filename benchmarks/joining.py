"""How the join of fingerprints through shards grows: generated documents as numbers of words, copies planted.

usage: joining.py [--sizes 10000,100000,1000000] [--folder DIR]

Each size in a process of its own, one core. Documents come shard by shard (1,000 each) as the numbers that
a view holds, drawn by a law of Zipf: fingerprints and their join are measured, not words being read. One
document in ten is a copy of one in the shard before, with one word in twenty replaced; one in a hundred is a
reprint of one text with a line of its own. Printed: processor seconds from numbers to fingerprints in shards,
and from there to candidates; peak memory; bytes on the disk; pairs; the share of planted copies among them,
of reprints tied to others; and the exponent of growth since the size before.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHARD = 1000
COPIES = 100
REPRINTS = 10
VOCABULARY = 40_000
ZIPF = 1.05
WORDS = (100, 400)
EDITED = 0.05
LINE = 20
"""Words of its own that each reprint has."""

Numbers = NDArray[np.uint64]


class Source:
    """Generated documents by shard; a shard can be made without the others."""

    def __init__(self) -> None:
        from selon.text.shingles import word_hashes

        self._known = np.array(word_hashes(f"w{n}" for n in range(VOCABULARY)), dtype=np.uint64)
        weights = (1 + np.arange(VOCABULARY)) ** -ZIPF
        self._shares = np.cumsum(weights / weights.sum())
        self._hot = self._draw(np.random.default_rng(0), WORDS[1])

    def _draw(self, rng: np.random.Generator, count: int) -> Numbers:
        return self._known[np.minimum(np.searchsorted(self._shares, rng.random(count)), VOCABULARY - 1)]

    def _originals(self, number: int) -> list[Numbers]:
        rng = np.random.default_rng([1, number])
        sizes = rng.integers(*WORDS, SHARD - COPIES - REPRINTS)
        return np.split(self._draw(rng, int(sizes.sum())), np.cumsum(sizes)[:-1])

    def shard(self, number: int) -> list[Numbers]:
        """Return the documents of one shard: originals, then copies of the shard before, then reprints."""
        rng = np.random.default_rng([2, number])
        copied = [self._edited(rng, text) for text in self._originals(max(0, number - 1))[:COPIES]]
        reprints = [np.concatenate([self._hot, self._draw(rng, LINE)]) for _ in range(REPRINTS)]
        return [*self._originals(number), *copied, *reprints]

    def _edited(self, rng: np.random.Generator, text: Numbers) -> Numbers:
        return np.where(rng.random(len(text)) < EDITED, self._draw(rng, len(text)), text)


def measured(size: int, folder: Path) -> dict[str, Any]:
    """Join `size` documents through `folder`; return what it took and what was found."""
    from selon.pipeline.catalogue import CANDIDATES, FINGERPRINTS, TIES
    from selon.pipeline.corpus.candidates import SAME, Bucket, count_bucket, pairs_of, tie_bucket
    from selon.pipeline.corpus.stages import FEATURES, ROWS

    source = Source()
    buckets = max(1, math.ceil(FEATURES * sum(WORDS) / 2 * size / ROWS))
    keys = tuple(f"{n:06}" for n in range(size // SHARD))
    spent = {"fingerprints": 0.0, "join": 0.0}
    for number, key in enumerate(keys):
        texts = source.shard(number)
        spent["fingerprints"] += _timed(
            lambda t=texts, n=number, k=key: _print(folder / FINGERPRINTS.name, k, n, t, buckets)
        )
    names = tuple(f"{n:05}" for n in range(buckets))
    for stage, work, held in ((TIES, tie_bucket, keys), (CANDIDATES, count_bucket, names)):
        for n, name in enumerate(names):
            bucket = Bucket(n, held, buckets)
            spent["join"] += _timed(lambda w=work, s=stage, k=name, b=bucket: w(folder / s.name, k, b))
    a, b = pairs_of([folder / CANDIDATES.name / f"{name}.parquet" for name in names], SAME)
    disk = sum(p.stat().st_size for p in folder.rglob("*.parquet"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {**spent, "peak": peak, "disk": disk, "pairs": len(a), **_recall(size, a, b)}


def _timed(work: Any) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _print(folder: Path, key: str, number: int, texts: list[Numbers], buckets: int) -> None:
    from selon.link.reuse.candidates import fingerprints
    from selon.link.reuse.joining import standing
    from selon.pipeline.corpus.fingerprints import write_features
    from selon.text.shingles import shingles

    refs = [(number << 20) + n for n in range(len(texts))]
    sizes = np.array([len(t) for t in texts], dtype=np.int64)
    leads = np.array([int(shingles(t, len(t))[0]) >> 32 for t in texts], dtype=np.int64)
    made = fingerprints([t.tolist() for t in texts], ["fr"] * len(texts))
    write_features(folder, key, [made], refs, standing(np.ones_like(sizes), sizes, leads).tolist(), buckets)


def _recall(size: int, a: NDArray[np.int64], b: NDArray[np.int64]) -> dict[str, float]:
    """Return the share of planted copies among the pairs, and of reprints tied to another one."""
    found = set(zip(a.tolist(), b.tolist(), strict=True))
    planted = list(_planted(size // SHARD))
    place = np.concatenate([a, b])
    hot = (place & ((1 << 20) - 1)) >= SHARD - REPRINTS
    return {
        "copies": sum(pair in found for pair in planted) / max(1, len(planted)),
        "reprints": len(np.unique(place[hot])) / (size // SHARD * REPRINTS),
    }


def _planted(shards: int) -> Iterator[tuple[int, int]]:
    for number in range(1, shards):
        for n in range(COPIES):
            yield (number - 1 << 20) + n, (number << 20) + SHARD - COPIES - REPRINTS + n


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", default="10000,100000")
    options.add_argument("--folder")
    options.add_argument("--within", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.within:
        print(json.dumps(measured(int(asked.sizes), Path(asked.within))))
        return
    before: tuple[int, float] | None = None
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
            command = [sys.executable, __file__, "--sizes", str(size), "--within", folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        total = row["fingerprints"] + row["join"]
        grown = f" exponent {math.log(total / before[1]) / math.log(size / before[0]):.2f}" if before else ""
        print(
            f"{size:>8} documents: {row['fingerprints']:.1f} s fingerprints, {row['join']:.1f} s join,"
            f" {row['peak']} MB, {row['disk'] / 1e6:.0f} MB on disk, {row['pairs']} pairs,"
            f" copies {row['copies']:.3f}, reprints {row['reprints']:.3f}{grown}",
            flush=True,
        )
        before = (size, total)


if __name__ == "__main__":
    main()
