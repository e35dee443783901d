"""The analysis of a shard: `examine` on each document, its findings as rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selon.model.document import Document, Reject
from selon.pipeline.corpus.reading import write_rejects
from selon.pipeline.corpus.shards import ROW, Shard, quoted_name
from selon.pipeline.corpus.units import Made
from selon.pipeline.examine import Findings, examine
from selon.pipeline.linking import quoted
from selon.store.shards import records
from selon.store.shards.files import SUFFIX, arrow, table, write

TABLES = ("statements", "quantities", "artefacts")


def examine_shard(folder: Path, key: str, shard: Shard) -> Made:
    """Write the findings of the documents of one shard; facts: `rejects`."""
    out: dict[str, list[Any]] = {name: [] for name in TABLES}
    spans: dict[int, list[int]] = {}
    rejects: list[Reject] = []
    for ref, doc in shard.documents(folder.parent):
        found = examine(doc)
        if isinstance(found, Reject):
            rejects.append(found)
            continue
        spans[ref & ((1 << ROW) - 1)] = records.flat_spans(quoted(doc, found.statements))
        _add(out, doc, found)
    names = [_write(folder, name, key, rows) for name, rows in out.items()]
    quotes = quoted_name(shard.name)
    schema = arrow().schema([("spans", arrow().list_(arrow().int32()))])
    write(folder / quotes, [table({"spans": [spans.get(r, []) for r in range(shard.rows)]}, schema)], schema)
    return Made((*names, quotes, *write_rejects(folder, key, rejects)), {"rejects": len(rejects)})


def _add(out: dict[str, list[Any]], doc: Document, found: Findings) -> None:
    out["statements"].extend(records.statement(doc, s) for s in found.all_statements)
    out["quantities"].extend(records.quantity(q, n, doc.text) for n, q in enumerate(found.quantities))
    out["artefacts"].extend(records.artefact(a, n) for n, a in enumerate(found.artefacts))


def _write(folder: Path, name: str, key: str, rows: list[Any]) -> str:
    path = f"{name}/{key}{SUFFIX}"
    write(folder / path, [records.rows(name, rows)], records.schema(name))
    return path
