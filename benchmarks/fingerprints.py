"""The fingerprint stage against MinHash indexes, on generated articles with planted copies.

usage: fingerprints.py [--sizes 1000,10000] [--systems selon,datasketch,...] [--peers PYTHON]

Each system reads each collection in a process of its own (pairing.py); `--peers` names a Python that has
datasketch and rensa (`make bench-peers` makes one), without it they are left out. Printed for each: documents
a second from what the system takes (numbers of words for selon, runs of words for the others) and from text,
peak of memory, the share of planted copies that are among its pairs by kind, the share of the reprints that
its pairs hold together, the number of pairs, and those that were not planted. One text in ten is a copy, and
one text has 500 reprints.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from pairing import SYSTEMS
from planted import KINDS, Planted, planted

PEERS = ("datasketch", "rensa")


def measure(system: str, python: str, texts: Path, folder: Path) -> dict[str, Any] | None:
    """Return what `pairing.py` wrote, or None when the system is not there."""
    out = folder / "found.json"
    script = Path(__file__).with_name("pairing.py")
    command = [python, str(script), system, str(texts), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env=_one_core(), check=False)
    if "ModuleNotFoundError" in done.stderr and system in PEERS:
        return None
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _one_core() -> dict[str, str]:
    source = str(Path(__file__).resolve().parents[1] / "src")
    return {**os.environ, "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "PYTHONPATH": source}


def report(system: str, found: dict[str, Any], made: Planted) -> str:
    """Return the line of one system."""
    pairs = {(a, b) for a, b in found["pairs"]}
    size = len(made.texts)
    rates = [size / max(1e-9, s) for s in (found["pairing"], found["words"] + found["pairing"])]
    recall = [len(made.pairs[kind] & pairs) / max(1, len(made.pairs[kind])) for kind in KINDS]
    held = _together(pairs, made.reprints)
    false = sum(not made.related(a, b) for a, b in pairs)
    shares = " ".join(f"{r:9.3f}" for r in [*recall, held])
    return (
        f"{system:<14}{rates[0]:10.0f}{rates[1]:10.0f}{found['peak']:8d}  {shares}{len(pairs):10d}{false:8d}"
    )


def _together(pairs: set[tuple[int, int]], family: range) -> float:
    """Return the share of a family in its largest part that pairs tie together."""
    parent = {i: i for i in family}

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for a, b in sorted(pairs):
        if a in parent and b in parent:
            parent[max(root(a), root(b))] = min(root(a), root(b))
    roots = [root(i) for i in family]
    return max(map(roots.count, set(roots))) / len(roots)


def main() -> None:
    """Generate, run every system, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--systems", default=",".join(s for s in SYSTEMS if "," not in s))
    options.add_argument("--whole", action="store_true", help="also the rare words of the candidate stage")
    options.add_argument("--peers")
    asked = options.parse_args()
    systems = [*asked.systems.split(","), *(["selon, whole"] if asked.whole else [])]
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            _one_size(size, systems, asked.peers, Path(folder))


def _one_size(size: int, systems: list[str], peers: str | None, folder: Path) -> None:
    made = planted(size)
    texts = folder / "texts.json"
    texts.write_text(json.dumps(made.texts), encoding="utf-8")
    words = sum(len(t.split()) for t in made.texts) / size
    print(f"\n{size} documents of {words:.0f} words, {sum(map(len, made.pairs.values()))} planted copies")
    heads = " ".join(f"{h:>9}" for h in (*(k.replace("edited", "ed.") for k in KINDS), "reprints"))
    print(f"{'':<14}{'docs/s':>10}{'with text':>10}{'MB':>8}  {heads}{'pairs':>10}{'false':>8}")
    for system in systems:
        python = peers if system in PEERS and peers else sys.executable
        found = measure(system, python, texts, folder)
        print(report(system, found, made) if found else f"{system:<14}not installed: make bench-peers")


if __name__ == "__main__":
    main()
