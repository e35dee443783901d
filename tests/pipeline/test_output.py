"""Results are written whole or not at all."""

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
