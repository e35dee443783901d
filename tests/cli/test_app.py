"""The command line answers at once and loads nothing that a command does not use."""

import os
import signal
import subprocess
import sys
import time

import pytest

HEAVY = ("numpy", "spacy", "sqlalchemy", "fastapi", "trafilatura", "jinja2", "selon.pipeline", "selon.store")


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("trace", "--help"), ("show", "--help")])
def test_help_and_version_load_no_model_store_or_report(words):
    """`--help` and `--version` import none of the rooms that do the work."""
    code = (
        "import sys, atexit; sys.argv = ['selon', *sys.argv[1:]];"
        f"atexit.register(lambda: print('LOADED', [m for m in {HEAVY!r} if m in sys.modules]));"
        "from selon.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "LOADED []" in done.stdout


def test_ctrl_c_stops_with_one_sentence_and_the_next_run_goes_on(tmp_path):
    """An interrupted trace exits 130 with no traceback from any process; its dossier is completed later."""
    for n in range(9):
        words = f"Fire at mill {n}\n\nNobody was hurt in mill {n}, the fire service said on Monday.\n"
        (tmp_path / f"p{n}.txt").write_text(words, encoding="utf-8")
    run = [sys.executable, "-m", "selon", "trace", *sorted(map(str, tmp_path.glob("*.txt"))), "--jobs", "2"]
    going = subprocess.Popen(
        run,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    _until((tmp_path / "dossier.selon").exists)
    os.killpg(going.pid, signal.SIGINT)
    assert going.communicate(timeout=120)[1].strip() == "selon: stopped; what was finished is kept"
    assert going.returncode == 130
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "9 documents" in done.stdout.replace("\u00a0", " ").replace("\u202f", " ")


def _until(ready, most=60.0):
    end = time.monotonic() + most
    while not ready() and time.monotonic() < end:
        time.sleep(0.02)


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    """`selon read ... | head -c 1` exits 0 and says nothing of a pipe."""
    (tmp_path / "long.txt").write_text("Nobody was hurt in the mill.\n\n" * 20_000, encoding="utf-8")
    going = subprocess.Popen(
        [sys.executable, "-m", "selon", "read", "long.txt", "-o", "-"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    going.stdout.read(1)
    going.stdout.close()
    err = going.stderr.read()
    assert going.wait(120) == 0
    assert "ipe" not in err
