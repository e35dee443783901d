"""What a corpus is read from, in parts that can be read apart: files, parts of files, files together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from selon.errors import RecordError
from selon.ingest.addresses import Remote, at_hand, is_address, listed, named
from selon.ingest.captures import head
from selon.ingest.read import File, planned, read_file, safe_stem
from selon.ingest.readers import brings_ids, reader_for
from selon.ingest.readers.parquet import ParquetReader, groups_of, read_table
from selon.ingest.readers.rows import RowsReader
from selon.ingest.rows import Lines, lines_of, read_rows
from selon.model.document import Document, Reject
from selon.model.identity import digest

BYTES = 32 * 1024 * 1024
"""Of lines of JSON that are read in one part."""
ROWS = 20_000
"""Of a table that are read in one part, row groups whole."""
FILES = 200
"""Files of one document each that are read together."""


class Slice(msgspec.Struct, frozen=True):
    """One part of what is read: files, and the ids of their documents where they bring none.

    `mark` changes when the bytes may have. `lines` and `groups` say which part of the only file of `places`
    is meant: nothing for all of it. `refused` are files that are set aside without a look inside.
    """

    places: tuple[str, ...]
    idents: tuple[str, ...]
    mark: str
    lines: Lines | None = None
    groups: tuple[int, ...] = ()
    refused: tuple[Reject, ...] = ()

    @property
    def name(self) -> str:
        """A name that the part keeps when others are added: from its places alone."""
        return digest([self.places, self.lines, self.groups, [r.record for r in self.refused]])[:12]


def slices(given: Sequence[str]) -> list[Slice]:
    """Return the parts of paths and addresses, in the order of their names.

    Raises UsageError for what does not exist or cannot be listed.
    """
    local = planned([g for g in given if not is_address(g)])
    remote = sorted({r.address: r for g in given if is_address(g) for r in listed(g)}.items())
    refused = tuple(found for _, found in local if isinstance(found, Reject))
    out = [Slice((), (), digest(refused), refused=refused)] if refused else []
    files = [(file, ident) for file, ident in local if isinstance(ident, str)]
    for many, run in groupby(files, key=lambda f: brings_ids(f[0].reader)):
        out.extend((_parts if many else _together)(list(run)))
    return [*out, *_remote_parts([r for _, r in remote])]


def _parts(files: Sequence[tuple[File, str]]) -> Iterator[Slice]:
    """Yield the parts of files that hold many documents each."""
    for file, ident in files:
        whole = Slice((str(file.path),), (ident,), _mark(file.path))
        plain = isinstance(file.reader, RowsReader) and file.path.suffix.lower() in {".jsonl", ".ndjson"}
        if plain and file.path.is_file() and file.path.stat().st_size > BYTES:
            for lines in lines_of(file.path, BYTES):
                yield msgspec.structs.replace(whole, lines=lines)
        elif isinstance(file.reader, ParquetReader):
            for groups in _row_groups(file.path):
                yield msgspec.structs.replace(whole, groups=groups)
        else:
            yield whole


def _row_groups(path: Path) -> list[tuple[int, ...]]:
    """Return row groups that together hold some ROWS rows; nothing said of a table that cannot be read."""
    try:
        sizes = groups_of(path)
    except RecordError:
        return [()]  # reading it says why
    out: list[list[int]] = [[]]
    held = 0
    for group, size in enumerate(sizes):
        if out[-1] and held + size > ROWS:
            out.append([])
            held = 0
        out[-1].append(group)
        held += size
    return [tuple(groups) for groups in out]


def _together(files: Sequence[tuple[File, str]]) -> Iterator[Slice]:
    for at in range(0, len(files), FILES):
        run = files[at : at + FILES]
        marks = digest([_mark(file.path) for file, _ in run])
        yield Slice(tuple(str(file.path) for file, _ in run), tuple(ident for _, ident in run), marks)


def _mark(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"


def _remote_parts(files: Sequence[Remote]) -> Iterator[Slice]:
    """Yield the parts of files behind addresses; small ones of one document each are read together."""
    stems = Counter(safe_stem(Path(f.address)) for f in files)
    for many, run in groupby(files, key=lambda f: brings_ids(reader_for(Path(f.address), b""))):
        found = list(run)
        step = 1 if many else FILES
        for at in range(0, len(found), step):
            part = found[at : at + step]
            yield Slice(
                tuple(f.address for f in part),
                tuple(_ident(f.address, stems) for f in part),
                digest([[f.size, f.mark] for f in part]),
            )


def _ident(address: str, stems: Counter[str]) -> str:
    stem = safe_stem(Path(address))
    return stem if stems[stem] < 2 else f"{stem}~{digest(address)[:6]}"


def read_slice(part: Slice) -> Iterator[Document | Reject]:
    """Yield the documents of a part, and what was set aside; ShardError when an address does not answer."""
    yield from part.refused
    for place, ident in zip(part.places, part.idents, strict=True):
        if not is_address(place):
            yield from _read(Path(place), ident, part)
            continue
        with at_hand(place) as copy:
            for item in _read(copy, ident, part):
                yield named(item, copy, place)


def _read(path: Path, ident: str, part: Slice) -> Iterator[Document | Reject]:
    file = File(path, reader_for(path, head(path)))
    if part.lines is not None:
        yield from read_rows(path, part.lines)
    elif part.groups:
        yield from read_table(path, part.groups)
    else:
        yield from read_file(file, ident)
