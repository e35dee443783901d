"""Markdown with front matter, as static sites keep their articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selon.ingest import dates, frontmatter
from selon.ingest.assemble import Stated, documents
from selon.ingest.captures import capture, load
from selon.ingest.decode import decode
from selon.ingest.frontmatter import FrontMatter
from selon.model.document import Credit, CreditKind, Document, Reject


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
        front = frontmatter.find(text)
        stated = front_stated(front) if front else Stated()
        yield from documents(ident, text, stated, capture(data, path, self.media_type, encoding))


def front_stated(front: FrontMatter) -> Stated:
    """Return what front matter states; a field that is not there states nothing."""
    lang = front.get("lang", "language", "locale")
    words = front.get("date", "published", "publishdate", "pubdate", "published_at", "created")
    address = front.get("url", "canonical", "canonical_url", "link", "permalink")
    return Stated(
        title=front.get("title"),
        author=front.get("author", "authors", "byline"),
        outlet=front.get("outlet", "publisher", "site", "site_name", "publication"),
        url=address if address and address.startswith("http") else None,
        lang=lang,
        published=dates.parse(words, lang, "front matter") if words else None,
        credits=tuple(_credits(front)),
    )


def _credits(front: FrontMatter) -> Iterator[Credit]:
    kinds = (
        ("source", CreditKind.source),
        ("translator", CreditKind.translator),
        ("agency", CreditKind.agency),
    )
    for key, kind in kinds:
        if name := front.get(key):
            yield Credit(kind, name, front.places.get(key), None, name if name.startswith("http") else None)
