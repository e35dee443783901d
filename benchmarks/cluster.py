"""Two Dask workers against one process: the analysis of generated articles, the same bytes asked of both.

usage: cluster.py [--articles 200] [--workers 2] [--on ADDRESS]

Without an address it starts a scheduler and workers of one thread on loopback. Each side analyses a few
articles first, so that models are loaded before the clock starts; then the sides take turns, `--turns` times,
and the ratio of each turn is printed, and whether both found the same. On a machine that does other things
too the clock says little: the second ratio is the processor time of one process by that of the busiest, or
by an even share of all that workers, scheduler and driver take together, whichever is more.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import articles

if TYPE_CHECKING:
    from selon.pipeline.executors.cluster import Cluster


@contextmanager
def started(workers: int) -> Iterator[str]:
    """Give the address of a scheduler with that many workers on loopback."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scheduler.json"
        told = ("--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard")
        processes = [
            _run("scheduler", *told, "--port", "0"),
            _run("worker", *told, "--nworkers", str(workers), "--nthreads", "1"),
        ]
        try:
            while not file.exists() or not file.read_text():
                time.sleep(0.1)
            yield str(json.loads(file.read_text())["address"])
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()


def _run(what: str, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options]
    env = {**os.environ, "OMP_NUM_THREADS": "1", "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    """Measure and print."""
    from selon.ingest.rows import row_document
    from selon.model.identity import digest
    from selon.pipeline.examine import examine
    from selon.pipeline.executors.cluster import connected
    from selon.pipeline.executors.local import Local

    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--turns", type=int, default=3)
    options.add_argument("--on")
    asked = options.parse_args()
    docs = [row_document(dict(row)) for row in articles.rows(asked.articles)]
    with ExitStack() as stack:
        address = asked.on or stack.enter_context(started(asked.workers))
        cluster = stack.enter_context(connected(address))
        here = Local(1)
        for executor in (here, cluster):
            list(executor.map_each(examine, docs[:32], 1))
        for turn in range(1, asked.turns + 1):
            start, spent = time.perf_counter(), time.process_time()
            one = digest(list(here.map_each(examine, docs)))
            middle, spent = time.perf_counter(), time.process_time() - spent
            before = processors(cluster)
            other = digest(list(cluster.map_each(examine, docs)))
            end, after = time.perf_counter(), processors(cluster)
            busy = {who: after[who] - before.get(who, 0.0) for who in after}
            least = max(*busy.values(), sum(busy.values()) / asked.workers)
            took = f"one process {middle - start:.1f} s, {asked.workers} workers {end - middle:.1f} s"
            ratio = f"ratio {(middle - start) / (end - middle):.2f}, by processor time {spent / least:.2f}"
            print({who.rpartition("/")[2]: round(took, 1) for who, took in busy.items()}, f"of {spent:.1f} s")
            print(f"turn {turn}: {took}, {ratio}, same bytes {one == other}", flush=True)


def processors(cluster: Cluster) -> dict[str, float]:
    """Return the processor seconds that each worker, the scheduler and this process have taken so far."""
    client: Any = cluster._client
    scheduler = client.run_on_scheduler(time.process_time)
    return {**client.run(time.process_time), "scheduler": scheduler, "driver": time.process_time()}


if __name__ == "__main__":
    main()
