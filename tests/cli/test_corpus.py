"""`selon corpus` and `selon cut`: what they print, what they refuse, how they end."""

import subprocess
import sys

import pytest

TEXT = "Douze personnes ont été blessées, a indiqué la préfète de l'Orvanche. Le feu a pris dans la nuit."


def selon(*words):
    command = [sys.executable, "-m", "selon", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A corpus of one text and one line that is none."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "a.jsonl").write_text(
        f'{{"id": "a", "text": "{TEXT}", "lang": "fr"}}\n{{}}\n', encoding="utf-8"
    )
    done = selon("corpus", folder / "a.jsonl", folder / "out", "--jobs", 1, "--strict")
    assert done.returncode == 1, done.stderr  # strict: a line was set aside
    assert "1 documents, 1 different texts, 1 set aside" in done.stderr
    return folder / "out"


def test_a_cut_prints_the_dossier(home, tmp_path):
    """The summary on standard output, the counts on standard error, and the HTML dossier if asked."""
    words = ("cut", home, "--where", "lang = 'fr'", "--dossier", tmp_path / "d.selon", "--title", "Le feu")
    done = selon(*words, "--report", tmp_path / "d.html", "--lang", "fr")
    assert done.returncode == 0, done.stderr
    assert "1 documents, 0 passages" in done.stderr
    assert "1\xa0document" in done.stdout
    assert "Le feu" in (tmp_path / "d.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["corpus", "only-one"], "the folder for the shards"),
        (["corpus", "missing.jsonl", "OUT"], "there is no such file or folder"),
        (["corpus", "a.jsonl", "OUT", "--on", "localhost"], "dask://HOST:PORT"),
        (["cut", "OUT"], "--where or with --query"),
        (["cut", "OUT", "--where", "a", "--query", "b"], "--where or with --query"),
        (["cut", "OUT", "--where", "true"], "holds no corpus"),
        (["trace", "a.txt", "--on", "tcp://"], "dask://HOST:PORT"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(words, told, tmp_path, monkeypatch):
    """Exit 2, one line that says what to do, nothing written."""
    monkeypatch.chdir(tmp_path)
    done = selon(*words)
    assert done.returncode == 2, done.stderr
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
