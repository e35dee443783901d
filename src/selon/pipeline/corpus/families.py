"""Lineage and clusters inside each group of documents that passages tie together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from selon.link.lineage.clusters import find_clusters
from selon.link.lineage.lineage import find_lineage
from selon.model.artefact import Artefact
from selon.model.document import Document
from selon.model.passage import Passage
from selon.pipeline.catalogue import EXAMINE, PASSAGES
from selon.pipeline.corpus.blocks import DOCUMENTS, packed
from selon.pipeline.corpus.shards import ROW, documents_at
from selon.pipeline.corpus.units import Made
from selon.store.shards import files, records
from selon.store.shards.files import SUFFIX, write

LARGEST = 5_000
"""Documents of a group beyond which its lineage is left to a cut: it must be held as a whole."""
TABLES = ("edges", "clusters", "families")


class Groups(msgspec.Struct, frozen=True):
    """Groups of documents by place, the shards that hold them, and the blocks that hold their passages."""

    groups: tuple[tuple[int, ...], ...]
    shards: dict[int, str]
    blocks: tuple[str, ...]


def trace_groups(folder: Path, key: str, what: Groups) -> Made:
    """Write lineage, clusters and families of some groups; facts: `edges`, and `left` without lineage."""
    out: dict[str, list[Any]] = {name: [] for name in TABLES}
    passages = _passages(folder.parent, what.blocks)
    left = 0
    for some in packed(what.groups, DOCUMENTS):
        refs = np.array(sorted(ref for group in some for ref in group), dtype=np.int64)
        docs = documents_at(folder.parent, what.shards, refs)
        shards = {what.shards[shard] for shard in np.unique(refs >> ROW).tolist()}
        artefacts = _artefacts(folder.parent, shards)
        for group in some:
            left += _add(out, [docs[ref] for ref in group], passages, artefacts)
    names = {name: f"{name}/{key}{SUFFIX}" for name in TABLES}
    for name, rows in out.items():
        write(folder / names[name], [records.rows(name, rows)], records.schema(name))
    return Made(tuple(names.values()), {"edges": len(out["edges"]), "left": left})


def _add(
    out: dict[str, list[Any]],
    docs: Sequence[Document],
    passages: Mapping[str, Sequence[Passage]],
    artefacts: Mapping[str, Sequence[Artefact]],
) -> int:
    """Add what one group shows; return how many documents are left without lineage."""
    out["families"].extend(_family(docs))
    if len(docs) > LARGEST:
        return len(docs)
    shared = [p for d in docs for p in passages.get(d.id, ())]
    edges = find_lineage(docs, shared, artefacts)
    out["edges"].extend(map(records.edge, edges))
    out["clusters"].extend(row for c in find_clusters(docs, shared, edges) for row in records.cluster(c))
    return 0


def _family(docs: Sequence[Document]) -> list[tuple[Any, ...]]:
    """Return the documents that reuse ties together, under the smallest id; a document alone is none."""
    if len(docs) < 2:
        return []
    first = min(d.id for d in docs)
    return [(ident, first, len(docs)) for ident in sorted(d.id for d in docs)]


def _passages(home: Path, blocks: Iterable[str]) -> Mapping[str, Sequence[Passage]]:
    """Return the passages of some blocks by the first of their documents."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for block in blocks:
        table = files.read(home / PASSAGES.name / f"passages/{block}{SUFFIX}", ["record"])
        for passage in records.records_of(table, Passage):
            found[passage.a].append(passage)
    return found


def _artefacts(home: Path, shards: Iterable[str]) -> Mapping[str, Sequence[Artefact]]:
    found: dict[str, list[Artefact]] = defaultdict(list)
    for name in sorted(shards):
        path = home / EXAMINE.name / "artefacts" / Path(name).name
        for artefact in records.records_of(files.read(path, ["record"]), Artefact) if path.exists() else ():
            found[artefact.doc].append(artefact)
    return found
