"""Bytes to text: byte order marks, UTF-8, UTF-16, then charset-normalizer; binary data is refused."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from selon.errors import RecordError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65536
_FEW = 0.01


def named_kind(head: bytes) -> str | None:
    """Return what a binary file is in plain words, by its first bytes, or None."""
    return next((words for magic, words in _MAGIC if head.startswith(magic)), None)


def decode(record: str, data: bytes) -> tuple[str, str]:
    """Return `(text, encoding)` of `data`; a byte order mark is not part of the text.

    Order: byte order mark, UTF-8, UTF-16 by the places of its zero bytes, the charset an HTML head states,
    charset-normalizer, Windows-1252. Line ends are kept. Raises RecordError for empty and binary data.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise RecordError(record, f"empty: {len(data)} bytes and no text in them")
    for text, encoding in _attempts(record, data):
        return text, encoding
    raise RecordError(record, "the bytes are text in no encoding that selon knows")


def _attempts(record: str, data: bytes) -> Iterator[tuple[str, str]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield data[len(mark) :].decode(encoding, errors="replace"), encoding
    _refuse_known(record, data)
    if (wide := _wide(data)) is not None:
        yield data.decode(wide, errors="replace"), wide
    _refuse_binary(record, data)
    yield from _narrow(data)


def _narrow(data: bytes) -> Iterator[tuple[str, str]]:
    guesses = ["utf-8", _declared(data), _guessed(data), "cp1252", "latin-1"]
    for encoding in guesses:
        try:
            yield data.decode(encoding or "utf-8"), encoding or "utf-8"
        except (UnicodeDecodeError, LookupError):
            continue


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii").lower() if found else None


def _guessed(data: bytes) -> str | None:
    """Guess from the start of the data; Latin-1 is read as its superset Windows-1252, as browsers do."""
    best = from_bytes(data[:_SAMPLE], cp_exclusion=["utf_7"]).best()
    if best is None:
        return None
    western = {
        "latin_1",
        "iso8859_1",
        "iso8859_15",
        "cp1250",
        "cp1254",
        "cp1257",
        "mac_roman",
        "cp850",
        "cp858",
    }
    return "cp1252" if best.encoding in western and _western(data[:_SAMPLE]) else best.encoding


def _western(data: bytes) -> bool:
    """Tell whether the high bytes, read as Windows-1252, are letters and signs that French or Spanish use."""
    high = [b for b in data if b >= 0x80]
    usual = sum(1 for b in high if bytes([b]).decode("cp1252", "replace") in _WESTERN)
    return bool(high) and usual >= 0.9 * len(high)


_WESTERN = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆáíóúñÁÍÓÚÑ¿¡ãõß«»“”‘’–—…€°£©®•\u00a0")


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 form of data without a mark: zero bytes at every second place of Latin text."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    odd, even = sample[1::2].count(0) / half, sample[0::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _refuse_known(record: str, data: bytes) -> None:
    words = named_kind(data[:16])
    if words and (b"\x00" in data[:8192] or _high(data[:8192]) or words == "a PDF file"):
        raise RecordError(record, f"not text: {words} ({len(data)} bytes)")


def _refuse_binary(record: str, data: bytes) -> None:
    sample = data[:_SAMPLE]
    odd = sample.count(0) + len(_CONTROLS.findall(sample))
    if odd > _FEW * len(sample):
        raise RecordError(record, f"not text: binary data ({odd} control bytes in the first {len(sample)})")


def _high(data: bytes) -> bool:
    return sum(b >= 0x80 for b in data) > 0.05 * len(data)
