"""Reading a corpus: each part of the input becomes shards of documents, and a list of what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count, islice
from pathlib import Path

from selon.ingest.slices import Slice, read_slice
from selon.model.document import Document, Reject
from selon.pipeline.corpus.units import Made
from selon.store.shards import records
from selon.store.shards.files import SUFFIX, write

SHARD = 1000
"""Documents of a shard."""
GROUP = 64
"""Documents of a row group, which a worker holds at once."""
LETTERS = 4_000_000
"""Letters of a row group, from which it is closed with fewer documents."""


def read_part(folder: Path, key: str, part: Slice) -> Made:
    """Write the documents of one part of the input; facts: `documents`, the rows of each shard."""
    rejects: list[Reject] = []
    docs = _documents(read_slice(part), rejects)
    files: list[str] = []
    sizes: list[int] = []
    for number in count():
        groups = _groups(islice(docs, SHARD))
        if (first := next(groups, None)) is None:
            break
        files.append(f"documents/{key}-{number:05}{SUFFIX}")
        tables = (records.rows("documents", map(records.document, g)) for g in chain([first], groups))
        sizes.append(sum(write(folder / files[-1], tables, records.schema("documents"))))
    facts = {"documents": sizes, "rejects": len(rejects)}
    return Made((*files, *write_rejects(folder, key, rejects)), facts)


def _documents(found: Iterable[Document | Reject], rejects: list[Reject]) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Reject):
            rejects.append(item)
        else:
            yield item


def _groups(docs: Iterable[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    letters = 0
    for doc in docs:
        group.append(doc)
        letters += len(doc.text)
        if len(group) >= GROUP or letters >= LETTERS:
            yield group
            group, letters = [], 0
    if group:
        yield group


def write_rejects(folder: Path, key: str, rejects: Iterable[Reject]) -> tuple[str, ...]:
    """Write what a unit set aside; return the name of the shard, none when there is nothing."""
    rows = [records.reject(r) for r in rejects]
    if not rows:
        return ()
    name = f"rejects/{key}{SUFFIX}"
    write(folder / name, [records.rows("rejects", rows)], records.schema("rejects"))
    return (name,)
