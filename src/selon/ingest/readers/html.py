"""HTML pages as saved from a browser or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from selon.ingest.article import html_documents
from selon.ingest.assemble import Stated
from selon.ingest.captures import capture, load
from selon.ingest.decode import decode
from selon.model.document import Document, Reject

_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)


class HtmlReader:
    """`.html`, `.htm`, `.xhtml`, and files that begin like a page (UTF-16 too)."""

    name = "html"
    media_type = "text/html"

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the name, or by a tag of a page among the first bytes of a file with no telling name."""
        if path.suffix.lower() in {".html", ".htm", ".xhtml"}:
            return True
        plain = path.suffix.lower() in {".md", ".markdown"}
        return not plain and bool(_TAG.search(head[:2048].replace(b"\x00", b"")))

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield the page's article, and an annex as a second document."""
        data = load(path)
        text, encoding = decode(str(path), data)
        yield from html_documents(ident, text, Stated(), capture(data, path, self.media_type, encoding))
