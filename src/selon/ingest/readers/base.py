"""What a reader is: it says which files are its own, and turns one into documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from selon.model.document import Document, Reject


class Reader(Protocol):
    """A kind of file. Readers raise RecordError for a file that they cannot use."""

    name: str
    media_type: str

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is of this kind, by its name and its first bytes."""
        ...

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield the documents of the file; `ident` is the id of the first one, where rows bring none."""
        ...
