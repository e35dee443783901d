"""How `trace` grows: generated articles of some 500 words, each size in a process of its own, a fresh cache.

usage: growth.py [--sizes 100,1000] [--jobs 2] [--one] [--json FILE]

Prints seconds by stage, peak memory of the driver and of one worker, and for each size after the first how
often the work of the first it took (1.0: time grows as the number of articles does). `--one` then adds one
article to the dossier of each size and prints what that took. `--json` also writes all of it as data, with
the time of processor, which other work on the machine leaves alone (docs/pictures/growth.py draws it).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import articles

NOW = "2025-01-01T00:00:00Z"


class Clock:
    """A listener of a run that adds up the seconds between its first word on each stage.

    `seconds` are those of the clock, `processor` those of all threads of this process.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}
        self._stage, self._since = "start", (time.perf_counter(), time.process_time())

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Count the time since the last call for the stage that was at work."""
        now = time.perf_counter(), time.process_time()
        for kept, at, before in zip((self.seconds, self.processor), now, self._since, strict=True):
            kept[self._stage] = kept.get(self._stage, 0.0) + at - before
        self._stage, self._since = stage, now


def measured(rows: Path, dossier: Path, jobs: int) -> dict[str, Any]:
    """Trace `rows` into `dossier` in this process; return seconds by stage and memory in MB."""
    from selon.pipeline.trace import trace
    from selon.store.dossier import Dossier

    clock = Clock()
    start = time.perf_counter()
    with Dossier(dossier, create=True) as opened:
        outcome = trace([str(rows)], opened, jobs, clock, now=NOW)
    clock("end", 0, 0)
    return {
        "new": outcome.new,
        "stages": clock.seconds,
        "processor": clock.processor,
        "workers": _worked(resource.RUSAGE_CHILDREN),
        "seconds": time.perf_counter() - start,
        "driver": _peak(resource.RUSAGE_SELF),
        "worker": _peak(resource.RUSAGE_CHILDREN),
    }


def _worked(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _peak(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


def apart(rows: Path, dossier: Path, jobs: int, cache: Path) -> dict[str, Any]:
    """Return what `measured` returns, from a process of its own."""
    command = [sys.executable, __file__, "--within", str(rows), str(dossier), "--jobs", str(jobs)]
    env = {**os.environ, "SELON_CACHE": str(cache)}
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def grow(size: int, jobs: int, one: bool, folder: Path) -> list[dict[str, Any]]:
    """Trace `size` articles, then one more if asked; return what each run took."""
    rows, more, dossier = folder / "rows.jsonl", folder / "more.jsonl", folder / "d.selon"
    articles.write(size, rows)
    runs = [apart(rows, dossier, jobs, folder / "cache")]
    if one:
        articles.write(size + 1, more)
        more.write_text(more.read_text(encoding="utf-8").splitlines(keepends=True)[-1], encoding="utf-8")
        runs.append(apart(more, dossier, jobs, folder / "cache"))
    return runs


def told(size: int, run: dict[str, Any], base: float | None) -> str:
    """Return one line for a run."""
    stages = " ".join(f"{name} {took:.1f}" for name, took in run["stages"].items() if took >= 0.05)
    growth = f" x{run['seconds'] / size / base:.2f}" if base else ""
    memory = f"driver {run['driver']} MB, worker {run['worker']} MB"
    return f"{size:>7} articles, {run['new']} new: {run['seconds']:.1f} s{growth}; {memory}; {stages}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", default="100,1000")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--one", action="store_true")
    options.add_argument("--json", type=Path)
    options.add_argument("--within", nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.within:
        print(json.dumps(measured(Path(asked.within[0]), Path(asked.within[1]), asked.jobs)))
        return
    base, kept = None, []
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            first, *added = grow(size, asked.jobs, asked.one, Path(folder))
        print(told(size, first, base), flush=True)
        for run in added:
            print(told(size + 1, run, None), flush=True)
        base = base or first["seconds"] / size
        kept += [{"articles": size, **first}, *({"articles": size + 1, **run} for run in added)]
        if asked.json:
            asked.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
