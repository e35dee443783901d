"""What corpora come in: web archives, Parquet, large tables, addresses; parts make the same documents."""

import datetime
import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from selon.errors import ShardError, UsageError
from selon.ingest import rows as row_files
from selon.ingest import slices
from selon.ingest.read import read_paths
from selon.ingest.readers import parquet
from selon.ingest.slices import read_slice
from selon.model.document import Document, Reject
from selon.model.identity import sha256
from selon.testing.readers import check_bad_file

PROSE = (
    "Le dépôt de grains a brûlé dans la nuit, a indiqué la préfète. Les secours sont restés jusqu'au matin."
)
PAGE = f"<html lang='fr'><head><title>Incendie</title></head><body><article><h1>Incendie</h1><p>{PROSE}</p><p>{PROSE} Elle a remercié les équipes.</p></article></body></html>"  # fmt: skip  # noqa: E501
DATE = "2025-03-04T05:06:07Z"


def archive(path, records, packed=True):
    """Write records `(url, status, content type, bytes)` as a web archive."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=packed)
        for url, status, kind, data in records:
            http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    io.BytesIO(data),
                    http_headers=http,
                    warc_headers_dict={"WARC-Date": DATE},
                )
            )
    return path


def test_a_web_archive_gives_its_pages_and_nothing_else(tmp_path):
    """Pages answered with 200 are read, with address and time; pictures, errors and redirects passed over."""
    path = archive(
        tmp_path / "a.warc.gz",
        [
            ("https://phare.example/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
            ("https://phare.example/p.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://phare.example/gone", "404 Not Found", "text/html", PAGE.encode()),
            ("https://phare.example/2", "200 OK", "text/plain", f"{PROSE}\n\n{PROSE}".encode()),
            ("https://phare.example/3", "200 OK", "text/html", b"<html><body>Accueil</body></html>"),
        ],
    )
    found = list(read_paths([str(path)]))
    docs = [d for d in found if isinstance(d, Document)]
    assert [d.url for d in docs] == ["https://phare.example/1", "https://phare.example/2"]
    assert all("a indiqué la préfète" in d.text for d in docs)
    assert {d.capture.time for d in docs} == {DATE}
    assert [r.record for r in found if isinstance(r, Reject)] == ["https://phare.example/3"]
    assert len({d.id for d in docs}) == 2


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path):
    """A cut file: the whole records are read, and the break is told."""
    page = ("https://phare.example/1", "200 OK", "text/html", PAGE.encode())
    whole = archive(tmp_path / "a.warc.gz", [page, ("https://phare.example/2", *page[1:])]).read_bytes()
    (tmp_path / "b.warc.gz").write_bytes(whole[: len(whole) - 60])
    found = list(read_paths([str(tmp_path / "b.warc.gz")]))
    assert found[0].url == "https://phare.example/1"
    assert "cannot be read further" in found[-1].reason


def table(path, count=5, **more):
    """Write a Parquet table of `count` texts, two rows a row group."""
    columns = {"id": [str(n) for n in range(count)], "text": [f"{PROSE} {n}" for n in range(count)], **more}
    pyarrow.parquet.write_table(pa.table(columns), path, row_group_size=2)
    return path


def test_a_parquet_table_is_read_as_rows(tmp_path):
    """Known columns become fields, dates are read, other columns carried."""
    path = table(tmp_path / "t.parquet", 1, date=[datetime.date(2025, 3, 4)], section=["faits"])
    doc = check_rows(path)[0]
    assert (doc.date, bytes(doc.carried["section"])) == ("2025-03-04", b'"faits"')


def check_rows(path):
    docs = [d for d in read_paths([str(path)]) if isinstance(d, Document)]
    assert docs
    return docs


def test_what_is_no_table_of_texts_is_refused(tmp_path):
    """Other bytes, and a table without text or html, with a reason."""
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and then nothing")
    assert "not a Parquet table" in check_bad_file(parquet.ParquetReader(), tmp_path / "a.parquet")
    pyarrow.parquet.write_table(pa.table({"words": ["x"]}), tmp_path / "b.parquet")
    assert "no column" in check_bad_file(parquet.ParquetReader(), tmp_path / "b.parquet")


def everything(given):
    return [item for part in slices.slices([str(g) for g in given]) for item in read_slice(part)]


def test_parts_make_the_documents_of_the_whole(tmp_path, monkeypatch):
    """Lines of JSON by bytes, a table by row groups, loose files by handfuls: nothing lost, places kept."""
    monkeypatch.setattr(slices, "BYTES", 300)
    monkeypatch.setattr(slices, "ROWS", 2)
    monkeypatch.setattr(slices, "FILES", 2)
    lines = [json.dumps({"id": f"l{n}", "text": f"{PROSE} {n}"}) for n in range(7)]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines[:3], "{broken", *lines[3:]]) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"id": "z", "text": PROSE}))
    table(tmp_path / "c.parquet", 5)
    for name in ("d", "e", "f"):
        (tmp_path / f"{name}.txt").write_text(f"{PROSE}\n\n{PROSE} {name}\n", encoding="utf-8")
    assert len(slices.slices([str(tmp_path)])) >= 4 + 1 + 3 + 2
    assert everything([tmp_path]) == list(read_paths([str(tmp_path)]))
    names = [part.name for part in slices.slices([str(tmp_path)])]
    assert len(set(names)) == len(names)


def test_the_mark_of_a_part_follows_its_bytes(tmp_path):
    """A file that was written again is another one; its name stays."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "Un."}\n')
    before = slices.slices([str(path)])[0]
    path.write_text('{"id": "1", "text": "Un et deux."}\n')
    after = slices.slices([str(path)])[0]
    assert (before.name, before.mark != after.mark) == (after.name, True)


def test_files_behind_an_address_are_brought_and_keep_it(tmp_path):
    """A file system of fsspec: a folder of a page, rows and a hidden file; captures name the address."""
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/case/page.html", PAGE.encode())
    memory.pipe("/case/rows.jsonl", f'{{"id": "1", "text": "{PROSE}"}}\n{{}}\n'.encode())
    memory.pipe("/case/.hidden", b"x")
    found = everything(["memory://case"])
    assert {d.id for d in found if isinstance(d, Document)} == {"page", "1"}
    assert {d.capture.where for d in found if isinstance(d, Document)} == {
        "memory:///case/page.html",
        "memory:///case/rows.jsonl:1",
    }
    assert [r.where for r in found if isinstance(r, Reject)] == ["memory:///case/rows.jsonl:2"]
    assert [p.places for p in slices.slices(["memory://case/*.jsonl"])] == [("memory:///case/rows.jsonl",)]


def test_an_address_that_does_not_answer_is_told():
    """Nothing there, no such file system: told at once. Gone when it is read: worth another try."""
    with pytest.raises(UsageError, match="nowhere"):
        slices.slices(["memory://nowhere/at/all"])
    with pytest.raises(UsageError, match="cannot be listed"):
        slices.slices(["gopher://phare.example/x"])
    gone = slices.Slice(("memory://gone.txt",), ("gone",), "")
    with pytest.raises(ShardError, match=r"memory://gone\.txt cannot be brought"):
        list(read_slice(gone))


def test_a_large_table_of_commas_is_read_as_it_comes(tmp_path, monkeypatch):
    """Beyond the size that is decoded whole, the encoding is known by the start, and every row is there."""
    path = tmp_path / "t.csv"
    path.write_bytes(b"id;text\n" + b"".join(f"{n};{PROSE} {n}\n".encode("cp1252") for n in range(50)))
    whole = list(row_files.read_rows(path))
    monkeypatch.setattr(row_files, "MAX_FILE", 1000)
    assert list(row_files.read_rows(path)) == whole
    assert len(whole) == 50
    assert "brûlé" in whole[-1].text


def test_a_capture_of_an_archive_is_that_of_its_page(tmp_path):
    """It has the digest of the page and its place in the archive, not those of the file."""
    path = archive(
        tmp_path / "a.warc", [("https://phare.example/1", "200 OK", "text/html", PAGE.encode())], False
    )
    doc = next(read_paths([str(path)]))
    assert doc.capture.where == f"{path}@0"
    assert doc.capture.sha256 == sha256(PAGE.encode())
