"""Files and folders: good pages are read, bad ones set aside in clear words, ids hang on content."""

from __future__ import annotations

import os
import time

import pytest

from selon.errors import UsageError
from selon.ingest.read import read_paths
from selon.model.document import Document, Reject
from tests.ingest.pages import ANNEX, DUMP, HTML, MARKDOWN, WALL


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a dump.txt").write_text(DUMP, encoding="utf-8", newline="")
    (tmp_path / "annex.txt").write_text(ANNEX, encoding="utf-8", newline="")
    (tmp_path / "sub" / "digue.md").write_text(MARKDOWN, encoding="utf-8", newline="")
    (tmp_path / "sub" / "pont.html").write_text(HTML, encoding="utf-8", newline="")
    return tmp_path


def split(paths):
    found = list(read_paths([str(p) for p in paths]))
    docs = {f.id: f for f in found if isinstance(f, Document)}
    return docs, [f for f in found if isinstance(f, Reject)]


def test_a_folder_is_read_whole(folder):
    """Text, Markdown, HTML and annexes, with ids from the names."""
    docs, rejects = split([folder])
    assert sorted(docs) == ["a-dump", "annex", "annex#2", "digue", "pont"]
    assert rejects == []
    assert docs["a-dump"].text == DUMP
    assert docs["digue"].text == MARKDOWN
    assert docs["digue"].published.basis == "front matter"
    assert docs["pont"].capture.media_type == "text/html"


def test_line_ends_are_kept(tmp_path):
    """The text is the decoded file: \\r\\n is not translated."""
    text = "Le pont est fermé.\r\n\r\nIl rouvre mardi.\r\n"
    (tmp_path / "x.txt").write_bytes(text.encode("utf-16"))
    docs, _ = split([tmp_path])
    assert docs["x"].text == text
    assert docs["x"].capture.encoding.startswith("utf-16")


def test_the_order_of_paths_changes_nothing(folder):
    """Law: the same files in any order, given twice or as a folder, give the same documents."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    one = list(read_paths([str(p) for p in files]))
    other = list(read_paths([str(p) for p in [*reversed(files), files[0]]]))
    assert one == other


def test_same_stem_different_bytes(tmp_path):
    """Both get the stem and six digits of their digest, whatever the order."""
    for name, words in (("a", "Le pont est fermé."), ("b", "Le pont est ouvert.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(words)
    docs, rejects = split([tmp_path])
    assert rejects == []
    assert all(doc.id == f"page~{doc.capture.sha256[:6]}" for doc in docs.values())
    assert len(docs) == 2


def test_same_stem_same_bytes(tmp_path):
    """One is kept, the other is set aside as the same capture."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text("Le pont est fermé.")
    docs, rejects = split([tmp_path])
    assert list(docs) == ["page"]
    assert [r.reason for r in rejects] == [f"the same capture as {tmp_path / 'a' / 'page.txt'}"]


def test_a_row_with_an_id_that_is_taken_is_set_aside(tmp_path):
    """No document takes the place of another."""
    (tmp_path / "r.jsonl").write_text('{"id": 1, "text": "Un."}\n{"id": "1", "text": "Deux."}\n')
    docs, rejects = split([tmp_path])
    assert docs["1"].text == "Un."
    assert "already taken" in rejects[0].reason


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.html", b"  \n ", "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, "a JPEG picture"),
        ("noise.txt", bytes(range(256)) * 40, "binary data"),
        ("wall.html", WALL.encode(), "only a cookie wall, no article text"),
        ("wall.txt", DUMP[DUMP.index("Le bouton") :].encode(), "only a cookie wall, no article text"),
        ("nothing.html", b"<html><body><nav>Menu</nav></body></html>", "no article text"),
        ("data.json", b"[1, 2]", "no article"),
        ("rows.jsonl", b'{"id": 1}\n', "neither text nor html"),
    ],
)
def test_bad_pages_are_rejects_and_the_rest_is_read(folder, name, data, words):
    """One bad file among good ones: a clear reason, the capture named, the others read."""
    (folder / name).write_bytes(data)
    docs, rejects = split([folder])
    assert len(docs) == 5
    (reject,) = rejects
    assert words in reject.reason
    assert str(folder / name) in reject.where


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file(folder):
    """A file without permission is set aside."""
    (folder / "closed.txt").write_text("x")
    (folder / "closed.txt").chmod(0)
    _, rejects = split([folder])
    assert "cannot be read: Permission denied" in rejects[0].reason


def test_a_broken_link(folder):
    """A link to nowhere is a reject, not a crash."""
    (folder / "lost.txt").symlink_to(folder / "nowhere.txt")
    docs, rejects = split([folder])
    assert len(docs) == 5
    assert "cannot be read" in rejects[0].reason


@pytest.mark.parametrize("unit", ["a", "mot ", "\u00a0", "{{<"])
def test_a_line_of_twenty_megabytes_does_not_hang(tmp_path, unit):
    """It is set aside within seconds, with its length."""
    (tmp_path / "long.txt").write_text(
        ("début " + unit * (20_000_000 // len(unit)))[:20_000_000] + "fin", encoding="utf-8"
    )
    start = time.monotonic()
    _, rejects = split([tmp_path])
    assert time.monotonic() - start < 20
    assert "limit 1000000" in rejects[0].reason


@pytest.mark.parametrize(
    "unit", ["a", "mot ", "Lire aussi : ", "© ", "(AFP) ", "4 mars 2025 ", "«x», ", "[a](", "{{< ", "par X "]
)
def test_a_long_line_under_the_limit_is_linear(tmp_path, unit):
    """A line of half a million characters is read in seconds."""
    (tmp_path / "long.txt").write_text(
        "Le pont est fermé.\n" + unit * (400_000 // len(unit)), encoding="utf-8"
    )
    start = time.monotonic()
    docs, rejects = split([tmp_path])
    assert time.monotonic() - start < 15
    assert len(docs) + len(rejects) == 1


@pytest.mark.parametrize("given", ["https://phare.example/pont", "nowhere/at/all.txt"])
def test_what_cannot_be_asked_for(given):
    """An address or a missing path is an error of use that says what to do."""
    with pytest.raises(UsageError, match=given):
        list(read_paths([given]))


def test_a_pipe_is_set_aside_and_never_waited_for(tmp_path):
    """A named pipe in a folder would hold a run up for ever: it is listed, the rest is read."""
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "mill.txt").write_text("The mill stood empty. Nobody was hurt.", encoding="utf-8")
    found = list(read_paths([str(tmp_path)]))
    assert [f.id for f in found if isinstance(f, Document)] == ["mill"]
    assert all("pipe, device or socket" in f.reason for f in found if isinstance(f, Reject))
    assert len(found) == 3


def test_a_file_name_that_is_no_utf8_is_read_and_can_be_written(tmp_path):
    """Old archives have names in Latin-1: the document is read, its place is told in writable words."""
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w", encoding="utf-8") as handle:
        handle.write("The mill stood empty. Nobody was hurt.")
    (doc,) = read_paths([str(tmp_path)])
    assert doc.capture.where.encode("utf-8").endswith(rb"caf\xe9.txt")
    assert doc.id.encode("utf-8")
