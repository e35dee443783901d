"""Bad input gets clear words, the rest is done, the rejects are listed, nothing half-written stays."""

import json
import os
import subprocess
import sys

import pytest

GOOD = (
    "Incendie à Port-Lazare\n\n"
    "Douze personnes ont été blessées dans l'incendie du dépôt, a indiqué la préfète de l'Orvanche.\n\n"
    "Le feu s'est déclaré dans la nuit et a mobilisé quatre-vingts pompiers, selon les secours.\n"
)


def selon(*words, cwd, code=0):
    """Run the command as a user would and return what it printed on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "selon", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD, encoding="utf-8")
    return pages


def rejects(out):
    return [
        json.loads(line)
        for line in out.with_suffix(".rejects.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def read(folder, code=0, *flags):
    out = folder.parent / "docs.jsonl"
    selon("read", folder, "-o", out, *flags, cwd=folder.parent, code=code)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()], out


def test_a_folder_with_broken_pages_gives_the_good_ones_and_a_list(folder):
    """Empty, binary and unreadable files are set aside with reasons; the good page is read."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blob.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "cut.html").write_bytes(b"<html><body><p>")
    docs, out = read(folder)
    assert [d["id"] for d in docs] == ["good"]
    assert sorted(os.path.basename(r["record"]) for r in rejects(out)) == [
        "blob.txt",
        "cut.html",
        "empty.txt",
        "gone.txt",
    ]
    assert all(len(r["reason"]) > 8 for r in rejects(out))


def test_strict_makes_rejects_an_error(folder):
    """Rejects alone exit 0, and 1 under --strict."""
    (folder / "empty.txt").write_bytes(b"")
    read(folder, 1, "--strict")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read_with_their_accents(folder, encoding):
    """Latin-1, Windows, UTF-16 and a byte-order mark give the same words."""
    (folder / "good.txt").write_bytes(GOOD.encode(encoding))
    docs, _ = read(folder)
    assert "préfète de l'Orvanche" in docs[0]["text"]


def test_a_line_of_twenty_megabytes_ends_in_time(folder):
    """A line without end is read or set aside with words; it never hangs."""
    (folder / "long.txt").write_text("incendie du port " * 1_200_000, encoding="utf-8")
    docs, out = read(folder)
    told = {d["id"] for d in docs} | {
        os.path.basename(r["record"])
        for r in (rejects(out) if out.with_suffix(".rejects.jsonl").exists() else [])
    }
    assert any(t.startswith("long") for t in told)
    assert "good" in told


def test_bad_rows_are_set_aside_with_their_line(tmp_path):
    """A line that is no JSON, a row without text and a second row of one id are listed; the rest is done."""
    rows = [
        '{"id": 1, "text": "Douze blessés, selon la préfète."}',
        "{oops",
        '{"id": 2}',
        '{"id": 1, "text": "Autre."}',
    ]
    given, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    given.write_text("\n".join(rows), encoding="utf-8")
    selon("statements", given, "-o", out, cwd=tmp_path)
    assert {json.loads(line)["doc_id"] for line in out.read_text(encoding="utf-8").splitlines()} == {"1"}
    assert len(rejects(out)) == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("trace", "nowhere.txt"), "no such file"),
        (("read", "pages", "-o", "none/x.jsonl"), "cannot write"),
        (("who", "douze", "--dossier", "none.selon"), "no dossier at"),
        (("trace", "pages", "--dossier", "none/x.selon"), "no folder"),
        (("show", "verdict", "x", "--dossier", "none.selon"), "no dossier at"),
        (("trace", "pages", "--lang", "tlh"), "selon speaks"),
        (("serve", "none.selon", "--no-browser", "--lang", "tlh"), "choose fr or en"),
        (("serve", "none.selon", "--no-browser"), "no dossier at"),
        (("reuse", "pages", "-o", "-"), "give a folder"),
        (("statements", "nowhere.jsonl", "-o", "x.jsonl"), "no such file"),
        (("origins", "pages", "-o", "-"), "selon read pages"),
        (("trace", "pages", "--dossier", "pages"), "is a folder: name a file"),
        (("who", "douze", "--dossier", "pages/good.txt"), "not a dossier"),
    ],
)
def test_a_usage_error_says_what_to_do_and_exits_2(folder, words, says):
    """A wrong path, kind, language or output is one line on standard error and exit code 2."""
    _, err = selon(*words, cwd=folder.parent, code=2)
    assert says in err


def test_an_unknown_setting_is_an_error(folder):
    """A misspelt key in selon.toml is named, never ignored."""
    (folder.parent / "selon.toml").write_text('dosier = "x"\n')
    _, err = selon("trace", "pages", cwd=folder.parent, code=2)
    assert "selon.toml" in err
    assert "dosier" in err
