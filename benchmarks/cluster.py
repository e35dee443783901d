"""Two Dask workers against one process: the analysis of generated articles, the same bytes asked of both.

usage: cluster.py [--articles 200] [--workers 2] [--on ADDRESS]

Without an address it starts a scheduler and workers of one thread on loopback. Each side analyses a few
articles first, so that models are loaded before the clock starts; then the sides take turns, `--turns` times,
and the ratio of each turn is printed, and whether both found the same.
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

import articles


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
    env = {**os.environ, "OMP_NUM_THREADS": "1"}
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
            start = time.perf_counter()
            one = digest(list(here.map_each(examine, docs)))
            middle = time.perf_counter()
            other = digest(list(cluster.map_each(examine, docs)))
            end = time.perf_counter()
            took = f"one process {middle - start:.1f} s, {asked.workers} workers {end - middle:.1f} s"
            ratio = f"ratio {(middle - start) / (end - middle):.2f}, same bytes {one == other}"
            print(f"turn {turn}: {took}, {ratio}", flush=True)


if __name__ == "__main__":
    main()
