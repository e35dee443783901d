"""A run on a Dask cluster ends in the same bytes, whatever dies; what is wrong with the cluster is told."""

import os
import subprocess
import sys
import time
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from selon.errors import ShardError, UsageError
from selon.pipeline.executors import installed
from selon.pipeline.executors.cluster import OtherVersion, connected
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.testing.executors import check_executor, check_processes
from tests.pipeline.sabotage import Sabotaged
from tests.pipeline.states import state

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def cluster():
    """A scheduler with two worker processes of one thread on loopback."""
    settings = {"distributed.scheduler.allowed-failures": 1, "distributed.worker.daemon": True}
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as made,
    ):
        yield made


@pytest.fixture
def executor(cluster):
    with connected(cluster.scheduler_address) as made:
        yield made


@pytest.fixture
def french(texts):
    """Six texts of one language: each worker loads one parser."""
    return [t for t in texts if t.stem in {f"00000-{n}" for n in (0, 1, 2, 3, 5, 6)}]


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


def test_analysis_on_workers_gives_the_same_bytes(french, executor, tmp_path):
    """A dossier whose texts were analysed by two workers, one of which was killed, is that of one process."""
    killed = Sabotaged(executor, tmp_path)
    assert traced(french, tmp_path / "on.selon", on=killed) == traced(french, tmp_path / "here.selon")
    assert killed.met() == ["examine"]


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
        connected(cluster.scheduler_address),
    ):
        pass


def test_a_worker_that_joins_later_with_another_version_does_nothing(executor, monkeypatch):
    """Versions are held against each other with every share too."""
    ours = installed.versions()
    monkeypatch.setattr(installed, "versions", lambda: {**ours, "code": "other"})
    with pytest.raises(OtherVersion, match="joined since"):
        list(executor.map_each(len, ["a", "b"]))


def test_a_lost_scheduler_is_told_and_the_next_run_goes_on(french, tmp_path):
    """The scheduler is killed in the middle: what was finished is kept, and another run ends the job."""
    file = tmp_path / "d.selon"
    with started() as (scheduler, address), connected(address) as executor:

        def tell(stage, done, total):
            if stage == "examine" and done == 0:
                scheduler.kill()

        with pytest.raises(ShardError, match=r"was lost.*what was finished is kept"):
            traced(french, file, on=executor, progress=tell)
    assert traced(french, file) == traced(french, tmp_path / "whole.selon")


class started:
    """A scheduler and a worker as processes of their own, as a user starts them."""

    def __enter__(self):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
        self.file = Path(os.environ.get("TMPDIR", "/tmp")) / f"selon-scheduler-{os.getpid()}.json"
        command = [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
        ]
        self.scheduler = subprocess.Popen(
            [*command, "--no-dashboard", "--scheduler-file", self.file], **quiet
        )
        command = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", self.file]
        self.worker = subprocess.Popen([*command, "--nthreads", "1", "--no-nanny", "--no-dashboard"], **quiet)
        return self.scheduler, self._address()

    def _address(self):
        import json

        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                return json.loads(self.file.read_text())["address"]
            except (OSError, ValueError):
                time.sleep(0.1)
        raise AssertionError("the scheduler did not start")

    def __exit__(self, *_):
        for process in (self.worker, self.scheduler):
            process.kill()
            process.wait()
        self.file.unlink(missing_ok=True)
