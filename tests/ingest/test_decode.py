"""Bytes become text in the encoding they are in; what is not text is refused in words."""

from __future__ import annotations

import pytest

from selon.errors import RecordError
from selon.ingest.decode import decode

WORDS = (
    "L’été, « la préfète » a dit : « Ça va ». Où sont passés les élèves ? À l’école, près du marché.\n" * 3
)
LATIN = "L'été, la préfète a dit : «Ça va». Où sont passés les élèves ? À l'école, près du marché.\r\n" * 3


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode("utf-8"), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (WORDS.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text(data, encoding):
    """Byte order marks are not part of the text; UTF-16 is known without one; cp1252 keeps its quotes."""
    assert decode("x", data) == (WORDS, encoding)


def test_latin_1_keeps_its_accents_and_line_ends():
    """Latin-1 French is read as its superset cp1252, and \\r\\n stays as it is."""
    text, encoding = decode("x", LATIN.encode("latin-1"))
    assert text == LATIN
    assert encoding == "cp1252"


def test_a_declared_charset_is_used():
    """A page that states its charset is read with it when it is not UTF-8."""
    page = '<meta charset="iso-8859-2"><p>Łódź i Kraków</p>'
    assert "Łódź" in decode("x", page.encode("iso-8859-2"))[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "a PNG picture"),
        (b"%PDF-1.7\n%stuff", "a PDF file"),
        (b"PK\x03\x04" + bytes(range(256)) * 8, "a ZIP archive"),
        (bytes(range(256)) * 40, "binary data"),
    ],
)
def test_what_is_not_text_is_refused_in_words(data, words):
    """The reason names what was found."""
    with pytest.raises(RecordError, match=words):
        decode("x", data)


def test_a_stray_nul_is_kept():
    """One zero byte in a text does not make it binary, and the text stays unaltered."""
    text = WORDS.replace("préfète", "pré\x00fète", 1)
    assert decode("x", text.encode())[0] == text
