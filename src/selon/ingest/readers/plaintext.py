"""Plain text and dumps of pages: the text is the decoded file, unaltered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selon.errors import RecordError
from selon.ingest.assemble import Stated, documents
from selon.ingest.captures import capture, load
from selon.ingest.decode import decode
from selon.ingest.fronted import with_front
from selon.model.document import Document, Reject

_NOT_PROSE = {
    ".json",
    ".xml",
    ".yaml",
    ".yml",
    ".toml",
    ".py",
    ".js",
    ".css",
    ".svg",
    ".ini",
    ".lock",
    ".sql",
    ".log",
}


class PlainTextReader:
    """`.txt`, files without a telling name, and whatever no other reader claims."""

    name = "plaintext"
    media_type = "text/plain"

    def claims(self, path: Path, head: bytes) -> bool:
        """Claim every file: it stands last."""
        return True

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield the document of the file, and an annex as a second one."""
        if path.suffix.lower() in _NOT_PROSE:
            raise RecordError(
                str(path),
                f"a {path.suffix.lower()} file is no article: give text, HTML, Markdown or lines of JSON",
            )
        data = load(path)
        text, encoding = decode(str(path), data)
        stated = with_front(text, Stated())
        yield from documents(ident, text, stated, capture(data, path, self.media_type, encoding))
