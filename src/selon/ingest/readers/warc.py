"""Web archives (ISO 28500): each page that an archive holds, one record after the other."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from selon.errors import RecordError
from selon.ingest.article import html_documents
from selon.ingest.assemble import Stated, documents
from selon.ingest.captures import place
from selon.ingest.decode import decode
from selon.ingest.limits import MAX_FILE
from selon.ingest.rows import STAGE
from selon.model.document import Capture, Document, Reject
from selon.model.identity import digest, sha256

_HTML = ("text/html", "application/xhtml")
_TEXT = "text/plain"
_DIGITS = 16
"""Hex digits of an id: two of a billion pages hardly share one."""


class WarcReader:
    """`.warc` and `.warc.gz`: pages as answered with status 200, resources, and texts (`.wet`)."""

    name = "warc"
    media_type = "application/warc"
    brings_ids = True

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the name, or by the first line of a record."""
        name = path.name.lower().removesuffix(".gz")
        return name.endswith((".warc", ".wet")) or head.startswith(b"WARC/1.")

    def read(self, path: Path, ident: str) -> Iterator[Document | Reject]:
        """Yield the documents of every page; requests, pictures, redirects and errors are passed over.

        A page's id comes from its address and bytes; its capture keeps the time of the archive.
        """
        with path.open("rb") as stream:
            archive = ArchiveIterator(stream)
            try:
                for record in archive:
                    if kind := _kind(record):
                        data = record.content_stream().read(MAX_FILE + 1)
                        at = archive.get_record_offset()  # reads what is left of the record
                        _check_whole(record)
                        yield from _page(record, data, kind, f"{place(path)}@{at}")
            except (ArchiveLoadFailed, EOFError, OSError, zlib.error) as error:
                reason = f"the archive cannot be read further: {error}"
                yield Reject(place(path), reason, STAGE, place(path))


def _check_whole(record: Any) -> None:
    """Raise EOFError when the archive ends before its record does: half a page is none."""
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("it breaks off inside a record")


def _kind(record: Any) -> str:
    """Return what a record holds of use: a media type, or nothing."""
    if record.rec_type not in {"response", "resource", "conversion"}:
        return ""
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return ""
    headers = record.http_headers or record.rec_headers
    said = (headers.get_header("Content-Type") or "").lower()
    return said.split(";")[0].strip() if said.startswith((*_HTML, _TEXT)) else ""


def _page(record: Any, data: bytes, kind: str, where: str) -> Iterator[Document | Reject]:
    url = record.rec_headers.get_header("WARC-Target-URI") or where
    capture = Capture(
        sha256(data), len(data), where, kind, None, time=record.rec_headers.get_header("WARC-Date")
    )
    try:
        yield from _documents(url, data, capture)
    except RecordError as error:
        yield Reject(url, error.reason, STAGE, where, capture)


def _documents(url: str, data: bytes, capture: Capture) -> tuple[Document, ...]:
    if len(data) > MAX_FILE:
        raise RecordError(url, f"too large: more than {MAX_FILE} bytes")
    text, encoding = decode(url, data)
    ident = f"w{digest([url, capture.sha256])[:_DIGITS]}"
    told = msgspec.structs.replace(capture, encoding=encoding)
    if capture.media_type == _TEXT:
        return documents(ident, text, Stated(url=url), told)
    return html_documents(ident, text, Stated(url=url), told)
