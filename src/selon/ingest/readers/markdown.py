"""Markdown with front matter, as static sites keep their articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selon.ingest.assemble import Stated, documents
from selon.ingest.captures import capture, load
from selon.ingest.decode import decode
from selon.ingest.fronted import with_front
from selon.model.document import Document, Reject


class MarkdownReader:
    """`.md`, `.markdown`, and text files that begin with front matter."""

    name = "markdown"
    media_type = "text/markdown"

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the name, or by a fence of front matter on the first line."""
        named = path.suffix.lower() in {".md", ".markdown", ".mdx"}
        return named or head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"---\n", b"---\r\n"))

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield the document of the file, its text unaltered, and an annex as a second one."""
        data = load(path)
        text, encoding = decode(str(path), data)
        stated = with_front(text, Stated())
        yield from documents(ident, text, stated, capture(data, path, self.media_type, encoding))
