"""The comparisons of one block: passages, and the pairs of documents that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import msgspec

from selon.link.reuse.aligning import align_all
from selon.link.reuse.boilerplate import muted
from selon.link.reuse.pairs import pair_of
from selon.link.reuse.reuse import identical
from selon.link.reuse.translation import find_translations
from selon.link.reuse.view import View, Views, view_of
from selon.model.passage import Passage, in_order
from selon.pipeline.corpus.blocks import Block
from selon.pipeline.corpus.collection import carried, reference, weights
from selon.pipeline.corpus.shards import documents_at, quoted_at
from selon.pipeline.corpus.units import Made
from selon.store.shards import records
from selon.store.shards.files import SUFFIX, write


class Comparing(msgspec.Struct, frozen=True):
    """A block, the names of the shards that hold its documents, and the state of the whole."""

    block: Block
    shards: dict[int, str]
    given: str


def align_block(folder: Path, key: str, what: Comparing) -> Made:
    """Write the passages of one block, and its pairs; facts: `passages`."""
    views = _views(folder.parent, what)
    found = sorted(_passages(folder.parent, what, views), key=in_order)
    refs = {view.doc.id: ref for ref, view in views.items()}
    lengths = {view.doc.id: max(1, len(view.doc.text.strip())) for view in views.values()}
    pairs = [
        records.pair(pair_of(ids, list(run), lengths), refs[ids[0]], refs[ids[1]])
        for ids, run in groupby(found, key=lambda p: (p.a, p.b))
    ]
    names = (f"passages/{key}{SUFFIX}", f"pairs/{key}{SUFFIX}")
    rows = (records.rows("passages", map(records.passage, found)), records.rows("pairs", pairs))
    for name, table in zip(names, rows, strict=True):
        write(folder / name, [table], table.schema)
    return Made(names, {"passages": len(found)})


def _views(home: Path, what: Comparing) -> dict[int, View]:
    """Return the views of the documents of a block, with what their outlets carry everywhere made mute."""
    refs = what.block.refs()
    docs, quoted = documents_at(home, what.shards, refs), quoted_at(home, what.shards, refs)
    common = carried(home, what.given)
    return {
        ref: muted(view_of(doc, records.spans_of(quoted[ref])), common.get(doc.outlet or "", frozenset()))
        for ref, doc in docs.items()
    }


def _passages(home: Path, what: Comparing, views: Mapping[int, View]) -> Iterator[Passage]:
    weigh = weights(home, what.given)
    for one, other in _ordered(what.block.identical, views):
        yield from identical(one, other, weigh)
    for found in align_all(_ordered(what.block.aligned, views), weigh):
        yield from found
    for ours, theirs in what.block.crossed:
        copies = [views[ref] for ref in (*ours, *theirs)]
        yield from find_translations(copies, reference(home, what.given))


def _ordered(pairs: Iterable[tuple[int, int]], views: Mapping[int, View]) -> Iterator[Views]:
    """Yield the views of pairs of places, ids in order."""
    for x, y in pairs:
        one, other = sorted((views[x], views[y]), key=lambda v: v.doc.id)
        yield one, other
