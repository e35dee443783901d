"""Shards are whole or not there; records come back as they went in; a ledger survives a crash."""

import errno

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import ShardError, StoreError
from selon.ingest.rows import row_document
from selon.model.document import Document
from selon.store.shards import files, records
from selon.store.shards.buckets import bucket_of, gather, scatter
from selon.store.shards.ledger import Entry, Ledger


def numbers(**columns):
    pa = files.arrow()
    return pa.table({name: pa.array(values, pa.int64()) for name, values in columns.items()})


def test_a_document_comes_back_as_it_went(tmp_path):
    """Text, parts, capture and carried fields, quotes and signs and all."""
    row = {"id": 'a"b', "text": 'Il a dit : « non ».\n\n"Oui", a-t-elle dit.', "url": "https://x.example", "n": [1, {"k": None}]}  # fmt: skip  # noqa: E501
    docs = [row_document(row), Document(id="plain", text="Rien.", lang="fr")]
    files.write(tmp_path / "d.parquet", [records.rows("documents", map(records.document, docs))], records.schema("documents"))  # fmt: skip  # noqa: E501
    assert records.documents_of(files.read(tmp_path / "d.parquet")) == docs


@given(st.lists(st.integers(0, 400), unique=True), st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_rows_are_found_by_place(tmp_path_factory, wanted, groups):
    """Whatever the row groups, the rows asked for come in their order."""
    path = tmp_path_factory.mktemp("s") / "s.parquet"
    ends = np.cumsum([0, *groups]).tolist()
    lots = [numbers(n=list(range(a, b))) for a, b in zip(ends, ends[1:], strict=False)]
    files.write(path, lots, lots[0].schema)
    rows = sorted(w for w in wanted if w < ends[-1]) or [0]
    assert files.read_rows(path, rows).column("n").to_pylist() == rows


@given(st.lists(st.tuples(st.integers(0, 2**63 - 1), st.integers(0, 9)), max_size=80), st.integers(1, 7))
def test_what_is_scattered_is_gathered(tmp_path_factory, rows, count):
    """Each row comes back in its own bucket once, in the order of the files."""
    folder = tmp_path_factory.mktemp("b")
    halves = (rows[: len(rows) // 2], rows[len(rows) // 2 :])
    paths = [folder / "0.parquet", folder / "1.parquet"]
    for path, half in zip(paths, halves, strict=True):
        keys = np.array([k for k, _ in half], dtype=np.uint64)
        scatter(
            path,
            numbers(key=[k for k, _ in half], n=[n for _, n in half]),
            bucket_of(keys << np.uint64(1), count),
        )
    found = [table for b in range(count) if (table := gather(paths, b)) is not None]
    back = [(r["key"], r["n"]) for table in found for r in table.to_pylist()]
    assert sorted(back) == sorted(rows)


def test_a_full_disk_stops_and_leaves_nothing(tmp_path, monkeypatch):
    """No space: StoreError that says so; a folder that does not answer: ShardError, worth another try."""

    def failing(number):
        def groups():
            yield numbers(n=[1])
            raise OSError(number, "no")

        return groups()

    with pytest.raises(StoreError, match="is full"):
        files.write(tmp_path / "a.parquet", failing(errno.ENOSPC), numbers(n=[1]).schema)
    with pytest.raises(ShardError, match="cannot be written"):
        files.write(tmp_path / "a.parquet", failing(errno.EIO), numbers(n=[1]).schema)
    with pytest.raises(ShardError, match="cannot be read"):
        files.read(tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_goes_on_after_a_crash(tmp_path):
    """A line cut short counts for nothing, other input is done again, a lost shard too, litter is swept."""
    (tmp_path / "a.parquet").touch()
    (tmp_path / "old.parquet").touch()
    (tmp_path / "b.parquet.1234.part").touch()
    with Ledger(tmp_path).writing() as ledger:
        ledger.add(Entry("a", "1", ("a.parquet",)))
        ledger.add(Entry("b", "1", ("b.parquet",)))
        ledger.add(Entry("c", "1", failed="odd"))
    with (tmp_path / "ledger.jsonl").open("a") as out:
        out.write('{"key": "d", "giv')
    ledger = Ledger(tmp_path)
    assert ledger.done("a", "1") == Entry("a", "1", ("a.parquet",))
    assert [ledger.done(*k) for k in (("a", "2"), ("b", "1"), ("c", "1"), ("d", "1"))] == [None] * 4
    with ledger.writing():
        ledger.add(Entry("d", "1"))
    assert Ledger(tmp_path).done("d", "1") == Entry("d", "1")
    ledger.keep({"a", "d"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.parquet", "ledger.jsonl"]
    assert Ledger(tmp_path).done("a", "1")
