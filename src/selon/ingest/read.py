"""Files and folders -> documents and rejects; ids come from names and content, never from order."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selon.errors import RecordError, UsageError
from selon.ingest.captures import head, place
from selon.ingest.readers import Reader, brings_ids, reader_for
from selon.ingest.rows import STAGE
from selon.model.document import Capture, Document, Reject

_UNSAFE = re.compile(r"[^\w.-]+")
_CHUNK = 1 << 20


@dataclass(frozen=True)
class File:
    """A file to read and the reader that claims it."""

    path: Path
    reader: Reader

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, empty when they cannot be read (reading says why)."""
        return _digest(self.path)

    @property
    def stem(self) -> str:
        """The name of the file, as an id."""
        return safe_stem(self.path)

    @property
    def where(self) -> str:
        """The path in words."""
        return place(self.path)


def safe_stem(path: Path) -> str:
    """Return a file's stem with white space and signs made `-`, so that it can be an id and a file name."""
    return _UNSAFE.sub("-", path.stem).strip("-.") or "document"


def read_paths(paths: Sequence[str]) -> Iterator[Document | Reject]:
    """Yield the documents of files and folders (recursive, hidden files left out), and what was set aside.

    Files are read in the order of their paths, whatever the order of `paths`. A document's id is its file's
    stem; when files of one run share a stem, the same bytes are read once (the others become rejects) and
    different bytes get `stem~` and six hex digits of their digest. A row whose id is already taken is set
    aside. Raises UsageError for an address or a path that does not exist.
    """
    seen: dict[str, str] = {}
    for file, ident in planned(paths):
        if isinstance(ident, Reject):
            yield ident
        else:
            yield from _fresh(read_file(file, ident), file.where, seen)


def planned(paths: Sequence[str]) -> list[tuple[File, str | Reject]]:
    """Return the files of `paths` in order, each with the id of its document or why it is set aside.

    Raises UsageError for an address or a path that does not exist.
    """
    kept, repeated = _first_of_each([_known(p) for p in _files(paths)])
    idents = _idents(kept)
    plan: dict[File, str | Reject] = {file: idents[file.path] for file in kept}
    plan.update((file, _repeat(file, kept)) for file in repeated)
    return sorted(plan.items(), key=lambda item: str(item[0].path))


def _files(paths: Sequence[str]) -> list[Path]:
    found: dict[str, Path] = {}
    for given in paths:
        for path in _expand(given):
            found.setdefault(os.path.abspath(path), path)
    return sorted(found.values(), key=str)


def _expand(given: str) -> Iterator[Path]:
    if re.match(r"[a-z][a-z0-9+.-]*://", given, re.IGNORECASE):
        raise UsageError(f"{given}: selon does not fetch pages yet; save the page and give the file")
    path = Path(given)
    if path.is_dir():
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            yield from (Path(folder) / n for n in sorted(names) if not n.startswith("."))
    elif path.exists() or path.is_symlink():
        yield path
    else:
        raise UsageError(f"{place(given)}: there is no such file or folder")


def _known(path: Path) -> File:
    return File(path, reader_for(path, head(path)))


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""  # opening a pipe would wait for a writer for ever
    made = hashlib.sha256()
    try:
        with path.open("rb") as handle:
            while chunk := handle.read(_CHUNK):
                made.update(chunk)
    except OSError:
        return ""
    return made.hexdigest()


def _first_of_each(files: list[File]) -> tuple[list[File], list[File]]:
    """Part files with the same stem and bytes: the first by path is kept."""
    stems = Counter(f.stem for f in files)
    seen: set[tuple[str, str]] = set()
    kept: list[File] = []
    repeated: list[File] = []
    for file in files:
        if stems[file.stem] < 2:  # no need to read it for its digest
            kept.append(file)
            continue
        key = (file.stem, file.digest)
        (repeated if file.digest and key in seen else kept).append(file)
        seen.add(key)
    return kept, repeated


def _idents(kept: list[File]) -> dict[Path, str]:
    stems = Counter(f.stem for f in kept if not brings_ids(f.reader))
    return {f.path: f.stem if stems[f.stem] < 2 else f"{f.stem}~{f.digest[:6] or '000000'}" for f in kept}


def _repeat(file: File, kept: list[File]) -> Reject:
    first = next(k for k in kept if (k.stem, k.digest) == (file.stem, file.digest))
    return Reject(file.where, f"the same capture as {first.where}", STAGE, file.where)


def read_file(file: File, ident: str) -> Iterator[Document | Reject]:
    """Yield the documents of one file, and what was set aside; the first one gets the id `ident`."""
    try:
        if file.path.exists() and not file.path.is_file():
            raise RecordError(file.where, "a pipe, device or socket, not a file: save it as a file first")
        yield from file.reader.read(file.path, ident)
    except RecordError as error:
        yield Reject(file.where, error.reason, STAGE, file.where, _rejected(file))


def _rejected(file: File) -> Capture | None:
    """Return the capture of a file that was set aside, None when it could not be read."""
    if not file.digest:
        return None
    return Capture(file.digest, file.path.stat().st_size, file.where, file.reader.media_type, None)


def _fresh(
    found: Iterator[Document | Reject], where: str, seen: dict[str, str]
) -> Iterator[Document | Reject]:
    """Pass documents on; one whose id was already given is set aside."""
    for item in found:
        if isinstance(item, Document) and item.id in seen:
            yield Reject(
                item.id,
                f"the id is already taken by a document of {seen[item.id]}",
                STAGE,
                where,
                item.capture,
            )
            continue
        if isinstance(item, Document):
            seen[item.id] = where
        yield item
