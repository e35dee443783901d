"""A run on a Dask cluster ends in the same bytes, whatever dies; what is wrong with the cluster is told."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from selon.errors import ShardError, UsageError
from selon.pipeline.catalogue import CORPUS
from selon.pipeline.corpus.run import corpus
from selon.pipeline.executors import installed
from selon.pipeline.executors.cluster import OtherVersion, connected
from selon.pipeline.executors.local import Local
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.testing.executors import check_executor, check_processes
from tests.pipeline.sabotage import Sabotaged
from tests.pipeline.states import state
from tests.pipeline.tables import shards

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30
"""Seconds in which a scheduler or a watcher of workers ends by itself."""


@pytest.fixture(scope="module")
def cluster():
    """The address of a scheduler with two workers of one thread on loopback, started anew when they die."""
    with started(workers=2) as (_, address):
        yield address


def ready(executor):
    """Wait until both workers are there: one that dies while it still starts is not started anew."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if executor._workers() == 2 and len(executor.everywhere(os.path.exists, "/")) == 2:
            time.sleep(0.3)  # what watches a worker hears of it after the scheduler does
            return
        time.sleep(0.1)
    raise AssertionError("the workers did not come back")


@pytest.fixture
def executor(cluster):
    with connected(cluster) as made:
        ready(made)
        yield made


@pytest.fixture
def short(tmp_path):
    """Eight texts of two sentences in one language: each worker loads one parser."""
    (tmp_path / "short").mkdir()
    for n, town in enumerate(
        ("Tremel", "Orvanche", "Lasquin", "Brévaux", "Sornay", "Valdieu", "Mauret", "Ostin")
    ):
        words = (
            f"Le maire de {town} a annoncé {n + 3} mesures lundi.\n\n« Rien ne change », selon la préfète.\n"
        )
        (tmp_path / f"short/{n}.txt").write_text(words, encoding="utf-8")
    return sorted((tmp_path / "short").iterdir())


def traced(texts, file, **more):
    with Dossier(file, create=True) as dossier:
        trace([str(t) for t in texts], dossier, jobs=1, **more)
    return state(file)


def test_the_cluster_keeps_the_promises_of_an_executor(executor, tmp_path):
    """Order, shares, second tries and errors, as in this process."""
    check_executor(executor, tmp_path)


def test_a_worker_may_die(executor, tmp_path):
    """Its share is done again; what ends every worker is given up alone."""
    check_processes(executor, tmp_path)


def test_analysis_on_workers_gives_the_same_bytes(short, executor, tmp_path):
    """A dossier whose texts were analysed by two workers, one of which was killed, is that of one process."""
    killed = Sabotaged(executor, tmp_path)
    assert traced(short, tmp_path / "on.selon", on=killed) == traced(short, tmp_path / "here.selon")
    assert killed.met() == ["examine"]


def test_a_worker_killed_in_each_stage_of_a_corpus_costs_only_time(texts, executor, tmp_path):
    """Every stage loses a worker once: the run completes, and each shard has the bytes of one process."""
    few = [str(t) for t in texts if t.stem in {"00000-0", "00000-2", "00000-4"}]
    killed = Sabotaged(executor, tmp_path, lambda: ready(executor))
    corpus(few, tmp_path / "on", killed)
    assert len(killed.met()) == len(CORPUS)
    corpus(few, tmp_path / "here", Local(1))
    assert shards(tmp_path / "on") == shards(tmp_path / "here")


def test_a_folder_that_workers_do_not_see_is_told(texts, executor, tmp_path, monkeypatch):
    """The driver's folder is not the workers': words that say so, before any work."""
    monkeypatch.setattr(executor, "everywhere", lambda work, item: {"tcp://10.0.0.7:1": False})
    with pytest.raises(UsageError, match=r"tcp://10\.0\.0\.7:1 does not see .*all machines share"):
        corpus([str(texts[0])], tmp_path / "c", executor)


@pytest.mark.parametrize("address", ["localhost:8786", "http://localhost:8786", "dask://", "dask://a b:1"])
def test_an_address_that_is_none_is_told(address):
    """The message shows the form that is wanted."""
    with pytest.raises(UsageError, match="dask://HOST:PORT"), connected(address):
        pass


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    """Nobody listens there: one sentence that says how to start one."""
    monkeypatch.setattr("selon.pipeline.executors.cluster.ANSWERS", 1)
    with (
        pytest.raises(UsageError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1:"),
        connected("dask://127.0.0.1:1"),
    ):
        pass


def test_workers_of_another_version_are_told_before_any_work(cluster, monkeypatch):
    """The driver has another state of selon than the workers: the run does not start and says who differs."""
    ours = installed.versions()
    monkeypatch.setattr(installed, "versions", lambda: {**ours, "spacy": "9.9"})
    with (
        pytest.raises(OtherVersion, match=r"has spacy .*, here 9\.9.*install the same"),
        connected(cluster),
    ):
        pass


def test_a_worker_that_joins_later_with_another_version_does_nothing(executor, monkeypatch):
    """Versions are held against each other with every share too."""
    ours = installed.versions()
    monkeypatch.setattr(installed, "versions", lambda: {**ours, "code": "other"})
    with pytest.raises(OtherVersion, match="joined since"):
        list(executor.map_each(len, ["a", "b"]))


def test_a_lost_scheduler_is_told_and_the_next_run_goes_on(short, tmp_path):
    """The scheduler is killed in the middle: what was finished is kept, and another run ends the job."""
    file = tmp_path / "d.selon"
    with started() as (scheduler, address), connected(address) as executor:

        def tell(stage, done, total):
            if stage == "examine" and done == 0:
                scheduler.kill()

        with pytest.raises(ShardError, match=r"was lost.*what was finished is kept"):
            traced(short, file, on=executor, progress=tell)
    assert traced(short, file) == traced(short, tmp_path / "whole.selon")


class started:
    """A scheduler and workers as processes of their own, as a user starts them."""

    def __init__(self, workers=1):
        self._workers = workers

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory()
        file = Path(self._folder.name) / "scheduler.json"
        scheduler = self._run(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)
        )
        count = ("--nworkers", str(self._workers), "--nthreads", "1")
        worker = self._run("worker", "--scheduler-file", str(file), "--host", "127.0.0.1", *count)
        self._processes = [worker, scheduler]
        return scheduler, _address(file)

    def _run(self, what, *options):
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options, "--no-dashboard"]
        env = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1", "OMP_NUM_THREADS": "1"}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(command, env=env, cwd=ROOT, **quiet)

    def __exit__(self, *_):
        for process in self._processes:  # the watcher first: it takes its workers along
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:  # caught while it started a worker anew; that one ends with it
                process.kill()
                process.wait()
        self._folder.cleanup()


def _address(file):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return json.loads(file.read_text())["address"]
        except (OSError, ValueError):
            time.sleep(0.1)
    raise AssertionError("the scheduler did not start")
