"""Rows `{id, html or text, url?, title?, date?, outlet?, lang?}` <-> documents. Unknown fields are carried.

A text row is never split, cut or renumbered: its document's text is the row's text. Rows that `selon read`
wrote (with `parts`, `published`, `capture`) read back as the same document.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, TextIO, cast

import msgspec

from selon.errors import RecordError
from selon.ingest import dates
from selon.ingest.article import html_document
from selon.ingest.assemble import Stated, one_document
from selon.ingest.captures import place
from selon.ingest.decode import decode
from selon.ingest.fronted import with_front
from selon.ingest.limits import MAX_FILE, MAX_ROW
from selon.model.document import Capture, Credit, Document, Part, Published, Reject
from selon.model.identity import make_id, sha256

STAGE = "read"
_STATED = ("id", "html", "text", "url", "title", "date", "outlet", "lang")
_WRITTEN = ("byline", "author", "published", "parts", "credits", "host", "capture")
_NEEDED = ("parts", "credits", "published")


class _Restored(msgspec.Struct):
    """The fields that only `selon read` writes, in its own form."""

    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]
    published: Published | None
    byline: str | None = None
    author: str | None = None
    host: str | None = None
    capture: Capture | None = None


def row_document(row: dict[str, Any], where: str = "row") -> Document:
    """Return the document of a row; `where` names the place it was read from, for the capture.

    Numbers as ids become strings; a row without an id gets one from its content. Raises RecordError when
    there is neither text nor html, when a field has the wrong type, or when an html row has no article.
    """
    ident = _ident(row)
    text, page = _words(ident, row, "text"), _words(ident, row, "html")
    if restored := _restore(ident, row, text):
        return restored
    lang = _field(row, "lang")
    stated = Stated(
        title=_field(row, "title"),
        outlet=_field(row, "outlet"),
        url=_field(row, "url"),
        lang=lang,
        published=_published(row, lang),
    )
    if text is not None and text.strip():
        made = one_document(ident, text, with_front(text, stated), _capture(text, where, "text/plain"))
    elif page is not None and page.strip():
        made = html_document(ident, page, stated, _capture(page, where, "text/html"))
    else:
        raise RecordError(ident, "the row has neither text nor html")
    return msgspec.structs.replace(made, carried=_carried(row, _STATED))


def _ident(row: dict[str, Any]) -> str:
    value = row.get("id")
    if isinstance(value, bool | dict | list):
        raise RecordError(str(value)[:60], "the row's id is neither words nor a number")
    words = "" if value is None else " ".join(str(value).split())  # a line end would break tables of ids
    return words or make_id("r", row.get("text"), row.get("html"))


def _words(ident: str, row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise RecordError(ident, f"the row's {key} is {_kind(value)}, not text")


def _kind(value: object) -> str:
    """Return what a JSON value is, in the words of JSON."""
    kinds: dict[type, str] = {bool: "true or false", list: "a list", dict: "an object", str: "a string"}
    return "null" if value is None else kinds.get(type(value), "a number")


def _field(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    words = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
    return words or None


def _published(row: dict[str, Any], lang: str | None) -> Published | None:
    words = _field(row, "date")
    return dates.parse(words, lang, "row") if words else None


def _capture(words: str, where: str, media_type: str) -> Capture:
    data = words.encode("utf-8", errors="surrogatepass")
    return Capture(sha256(data), len(data), where, media_type, "utf-8")


def _carried(row: dict[str, Any], known: Iterable[str]) -> dict[str, msgspec.Raw] | None:
    rest = {str(k): msgspec.Raw(msgspec.json.encode(v)) for k, v in row.items() if k not in set(known)}
    return rest or None


def _restore(ident: str, row: dict[str, Any], text: str | None) -> Document | None:
    """Return the document of a row in the form that `selon read` writes, None when it is not in that form."""
    if not text or any(key not in row for key in _NEEDED):
        return None
    try:
        known = msgspec.convert(row, _Restored)
        return Document(
            id=ident,
            text=text,
            lang=_field(row, "lang") or "und",
            title=row.get("title"),
            outlet=row.get("outlet"),
            url=row.get("url"),
            carried=_carried(row, (*_STATED, *_WRITTEN)),
            **{f: getattr(known, f) for f in _WRITTEN},
        )
    except (msgspec.ValidationError, ValueError):
        return None


def document_row(doc: Document) -> dict[str, Any]:
    """Return the row of a document in the form of `selon read`: carried fields last, in their order."""
    made: dict[str, Any] = {
        "id": doc.id,
        "text": doc.text,
        "title": doc.title,
        "byline": doc.byline,
        "author": doc.author,
        "date": doc.date,
        "published": msgspec.to_builtins(doc.published),
        "outlet": doc.outlet,
        "url": doc.url,
        "lang": doc.lang,
        "parts": list(msgspec.to_builtins(doc.parts)),
        "credits": list(msgspec.to_builtins(doc.credits)),
        "host": doc.host,
        "capture": msgspec.to_builtins(doc.capture),
    }
    for key, raw in (doc.carried or {}).items():
        made.setdefault(key, msgspec.json.decode(raw))
    return made


class Lines(msgspec.Struct, frozen=True):
    """A part of a file of lines of JSON: its bytes `[start, stop)`, and the number of its first line."""

    start: int
    stop: int
    first: int = 1


def lines_of(path: Path, size: int) -> list[Lines]:
    """Return a `.jsonl` or `.ndjson` file in parts of about `size` bytes, cut between lines."""
    parts: list[Lines] = []
    start = stop = 0
    first = count = 1
    with path.open("rb") as handle:
        for line in handle:
            stop += len(line)
            count += 1
            if stop - start >= size:
                parts.append(Lines(start, stop, first))
                start, first = stop, count
    return [*parts, Lines(start, stop, first)] if stop > start else parts


def read_rows(path: Path | str, part: Lines | None = None) -> Iterator[Document | Reject]:
    """Yield a document for each row of a `.jsonl`, `.ndjson`, `.csv` or `.tsv` file, `.gz` or not.

    A row that cannot be used becomes a Reject whose `where` is `path:line` and whose reason says why. `part`
    is a part of a file of lines of JSON that is not packed.
    """
    path = Path(path)
    name = path.name.lower().removesuffix(".gz")
    try:
        with _open(path) as handle:
            rows = (
                _csv_rows(path, handle)
                if name.endswith((".csv", ".tsv"))
                else _json_rows(path, handle, part or Lines(0, _NO_END))
            )
            for number, row in rows:
                yield row_item(path, number, row)
    except (OSError, EOFError, zlib.error) as error:
        reason = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        yield Reject(place(path), reason, STAGE, place(path))
    except RecordError as error:
        yield Reject(place(path), error.reason, STAGE, place(path))


_NO_END = 1 << 62


def row_item(path: Path, number: int, row: dict[str, Any] | RecordError) -> Document | Reject:
    """Return the document of row `number` of a file, or why there is none."""
    where = f"{place(path)}:{number}"
    if isinstance(row, RecordError):
        return Reject(where, f"line {number}: {row.reason}", STAGE, where)
    try:
        return row_document(row, where)
    except RecordError as error:
        return Reject(error.record or where, f"line {number}: {error.reason}", STAGE, where)


def _open(path: Path) -> IO[bytes]:
    packed = path.name.lower().endswith(".gz")
    return cast(IO[bytes], gzip.open(path)) if packed else path.open("rb")


Numbered = Iterator[tuple[int, dict[str, Any] | RecordError]]


def _json_rows(path: Path, handle: IO[bytes], part: Lines) -> Numbered:
    number = part.first - 1
    if part.start:
        handle.seek(part.start)
    while (part.stop == _NO_END or handle.tell() < part.stop) and (line := handle.readline(MAX_ROW + 1)):
        number += 1
        if len(line) > MAX_ROW and not line.endswith(b"\n"):
            _skip_line(handle)
            yield number, RecordError("", f"a line of more than {MAX_ROW} bytes")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, _json_row(line)


def _skip_line(handle: IO[bytes]) -> None:
    while (rest := handle.readline(MAX_ROW)) and not rest.endswith(b"\n"):
        continue


def _json_row(line: bytes) -> dict[str, Any] | RecordError:
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return RecordError("", f"not JSON: {error}")
    return row if isinstance(row, dict) else RecordError("", f"not a JSON object but {_kind(row)}")


def _csv_rows(path: Path, handle: IO[bytes]) -> Numbered:
    csv.field_size_limit(MAX_ROW)
    text = _csv_text(path, handle)
    delimiter = "\t" if ".tsv" in path.name.lower() else _delimiter(text.readline())
    text.seek(0)
    rows = csv.DictReader(text, delimiter=delimiter)
    header = {str(name).strip() for name in rows.fieldnames or ()}
    if not header & {"text", "html"}:
        raise RecordError(str(path), "the first line names no column “text” or “html”")
    try:
        for row in rows:
            yield (
                rows.line_num,
                {str(k).strip(): v for k, v in row.items() if k is not None and v is not None},
            )
    except csv.Error as error:
        yield rows.line_num, RecordError("", f"not CSV: {error}")


def _csv_text(path: Path, handle: IO[bytes]) -> TextIO:
    """Return the words of a table; one that is larger than MAX_FILE is decoded as it is read."""
    data = handle.read(MAX_FILE + 1)
    if len(data) <= MAX_FILE:
        return io.StringIO(decode(str(path), data)[0], newline="")
    _, encoding = decode(str(path), data[: data.rfind(b"\n", 0, _HEAD) + 1] or data[:_HEAD])
    handle.seek(0)
    named = "utf-8-sig" if encoding == "utf-8" else encoding
    return io.TextIOWrapper(handle, named, errors="replace", newline="")


_HEAD = 1 << 20
"""Bytes by which the encoding of a large table is known."""


def _delimiter(first: str) -> str:
    return max((",", ";", "\t", "|"), key=lambda d: (first.count(d), d == ","))
