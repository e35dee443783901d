"""Results are written whole or not at all."""

import errno
import os
import stat

import pytest

from selon.errors import UsageError
from selon.model.document import Reject
from selon.pipeline.output import rejects_path, write_rejects, write_text


def test_a_failure_leaves_the_former_file_and_no_litter(tmp_path):
    """When the rows fail half-way, the old output stands and no part file remains."""
    out = tmp_path / "out.jsonl"
    out.write_text("old\n")

    def rows():
        yield "new\n"
        raise ValueError("stop")

    with pytest.raises(ValueError):
        write_text(str(out), rows())
    assert out.read_text() == "old\n"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_missing_folder_is_a_usage_error(tmp_path):
    """The message names the file that cannot be written."""
    with pytest.raises(UsageError, match="cannot write"):
        write_text(str(tmp_path / "none" / "x"), ["x"])


@pytest.mark.parametrize(
    ("out", "rejects"),
    [
        ("a/out.jsonl", "a/out.rejects.jsonl"),
        ("o.json", "o.rejects.jsonl"),
        ("dir.v2", "dir.v2.rejects.jsonl"),
    ],
)
def test_rejects_stand_beside_the_output(out, rejects):
    """OUT.jsonl, OUT.json and a folder each have their list at a place one can guess."""
    assert str(rejects_path(out)) == rejects


def test_an_old_list_of_rejects_goes_away(tmp_path):
    """A run without rejects does not leave the list of the run before."""
    out = tmp_path / "out.jsonl"
    write_rejects(str(out), [Reject("a", "empty", "read")])
    assert rejects_path(str(out)).exists()
    write_rejects(str(out), [])
    assert not rejects_path(str(out)).exists()


def test_a_folder_in_the_way_leaves_no_litter(tmp_path):
    """When the last move fails, the part file goes away too."""
    (tmp_path / "out").mkdir()
    with pytest.raises(UsageError, match="cannot write"):
        write_text(str(tmp_path / "out"), ["x"])
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_full_disk_leaves_no_litter_and_the_former_file(tmp_path):
    """No space left is a usage error in words, the old output stands."""

    def full():
        yield "new"
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / "out.jsonl"
    out.write_text("old\n")
    with pytest.raises(UsageError, match="No space left"):
        write_text(str(out), full())
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"out.jsonl": "old\n"}


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path, capsys):
    """`-o /dev/null` or a named pipe is never replaced by a file, and nothing is put beside it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(str(pipe), ["douze\n"])
    assert os.read(reading, 99) == b"douze\n"
    os.close(reading)
    write_rejects(str(pipe), [Reject("a", "empty", "read")])
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [p.name for p in tmp_path.iterdir()] == ["pipe"]
    assert "set aside: a: empty" in capsys.readouterr().err


def test_a_link_stays_a_link(tmp_path):
    """The file that a link points to gets the words."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_text(str(tmp_path / "link"), ["x"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "x"
