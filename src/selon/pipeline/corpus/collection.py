"""What comparison must know of the whole collection, from the surveys of its shards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np

from selon.link.reuse.boilerplate import Page, common
from selon.link.reuse.margins import Reference
from selon.link.reuse.weights import Counts, Sampled, Weigh, counted, sample_texts, weighing
from selon.nlp.embedder import embed
from selon.pipeline.catalogue import COLLECTION, REFERENCE, SURVEY
from selon.pipeline.corpus.survey import Samples, extremes, smallest
from selon.pipeline.corpus.units import Made
from selon.store.shards import files
from selon.store.shards.buckets import gather
from selon.store.shards.files import SUFFIX, arrow, numbers, table, write
from selon.text.shingles import Hashes

EMBEDDED = 250
"""Sentences that are embedded in one unit."""


class Part(msgspec.Struct, frozen=True):
    """What is known of the whole: which kind, of which bucket, from which surveys (names of shards)."""

    kind: str
    bucket: int
    surveys: tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """The weights of words, and the sentences of each language that stand for all."""

    counts: Counts
    sentences: dict[str, tuple[str, ...]]


def know_part(folder: Path, key: str, part: Part) -> Made:
    """Write one part of what is known of the whole: `stems`, `pages` of a bucket, or `samples`."""
    table_of = {"stems": _stems, "pages": _pages, "samples": _samples}[part.kind]
    name = f"{part.kind}/{key}{SUFFIX}"
    paths = [folder.parent / SURVEY.name / part.kind / f"{survey}{SUFFIX}" for survey in part.surveys]
    made = table_of(paths, part.bucket)
    write(folder / name, [made], made.schema)
    return Made((name,), {"rows": len(made)})


def _stems(paths: Sequence[Path], bucket: int) -> files.Table:
    """Return the stems that stand in two different texts at least, rising."""
    schema = arrow().schema([("stem", arrow().uint64())])
    rows = gather(paths, bucket)
    if rows is None:
        return table({"stem": []}, schema)
    stems, low, high = extremes(*(numbers(rows.column(name)) for name in ("stem", "low", "high")))
    return table({"stem": stems[low != high]}, schema)


def _pages(paths: Sequence[Path], bucket: int) -> files.Table:
    """Return the sentences that most texts of an outlet carry."""
    pages: dict[str, list[Page]] = defaultdict(list)
    rows = gather(paths, bucket)
    for row in () if rows is None else rows.to_pylist():
        pages[row["outlet"]].append(Page(row["key"], tuple(row["sentences"])))
    found = [(outlet, number) for outlet, held in sorted(pages.items()) for number in sorted(common(held))]
    schema = arrow().schema([("outlet", arrow().string()), ("sentence", arrow().uint64())])
    return table({"outlet": [o for o, _ in found], "sentence": [n for _, n in found]}, schema)


def _samples(paths: Sequence[Path], bucket: int) -> files.Table:
    """Return the weights of words and the sentences that stand for all; one shard is held at a time."""
    texts: list[Sampled] = []
    sentences: dict[str, dict[str, int]] = defaultdict(dict)
    for path in paths:
        one = msgspec.msgpack.decode(_packed(path), type=Samples)
        texts = sample_texts([*texts, *one.texts])
        for lang, lot in one.sentences.items():
            sentences[lang] = smallest([sentences[lang], lot])
    known = Known(counted(texts), {lang: tuple(sorted(lot)) for lang, lot in sorted(sentences.items())})
    schema = arrow().schema([("record", arrow().binary())])
    return table({"record": [msgspec.msgpack.encode(known)]}, schema)


def _packed(path: Path) -> bytes:
    packed: bytes = files.read(path).column("record")[0].as_py()
    return packed


class Chosen(msgspec.Struct, frozen=True):
    """Some of the sentences that stand for all, to be embedded."""

    lang: str
    start: int


def embed_part(folder: Path, key: str, part: Chosen) -> Made:
    """Write the vectors of some sentences; rows of numbers as bytes."""
    words = known(folder.parent).sentences[part.lang][part.start : part.start + EMBEDDED]
    schema = arrow().schema([("lang", arrow().string()), ("vector", arrow().binary())])
    rows = {"lang": [part.lang] * len(words), "vector": [row.tobytes() for row in embed(words)]}
    write(folder / f"{key}{SUFFIX}", [table(rows, schema)], schema)
    return Made((f"{key}{SUFFIX}",))


def known(home: Path) -> Known:
    """Return the weights and the sentences of the corpus in `home`."""
    return msgspec.msgpack.decode(_packed(home / COLLECTION.name / f"samples/samples{SUFFIX}"), type=Known)


# What follows is read once a process for all its units; `given` tells one state of the corpus from another.


@lru_cache(maxsize=1)
def weights(home: Path, given: str) -> Weigh:
    """Return the weights of words."""
    return weighing(known(home).counts)


@lru_cache(maxsize=1)
def shared_stems(home: Path, given: str) -> Hashes:
    """Return the stems that stand in two texts at least, rising."""
    paths = sorted((home / COLLECTION.name / "stems").glob(f"*{SUFFIX}"))
    return np.concatenate([numbers(files.read(p).column("stem")) for p in paths])


@lru_cache(maxsize=1)
def carried(home: Path, given: str) -> dict[str, frozenset[int]]:
    """Return the sentences that most texts of each outlet carry."""
    found: dict[str, set[int]] = defaultdict(set)
    for path in sorted((home / COLLECTION.name / "pages").glob(f"*{SUFFIX}")):
        for row in files.read(path).to_pylist():
            found[row["outlet"]].add(row["sentence"])
    return {outlet: frozenset(held) for outlet, held in found.items()}


@lru_cache(maxsize=1)
def reference(home: Path, given: str) -> Reference:
    """Return the vectors of the sentences that stand for all."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for path in sorted((home / REFERENCE.name).glob(f"*{SUFFIX}")):
        for row in files.read(path).to_pylist():
            found[row["lang"]].append(row["vector"])
    return Reference(
        {lang: np.stack([np.frombuffer(v, dtype=np.float32) for v in rows]) for lang, rows in found.items()}
    )
