"""A corpus ends in the same tables whatever the shards, the interruptions, the failures; a cut is a case."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from selon.errors import ShardError, UsageError
from selon.ingest import slices
from selon.pipeline.catalogue import CORPUS, EXAMINE, READ
from selon.pipeline.corpus import aligning, blocks, examining, families, reading, run, stages, survey
from selon.pipeline.cut import cut
from selon.pipeline.executors.local import Local
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.store.shards.asking import asking
from tests.pipeline.states import state
from tests.pipeline.tables import shards, tables

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("00000-0", "00000-1", "00000-2", "00000-3", "00000-4", "00000-5")


@pytest.fixture
def few(texts):
    """A dispatch, its copies, a translation and a report, as paths in words."""
    return [str(t) for t in texts if t.stem in SMALL]


@pytest.fixture
def tiny(monkeypatch):
    """Shards, groups, buckets and blocks so small that six texts need several of each."""
    monkeypatch.setattr(reading, "SHARD", 2)
    monkeypatch.setattr(reading, "GROUP", 1)
    monkeypatch.setattr(stages, "ROWS", 500)
    monkeypatch.setattr(stages, "SURVEYS", 1)
    monkeypatch.setattr(blocks, "DOCUMENTS", 3)
    monkeypatch.setattr(blocks, "COMPARED", 4)
    monkeypatch.setattr(families, "DOCUMENTS", 2)
    monkeypatch.setattr(slices, "FILES", 4)


def made(given, home, jobs=1, **more):
    with Local(jobs) as executor:
        return run.corpus([str(g) for g in given], home, executor, **more)


def rows(path, found):
    path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    return path


def test_a_cut_of_all_is_the_dossier_of_trace(few, tmp_path):
    """Corpus and cut give the bytes of `trace`: passages in one language and across, lineage, claims."""
    assert made(few, tmp_path / "c").documents == 6
    cut(tmp_path / "c", tmp_path / "cut.selon", where="true")
    with Dossier(tmp_path / "traced.selon", create=True) as dossier:
        trace(few, dossier, jobs=1)
    assert state(tmp_path / "cut.selon") == state(tmp_path / "traced.selon")
    with Dossier(tmp_path / "cut.selon") as dossier:
        again = trace(few, dossier, jobs=1)
    assert (again.same, again.examined, again.linked) == (6, 0, False)


def test_neither_the_size_of_shards_nor_of_blocks_changes_a_row(few, tmp_path, tiny, monkeypatch):
    """Six shards, many buckets and blocks of three: the tables of one shard and one block."""
    made(few, tmp_path / "small")
    assert len(list((tmp_path / "small/read/documents").iterdir())) > 2
    assert len(list((tmp_path / "small/passages/passages").iterdir())) > 2
    monkeypatch.undo()
    made(few, tmp_path / "large")
    assert tables(tmp_path / "small") == tables(tmp_path / "large")


def test_two_processes_write_the_shards_of_one(few, tmp_path, tiny):
    """The same input gives the same shards, byte for byte, whatever the number of processes."""
    made(few[:4], tmp_path / "one")
    made(few[3::-1], tmp_path / "two", jobs=2)
    assert shards(tmp_path / "one") == shards(tmp_path / "two")


@pytest.mark.parametrize("place", ["examine", "passages"])
def test_a_killed_run_goes_on_from_its_ledger(place, few, tmp_path, monkeypatch):
    """SIGKILL in a stage: what the ledger says is done is not done again, the shards are those of one run."""
    command = [sys.executable, "-m", "tests.pipeline.accident_corpus", place, str(tmp_path / "c"), *few[:4]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    before = ledger(tmp_path / "c", "examine")
    assert before
    with pytest.raises(UsageError, match="is not finished"):
        cut(tmp_path / "c", tmp_path / "d.selon", where="true")
    assert not (tmp_path / "d.selon").exists()
    monkeypatch.setattr(reading, "SHARD", 2)
    made(few[:4], tmp_path / "c")
    assert ledger(tmp_path / "c", "examine")[: len(before)] == before
    assert len(ledger(tmp_path / "c", "examine")) == 2
    made(few[:4], tmp_path / "whole")
    assert shards(tmp_path / "c") == shards(tmp_path / "whole")
    assert not list((tmp_path / "c").rglob("*.part"))


def ledger(home, stage):
    return (home / stage / "ledger.jsonl").read_text(encoding="utf-8").splitlines()


def test_a_shard_that_fails_is_told_and_tried_again(few, tmp_path, tiny, monkeypatch):
    """One shard breaks the analysis: all others are finished, the reason told, the next run does only it."""
    real, seen = examining.quoted, []

    def fragile(doc, statements):
        seen.append(doc.id)
        if doc.id == "00000-2":
            raise RuntimeError("odd marks")
        return real(doc, statements)

    with monkeypatch.context() as broken:
        broken.setattr(examining, "quoted", fragile)
        with pytest.raises(ShardError, match=r"1 of 3 parts of “examine”.*odd marks.*the same command again"):
            made(few, tmp_path / "c")
    assert {"00000-0", "00000-5"} <= set(seen)
    monkeypatch.setattr(
        examining, "quoted", lambda doc, found: seen.append(f"again {doc.id}") or real(doc, found)
    )
    made(few, tmp_path / "c")
    assert [s for s in seen if s.startswith("again")] == ["again 00000-2", "again 00000-3"]
    monkeypatch.undo()
    made(few, tmp_path / "whole")
    assert tables(tmp_path / "c") == tables(tmp_path / "whole")


def test_a_run_may_go_on_without_what_fails(few, tmp_path, tiny, monkeypatch):
    """With `without_failed` the documents of the shard are there, and what was found in them is not."""
    monkeypatch.setattr(examining, "quoted", lambda doc, found: 1 / (doc.id != "00000-2") and ())
    outcome = made(few[:4], tmp_path / "c", without_failed=True)
    assert (outcome.documents, outcome.failed) == (4, 1)
    assert {row[1] for row in tables(tmp_path / "c")["statements"]} == {"00000-0", "00000-1"}
    assert {row[:2] for row in tables(tmp_path / "c")["pairs"]} >= {("00000-0", "00000-2")}


def test_a_full_disk_is_told_and_the_next_run_goes_on(few, tmp_path):
    """No room for a shard: exit 3, one sentence that says what to do, no half shard; then it goes on."""
    command = [sys.executable, "-m", "selon", "corpus", *few[:4], str(tmp_path / "c"), "--jobs", "1"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "SELON_CACHE": str(tmp_path / "none")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode == 3, done.stderr
    assert "is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "c").rglob("*.part"))
    assert made(few[:4], tmp_path / "c").documents == 4


def test_what_is_added_is_read_and_analysed_alone(few, tmp_path, monkeypatch):
    """A second file beside the first: its shard is examined, the first one is not, links are found anew."""
    texts = [Path(p).read_text(encoding="utf-8") for p in few]
    first = rows(tmp_path / "b.jsonl", [{"id": "0", "text": texts[0]}, {"id": "1", "text": texts[2]}])
    made([first], tmp_path / "c")
    second = rows(tmp_path / "a.jsonl", [{"id": "2", "text": texts[3]}])
    seen = []
    real = examining.examine
    monkeypatch.setattr(examining, "examine", lambda doc: seen.append(doc.id) or real(doc))
    assert made([first, second], tmp_path / "c").documents == 3
    assert seen == ["2"]
    made([second, first], tmp_path / "whole")
    assert tables(tmp_path / "c") == tables(tmp_path / "whole")
    assert made([second], tmp_path / "c").documents == 1
    assert [row[0] for row in tables(tmp_path / "c")["documents"]] == ["2"]


def test_an_id_that_comes_twice_is_set_aside_and_listed(few, tmp_path):
    """The first by path and line is kept; the other is in no table, and among what was set aside."""
    texts = [Path(p).read_text(encoding="utf-8") for p in few]
    one = rows(tmp_path / "a.jsonl", [{"id": "x", "text": texts[0]}, {"id": "y", "text": texts[2]}])
    two = rows(tmp_path / "b.jsonl", [{"id": "x", "text": texts[5]}, {"id": "z", "text": texts[3]}])
    outcome = made([two, one], tmp_path / "c")
    assert (outcome.documents, outcome.rejects) == (3, 1)
    with asking(tmp_path / "c") as asked:
        assert asked.choose(None, "SELECT id FROM documents WHERE id = 'x'") == 1
        assert [len(t) for t in asked.documents()] == [1]
        assert asked.choose("true", None) == 3
    assert [row[0] for row in tables(tmp_path / "c")["rejects"]] == ["x"]
    with Dossier(tmp_path / "t.selon", create=True) as dossier:
        trace([str(one), str(two)], dossier, jobs=1)
    cut(tmp_path / "c", tmp_path / "c.selon", where="true")
    assert state(tmp_path / "c.selon") == state(tmp_path / "t.selon")


def test_reprints_are_one_family_and_their_pairs_stay_few(few, tmp_path):
    """Two hundred reprints, half of them word for word: none is lost, and pairs grow with the texts."""
    text = Path(few[0]).read_text(encoding="utf-8")
    lines = [
        f"\n\nRevu pour l'édition {n} par la rédaction de garde.\n" if n % 2 else "\n" for n in range(200)
    ]
    reprints = [{"id": f"{n:03}", "text": text + line} for n, line in enumerate(lines)]
    outcome = made([rows(tmp_path / "r.jsonl", reprints)], tmp_path / "c")
    assert (outcome.documents, outcome.texts) == (200, 101)
    found = tables(tmp_path / "c")
    assert {row[1] for row in found["families"]} == {"000"}
    assert len(found["families"]) == 200
    assert len(found["pairs"]) < 10 * 200


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"where": "nothing = 1"}, "cannot be asked"),
        ({"where": "lang = 'xx'"}, "no document of the corpus fits"),
        ({"query": "DROP VIEW documents"}, "cannot be asked"),
        ({"query": "SELECT doc FROM statements"}, "cannot be asked"),
    ],
)
def test_a_choice_that_is_none_is_told_and_leaves_no_dossier(asked, words, few, tmp_path):
    """No column, no document, no query, no `id`: words that say so, and no file."""
    made(few[:1], tmp_path / "c")
    with pytest.raises(UsageError, match=words):
        cut(tmp_path / "c", tmp_path / "d.selon", **asked)
    assert not (tmp_path / "d.selon").exists()


def test_a_cut_takes_what_was_chosen_and_nothing_else(few, tmp_path):
    """Two texts by a query over pairs: their passages come with them; another cut needs another file."""
    made(few, tmp_path / "c")
    asked = "SELECT a AS id FROM pairs WHERE b = '00000-1' UNION SELECT '00000-1'"
    made_of = cut(tmp_path / "c", tmp_path / "d.selon", query=asked)
    with Dossier(tmp_path / "d.selon") as dossier, dossier.snapshot() as view:
        assert [d.id for d in view.documents()] == ["00000-0", "00000-1"]
        assert len(view.passages()) == made_of.passages == 1
    assert cut(tmp_path / "c", tmp_path / "d.selon", where="id in ('00000-0', '00000-1')").documents == 2
    with pytest.raises(UsageError, match="holds other documents"):
        cut(tmp_path / "c", tmp_path / "d.selon", where="id = '00000-0'")


def test_a_folder_that_cannot_hold_a_corpus_is_told(few, tmp_path):
    """Something else in it, a file in its place, another run at work, nothing to read."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other/notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="something else"):
        made(few, tmp_path / "other")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="cannot be a folder"):
        made(few, tmp_path / "file")
    with run._owned(tmp_path / "held"), pytest.raises(UsageError, match="another run is at work"):
        made(few, tmp_path / "held")
    (tmp_path / "empty.jsonl").write_text("{}\n")
    with pytest.raises(UsageError, match="no document was read"):
        made([tmp_path / "empty.jsonl"], tmp_path / "c")
    with pytest.raises(UsageError, match="holds no corpus"):
        cut(tmp_path / "nowhere", tmp_path / "d.selon", where="true")


def test_a_stage_of_a_corpus_reads_only_what_was_written_before():
    """The catalogue of the corpus holds together as that of the dossier does."""
    known = {"judgements"}
    for stage in CORPUS:
        assert set(stage.reads) <= known, stage.name
        known |= set(stage.writes)
    assert (CORPUS[0], CORPUS[2]) == (READ, EXAMINE)
    assert aligning.align_all.__module__ == "selon.link.reuse.aligning"


def test_the_queries_of_the_documentation_hold(few, tmp_path, monkeypatch):
    """Every query that the how-to shows runs on the tables that views.sql makes, and some find something."""
    made(few, tmp_path / "c")
    page = (ROOT / "docs/how-to/cluster.md").read_text(encoding="utf-8")
    shown = "".join(re.findall(r"```sql\n(.*?)```", page, re.DOTALL))
    queries = [q for q in re.sub(r"--[^\n]*", "", shown).split(";") if q.strip()]
    conditions = (
        re.findall(r'--where "(.*?)" --dossier', page),
        re.findall(r'--query "(.*?)" --dossier', page),
    )
    assert len(queries) >= 4 and all(conditions)
    monkeypatch.chdir(tmp_path / "c")
    with duckdb.connect() as connection:
        connection.execute(Path("views.sql").read_text(encoding="utf-8")).fetchall()
        found = [connection.execute(q).fetchall() for q in queries]
        for query in conditions[1]:
            connection.execute(query).fetchall()
        for where in conditions[0]:
            connection.execute(f"SELECT id FROM documents WHERE {where}").fetchall()
    assert sum(map(bool, found)) >= 2


def test_translations_are_found_among_many_by_names_and_a_sample(few, tmp_path, tiny, monkeypatch):
    """Beyond the sentences that are all compared: texts that share names and figures, held against a sample.

    Shards, blocks and their number change nothing here either.
    """
    monkeypatch.setattr(blocks, "EMBED_ALL", 0)
    monkeypatch.setattr(survey, "REFERENCE", 40)
    made(few, tmp_path / "small")
    monkeypatch.setattr(reading, "SHARD", 100)
    monkeypatch.setattr(blocks, "DOCUMENTS", 100)
    made(few, tmp_path / "large")
    found = tables(tmp_path / "small")
    assert ("00000-0", "00000-4", "translated") in {row[:3] for row in found["pairs"]}
    assert found == tables(tmp_path / "large")
