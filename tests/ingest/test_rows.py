"""Rows become documents without being cut, and documents become rows that read back the same."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import RecordError
from selon.ingest.rows import document_row, read_rows, row_document
from selon.model.document import Document, Reject
from tests.ingest.pages import ANNEX, DUMP, HTML, MARKDOWN, WALL


@pytest.mark.parametrize("text", [DUMP, ANNEX, MARKDOWN])
def test_a_text_row_keeps_its_text(text):
    """Dumps and raw Markdown stay whole, parts are found inside."""
    doc = row_document({"id": 7, "text": text, "lang": "fr"})
    assert (doc.id, doc.text) == ("7", text)
    assert len({p.kind for p in doc.parts}) > 3


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_row_is_unaltered(text):
    """Law: the document's text is the row's text."""
    assert row_document({"id": "a", "text": text}).text == text


def test_fields_are_used_and_the_rest_is_carried():
    """Title, date, outlet, url and language are read; unknown fields come out again as they were."""
    row = {
        "id": "a",
        "text": DUMP,
        "title": "T",
        "date": "2024-03-05",
        "outlet": "La Gazette",
        "url": "http://g.example/a",
    }
    doc = row_document({**row, "country": "FR", "tags": ["x", 1], "author": {"name": "?"}})
    assert (doc.title, doc.date, doc.outlet, doc.url, doc.lang) == (
        "T",
        "2024-03-05",
        "La Gazette",
        "http://g.example/a",
        "fr",
    )
    out = document_row(doc)
    assert (out["country"], out["tags"]) == ("FR", ["x", 1])
    assert doc.published.basis == "row"


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1, "text": DUMP},
        {"id": "b", "text": ANNEX, "extra": {"a": None}},
        {"id": "c", "html": HTML},
        {"text": MARKDOWN, "date": "2024"},
    ],
)
def test_what_read_writes_reads_back(row):
    """Law: document_row and row_document are inverse on what was read."""
    first = row_document(row)
    written = json.loads(json.dumps(document_row(first)))
    again = row_document(written)
    assert document_row(again) == document_row(first)
    assert (again.parts, again.credits, again.published, again.capture) == (
        first.parts,
        first.credits,
        first.published,
        first.capture,
    )


def test_front_matter_speaks_where_the_row_does_not():
    """Raw Markdown in a row: its date and title count unless the row states its own."""
    doc = row_document({"id": "a", "text": MARKDOWN})
    assert (doc.title, doc.date) == ("La digue tient, dit le ministère", "2024-02-11")
    assert row_document({"id": "a", "text": MARKDOWN, "date": "2024-02-12"}).date == "2024-02-12"


def test_foreign_fields_with_selons_names_are_carried():
    """A field named `parts` that is not selon's own does not break the row."""
    doc = row_document(
        {"id": "a", "text": "Le pont est fermé.", "parts": 3, "credits": "x", "published": "hier"}
    )
    assert doc.parts[0].kind == "body"
    assert set(doc.carried) == {"parts", "credits", "published"}


def test_an_html_row_gives_the_main_text():
    """Navigation and footer are left out; what the page states is used."""
    doc = row_document({"id": "h", "html": HTML})
    assert "Le pont de Brévane sera fermé" in doc.text
    assert "Accueil" not in doc.text
    assert doc.outlet == "Le Phare de Brévane"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"id": "a"}, "neither text nor html"),
        ({"id": "a", "text": "  \n"}, "neither text nor html"),
        ({"id": "a", "text": 12}, "not text"),
        ({"id": ["a"], "text": "x"}, "neither words nor a number"),
        ({"id": "a", "html": WALL}, "only a cookie wall"),
        ({"id": "a", "text": "x" * 1_000_001}, "one line of 1000001 characters"),
    ],
)
def test_rows_that_cannot_be_used_say_why(row, words):
    """The reason is in plain words."""
    with pytest.raises(RecordError, match=words):
        row_document(row)


def test_language_is_stated_or_found():
    """A stated language holds for a short text, the text's own words for a long one."""
    assert row_document({"id": "a", "text": "Bien.", "lang": "fr-CA"}).lang == "fr"
    assert row_document({"id": "a", "text": DUMP, "lang": "en"}).lang == "fr"


def test_a_broken_line_is_one_reject(tmp_path):
    """Broken lines are listed with their number, the others are read; .gz is opened."""
    lines = [
        '{"id": 1, "text": "Le pont est fermé."}',
        "{broken",
        "[1]",
        "",
        '{"id": 2, "text": "Le pont rouvre."}',
    ]
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    found = list(read_rows(path))
    assert [f.id for f in found if isinstance(f, Document)] == ["1", "2"]
    rejects = [f for f in found if isinstance(f, Reject)]
    assert [r.where for r in rejects] == [f"{path}:2", f"{path}:3"]
    assert rejects[0].reason.startswith("line 2: not JSON")


def test_a_cut_gzip_keeps_what_was_read(tmp_path):
    """A .gz that breaks off gives its rows and a reject."""
    rows = "".join(json.dumps({"id": n, "text": f"Phrase {n} {n * 7919}."}) + "\n" for n in range(400))
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(rows.encode())[:-400])
    found = list(read_rows(path))
    assert isinstance(found[-1], Reject)
    assert "cannot be read" in found[-1].reason


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_are_rows(tmp_path, mark):
    """CSV with commas, semicolons or tabs, texts with line ends inside quotes."""
    path = tmp_path / "rows.csv"
    path.write_text(
        f'id{mark}text{mark}outlet\n1{mark}"Le pont est fermé.\nIl rouvre."{mark}La Gazette\n',
        encoding="utf-8",
    )
    (doc,) = read_rows(path)
    assert (doc.id, doc.text, doc.outlet) == ("1", "Le pont est fermé.\nIl rouvre.", "La Gazette")


def test_a_table_without_text_is_refused(tmp_path):
    """A table must name a column text or html."""
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n1,2\n")
    (reject,) = read_rows(path)
    assert "no column" in reject.reason


def test_ids_never_hold_a_line_end_and_blank_ones_come_from_the_content():
    """A line end or tab in an id would break the tables that name it; slashes and signs stay."""
    assert row_document({"id": " a\n\tb ", "text": "Nobody was hurt."}).id == "a b"
    assert row_document({"id": "a/b#c", "text": "Nobody was hurt."}).id == "a/b#c"
    assert row_document({"id": " ", "text": "Nobody was hurt."}).id.startswith("r")


@pytest.mark.parametrize(("line", "says"), [("null", "null"), ("[1]", "a list"), ("3", "a number")])
def test_a_line_of_other_json_is_told_in_the_words_of_json(tmp_path, line, says):
    """The reason names what stands there, not a type of Python."""
    (tmp_path / "r.jsonl").write_text(line, encoding="utf-8")
    (found,) = read_rows(tmp_path / "r.jsonl")
    assert found.reason.endswith(f"but {says}")
