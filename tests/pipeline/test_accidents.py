"""Killed, short of room or robbed of a process: nothing half-written stays, and the next run ends the job."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import articles
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from tests.pipeline.states import state

ROOT = Path(__file__).resolve().parents[2]
ACCIDENT = Path(__file__).parent / "accident.py"
ROWS = list(articles.rows(10))


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """Ten short generated articles as files: enough for a pool of processes."""
    folder = tmp_path_factory.mktemp("texts")
    for row in ROWS:
        head = row["text"][: row["text"].index("\n\n", 700)]
        (folder / f"{row['id']}.txt").write_text(f"{row['title']}\n\n{head}\n", encoding="utf-8")
    return sorted(map(str, folder.iterdir()))


@pytest.fixture(scope="module")
def whole(texts, tmp_path_factory):
    """The bytes of a run that nothing disturbs."""
    file = tmp_path_factory.mktemp("whole") / "d.selon"
    resumed(file, texts)
    return state(file)


def resumed(file, texts):
    with Dossier(file, create=True) as dossier:
        return trace(texts, dossier, 1)


def accident(place, file, texts):
    """Run until the accident, in processes of its own."""
    command = [sys.executable, str(ACCIDENT), place, str(file), *texts]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def sound(file):
    found = sqlite3.connect(file)
    assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


@pytest.mark.parametrize(("place", "kept"), [("examine", range(1, 10)), ("link", [10]), ("write", [10])])
def test_a_killed_run_goes_on_where_it_stopped(place, kept, texts, whole, tmp_path):
    """SIGKILL in analysis, linking or writing: the file is sound, work done is kept, the bytes are the same.

    Killed in writing, no link of the unfinished transaction is seen.
    """
    file = tmp_path / "d.selon"
    done = accident(place, file, texts)
    assert done.returncode == -signal.SIGKILL, done.stderr
    with sound(file) as found:
        examined = found.execute("SELECT count(*) FROM ledger WHERE stage = 'examine'").fetchone()[0]
        assert examined in kept
        assert found.execute("SELECT count(*) FROM passages").fetchone() == (0,)
    outcome = resumed(file, texts)
    assert outcome.examined == len(texts) - examined
    assert outcome.linked
    assert state(file) == whole


def test_no_process_outlives_a_killed_run(texts, tmp_path):
    """The processes of the pool end with the run that started them, also when it could tell them nothing."""
    done = accident("examine", tmp_path / "d.selon", texts)
    children = [int(line) for line in done.stdout.split()]
    assert children
    until = time.monotonic() + 20
    while (alive := [pid for pid in children if _runs(pid)]) and time.monotonic() < until:
        time.sleep(0.1)
    assert alive == []


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_killed_process_of_the_pool_costs_only_time(texts, whole, tmp_path):
    """One process of the pool dies: its share is done again and the run completes with the same bytes."""
    done = accident("worker", tmp_path / "d.selon", texts)
    assert done.returncode == 0, done.stderr
    assert state(tmp_path / "d.selon") == whole


def test_a_full_disk_is_told_and_leaves_the_dossier_intact(texts, whole, tmp_path):
    """No room for the file: exit 3 and one sentence that says what to do; with room the run completes."""
    file = tmp_path / "d.selon"
    resumed(file, texts[:4])
    before = state(file)
    command = [sys.executable, "-m", "selon", "trace", *texts, "--dossier", str(file), "--jobs", "1"]
    limit = file.stat().st_size + 8192
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "SELON_CACHE": str(tmp_path / "none")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert done.returncode == 3, done.stderr
    assert "disk is full" in done.stderr
    assert "run it again" in done.stderr
    assert "Traceback" not in done.stderr
    sound(file).close()
    assert len(before) > 0
    resumed(file, texts)
    assert state(file) == whole
