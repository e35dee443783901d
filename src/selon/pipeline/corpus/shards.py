"""The shards of documents: how a place in them is told by one number, and how documents are had by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

from selon.link.reuse.joining import Pairs
from selon.model.document import Document
from selon.pipeline.catalogue import EXAMINE, READ
from selon.store.shards import files, records

ROW = 20
"""Bits of a number that tell the row; the rest tell the shard."""


class Shard(msgspec.Struct, frozen=True):
    """A shard of documents: its number, name and rows; `gone` are rows whose id an earlier one has."""

    number: int
    name: str
    rows: int
    gone: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """The name of what is found in this shard."""
        return Path(self.name).stem

    def refs(self) -> Pairs:
        """Return the places of its rows."""
        return (self.number << ROW) + np.arange(self.rows, dtype=np.int64)

    def documents(self, home: Path) -> Iterator[tuple[int, Document]]:
        """Yield the place and the document of each row that counts, a row group at a time."""
        gone = frozenset(self.gone)
        row = 0
        for group in files.read_groups(home / READ.name / self.name):
            for doc in records.documents_of(group):
                if row not in gone:
                    yield (self.number << ROW) + row, doc
                row += 1


def by_shard(refs: Pairs) -> Iterator[tuple[int, list[int]]]:
    """Yield each shard that `refs` (rising) name, with the rows in it."""
    for shard in np.unique(refs >> ROW).tolist():
        yield shard, (refs[refs >> ROW == shard] & ((1 << ROW) - 1)).tolist()


def documents_at(home: Path, names: Mapping[int, str], refs: Pairs) -> dict[int, Document]:
    """Return the documents at `refs` (rising); `names[shard]` is the name of each shard."""
    found: dict[int, Document] = {}
    for shard, rows in by_shard(refs):
        docs = records.documents_of(files.read_rows(home / READ.name / names[shard], rows))
        found.update(((shard << ROW) + row, doc) for row, doc in zip(rows, docs, strict=True))
    return found


def quoted_at(home: Path, names: Mapping[int, str], refs: Pairs) -> dict[int, Sequence[int]]:
    """Return where the documents at `refs` give the words of others, as numbers in a row."""
    found: dict[int, Sequence[int]] = {}
    for shard, rows in by_shard(refs):
        path = home / EXAMINE.name / quoted_name(names[shard])
        spans = files.read_rows(path, rows).column("spans").to_pylist() if path.exists() else [()] * len(rows)
        found.update(((shard << ROW) + row, flat) for row, flat in zip(rows, spans, strict=True))
    return found


def quoted_name(shard: str) -> str:
    """Return the name of the shard that tells what is quoted in the documents of `shard`."""
    return f"quoted/{Path(shard).name}"
