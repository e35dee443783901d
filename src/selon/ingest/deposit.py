"""Bytes and words that a reader hands over, kept as files beside a dossier so that captures stay."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import BinaryIO

import msgspec

from selon.ingest.decode import decode
from selon.ingest.fetch import Fetched
from selon.ingest.read import safe_stem
from selon.model.identity import digest

_ROWS = (".jsonl", ".ndjson", ".csv", ".tsv")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_LONGEST = 80
"""Characters of a name: a file system takes 255 bytes."""


class Pasted(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text with what its reader says of it; what is empty is not said."""

    text: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""


def beside(dossier: Path) -> Path:
    """Return the folder that keeps what was handed over to a dossier."""
    return dossier.with_name(dossier.name + ".files")


def new_folder(dossier: Path, now: str) -> Path:
    """Make and return the folder of one addition, named after its time (UTC, ISO 8601)."""
    name = re.sub(r"[^\dTZ-]", "", now)
    number = 1
    while True:
        folder = beside(dossier) / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir(parents=True)
            return folder
        except FileExistsError:
            number += 1


def plain_name(given: str) -> str:
    """Return a name that is safe in any folder: no path, no signs, never hidden, the kind of file kept."""
    name = given.replace("\\", "/").rpartition("/")[2]
    packed = ".gz" if name.lower().endswith(".gz") else ""
    bare = name[: len(name) - len(packed)]
    suffix = Path(bare).suffix.lower()
    kept = suffix if _SUFFIX.fullmatch(suffix) else ""
    stem = safe_stem(Path(bare if kept or not suffix else f"{bare}.x"))[:_LONGEST].rstrip("-.") or "document"
    return stem + kept + (packed if kept in _ROWS else "")


def put_file(folder: Path, given: str, source: BinaryIO) -> Path:
    """Copy `source` into `folder` under a plain name; a second file of that name gets a number."""
    name = plain_name(given)
    stem, dot, rest = name.partition(".")
    number = 1
    while True:
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{rest}")
        try:
            with path.open("xb") as out:
                shutil.copyfileobj(source, out)
            return path
        except FileExistsError:
            number += 1


def put_text(folder: Path, pasted: Pasted) -> Path:
    """Write a pasted text as a row; its id depends on the text and on where it was published."""
    ident = "p-" + digest([pasted.text, pasted.outlet, pasted.url])[:6]
    path = folder / f"{ident}.jsonl"
    path.write_bytes(msgspec.json.encode({"id": ident, **msgspec.to_builtins(pasted)}) + b"\n")
    return path


def put_page(folder: Path, page: Fetched) -> Path:
    """Write a fetched page as a row that keeps its address; its id depends on the address alone.

    Raises RecordError for bytes that are no text.
    """
    ident = "a-" + digest(page.url)[:6]
    words, _ = decode(page.url, page.data)
    row = {"id": ident, "html" if page.html else "text": words, "url": page.url}
    path = folder / f"{ident}.jsonl"
    path.write_bytes(msgspec.json.encode(row) + b"\n")
    return path
