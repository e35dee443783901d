"""The command line answers at once and loads nothing that a command does not use."""

import subprocess
import sys

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
