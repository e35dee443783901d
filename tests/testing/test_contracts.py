"""Every built-in reader, executor and language passes the suite that others' must pass."""

import pytest

from selon.ingest.readers import BUILT_IN
from selon.languages import pack
from selon.pipeline.executors.local import Local
from selon.testing.executors import check_executor, check_processes
from selon.testing.languages import check_pack
from selon.testing.readers import check_bad_file, check_good_file

PROSE = (
    "Le dépôt de grains a brûlé dans la nuit, a indiqué la préfète. Les secours sont restés jusqu'au matin.\n"
)
GOOD = {
    "page.html": "<html lang='fr'><head><title>Incendie au port</title></head>"
    "<body><article><h1>Incendie au port</h1>"
    f"<p>{PROSE * 3}</p><p>{PROSE}</p></article></body></html>",
    "page.md": f"---\ntitle: Incendie au port\ndate: 2025-03-04\n---\n\n{PROSE}\n> {PROSE}\n",
    "page.txt": f"Incendie au port\n\n{PROSE}\n{PROSE}",
}


@pytest.mark.parametrize("code", pack.codes())
def test_every_language_pack_can_be_used(code):
    """Each pack has its tables and says what kind it is."""
    check_pack(code)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_local_executor_keeps_its_promises(jobs, tmp_path):
    """Order, shares, second tries and errors in this process and in two."""
    check_executor(Local(jobs), tmp_path)


def test_a_process_of_the_local_executor_may_die(tmp_path):
    """Its share is done again; what ends every process is given up alone."""
    check_processes(Local(2), tmp_path)


def claimed(path):
    return next(r for r in BUILT_IN if r.claims(path, path.read_bytes()[:4096]))


@pytest.mark.parametrize("name", GOOD)
def test_every_reader_reads_its_own_kind(name, tmp_path):
    """Text, parts and capture of a good file hold together, twice the same."""
    path = tmp_path / name
    path.write_text(GOOD[name], encoding="utf-8")
    docs = check_good_file(claimed(path), path)
    assert "a indiqué la préfète" in docs[0].text


@pytest.mark.parametrize("name", ["page.html", "page.md", "page.txt"])
@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 16], ids=["empty", "binary"])
def test_every_reader_refuses_what_it_cannot_read(name, content, tmp_path):
    """Empty and binary files are refused with a reason."""
    path = tmp_path / name
    path.write_bytes(content)
    check_bad_file(claimed(path), path)
