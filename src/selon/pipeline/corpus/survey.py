"""A first pass over the shards: what comparison must know of the whole collection, small enough to add up.

Of each shard: which texts it holds, the digests of the texts that each stem stands in, samples by digest of
the pages of each outlet and of all texts, and the sentences with the smallest numbers of each language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from selon.link.reuse.boilerplate import Page, page, sample_pages
from selon.link.reuse.copies import earliest
from selon.link.reuse.translation import telling
from selon.link.reuse.view import View, view_of
from selon.link.reuse.weights import Sampled, sample_texts, sampled
from selon.model.document import Document, Reject
from selon.pipeline.catalogue import READ
from selon.pipeline.corpus.reading import write_rejects
from selon.pipeline.corpus.shards import Shard
from selon.pipeline.corpus.units import Made
from selon.store.shards import files
from selon.store.shards.buckets import bucket_of, scatter
from selon.store.shards.files import SUFFIX, arrow, table, write
from selon.text.shingles import Hashes, word_hash

REFERENCE = 4000
"""Sentences of each language that stand for all, beside which a translation must stand out."""
_UNDATED = 1 << 62

Sentences = Mapping[str, Mapping[str, int]]
"""Sentences of each language and their numbers."""


class Samples(msgspec.Struct, frozen=True):
    """What a shard adds to the samples of the collection."""

    texts: tuple[Sampled, ...]
    sentences: dict[str, dict[str, int]]


class Surveyed(msgspec.Struct, frozen=True):
    """What the survey works on: a shard, and into how many buckets its rows go."""

    shard: Shard
    buckets: int


def survey_shard(folder: Path, key: str, what: Surveyed) -> Made:
    """Write the survey of one shard; facts: `words`, `sentences` and `langs` of its distinct texts."""
    gathered = _Gathered()
    for ref, doc in what.shard.documents(folder.parent):
        gathered.add(ref, doc)
    tables = {
        "texts": gathered.texts(),
        "stems": _stems(gathered.stems),
        "pages": _pages(gathered.pages),
    }
    names = {name: f"{name}/{key}{SUFFIX}" for name in (*tables, "samples")}
    write(folder / names["texts"], [tables["texts"]], tables["texts"].schema)
    for name in ("stems", "pages"):
        spread = files.numbers(tables[name].column("bucket"))
        rows = tables[name].drop_columns(["bucket"])
        scatter(folder / names[name], rows, bucket_of(spread, what.buckets))
    _write_packed(folder / names["samples"], gathered.samples())
    return Made((*names.values(), *_taken(folder, key, what.shard)), gathered.facts())


class _Gathered:
    """What grows while the documents of a shard pass by; views are let go at once."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.stems: list[tuple[Hashes, int]] = []
        self.pages: dict[str, list[Page]] = defaultdict(list)
        self._sampled: list[Sampled] = []
        self._sentences: dict[str, dict[str, int]] = defaultdict(dict)

    def add(self, ref: int, doc: Document) -> None:
        """Take in one document."""
        view = view_of(doc)
        if doc.outlet:
            self.pages[doc.outlet] = sample_pages([*self.pages[doc.outlet], page(view)])
        if not view.ids:
            return
        lead = int(view.key[:16], 16)
        undated, first, _ = earliest(doc)
        when = _UNDATED if undated else round(first.timestamp())
        self.rows.append((lead, ref, doc.id, doc.lang, len(view.ids), len(view.pieces), when))
        self.stems.append((np.unique(np.array(view.stems, dtype=np.uint64)), lead))
        self._sampled = sample_texts([*self._sampled, sampled(view)])
        self._add_sentences(view)

    def _add_sentences(self, view: View) -> None:
        held = self._sentences[view.doc.lang]
        held.update((words, word_hash(words)) for _, words in telling(view))
        if len(held) > 2 * REFERENCE:
            self._sentences[view.doc.lang] = smallest([held])

    def texts(self) -> Any:
        """Return one row a text that has words."""
        cells = list(zip(*self.rows, strict=True)) or [()] * len(_TEXTS)
        return table(dict(zip(_TEXTS, map(list, cells), strict=True)), _schema(_TEXTS))

    def samples(self) -> Samples:
        """Return the samples of this shard."""
        sentences = {lang: smallest([held]) for lang, held in sorted(self._sentences.items())}
        return Samples(tuple(self._sampled), sentences)

    def facts(self) -> dict[str, Any]:
        """Return what the driver must know to go on."""
        return {
            "words": sum(row[4] for row in self.rows),
            "sentences": sum(row[5] for row in self.rows),
            "langs": sorted({row[3] for row in self.rows}),
        }


_TEXTS = {
    "key": "uint64", "ref": "int64", "id": "string", "lang": "string", "words": "int64",
    "sentences": "int64", "first": "int64",
}  # fmt: skip
_STEMS = {"stem": "uint64", "low": "uint64", "high": "uint64", "bucket": "uint64"}


def _schema(columns: Mapping[str, str]) -> Any:
    pa = arrow()
    return pa.schema([(name, getattr(pa, kind)()) for name, kind in columns.items()])


def smallest(held: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return the REFERENCE sentences with the smallest numbers among several lots of them."""
    every = {words: number for lot in held for words, number in lot.items()}
    return dict(sorted(every.items(), key=lambda one: (one[1], one[0]))[:REFERENCE])


def _stems(found: Sequence[tuple[Hashes, int]]) -> Any:
    """Return each stem with the smallest and the largest digest of the texts that it stands in."""
    stems = np.concatenate([*(s for s, _ in found), np.zeros(0, dtype=np.uint64)])
    leads = np.repeat(np.array([lead for _, lead in found], dtype=np.uint64), [len(s) for s, _ in found])
    made = extremes(stems, leads, leads)
    return table(dict(zip(_STEMS, (*made, made[0] << np.uint64(1)), strict=True)), _schema(_STEMS))


def extremes(
    stems: Hashes, low: NDArray[np.uint64], high: NDArray[np.uint64]
) -> tuple[Hashes, NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the distinct stems, rising, with the smallest `low` and the largest `high` of each."""
    place = np.argsort(stems, kind="stable")
    held, starts = np.unique(stems[place], return_index=True)
    if not len(held):
        return held, low, high
    return held, np.minimum.reduceat(low[place], starts), np.maximum.reduceat(high[place], starts)


def _pages(found: Mapping[str, Sequence[Page]]) -> Any:
    rows = [(outlet, p.key, list(p.sentences)) for outlet, pages in sorted(found.items()) for p in pages]
    pa = arrow()
    schema = pa.schema(
        [
            ("outlet", pa.string()),
            ("key", pa.string()),
            ("sentences", pa.list_(pa.uint64())),
            ("bucket", pa.uint64()),
        ]
    )
    outlets, keys, sentences = map(list, zip(*rows, strict=True)) if rows else ([], [], [])
    spread = [word_hash(outlet) << 1 for outlet in outlets]
    return table(dict(zip(schema.names, (outlets, keys, sentences, spread), strict=True)), schema)


def _write_packed(path: Path, record: msgspec.Struct) -> None:
    schema = _schema({"record": "binary"})
    write(path, [table({"record": [msgspec.msgpack.encode(record)]}, schema)], schema)


def _taken(folder: Path, key: str, shard: Shard) -> tuple[str, ...]:
    """Write which rows of a shard bring an id that an earlier document has, and that they are set aside."""
    if not shard.gone:
        return ()
    name = f"taken/{key}{SUFFIX}"
    schema = _schema({"file": "string", "row": "int64"})
    rows = {"file": [Path(shard.name).name] * len(shard.gone), "row": list(shard.gone)}
    write(folder / name, [table(rows, schema)], schema)
    ids = files.read_rows(folder.parent / READ.name / shard.name, shard.gone).column("id").to_pylist()
    why = "the id is already taken by an earlier document"
    return (name, *write_rejects(folder, key, [Reject(ident, why, READ.name) for ident in ids]))
