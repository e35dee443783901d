"""Pairs of articles on one topic that are called copies, though readers judged them no more than alike.

The pairs are those of eval/clusters (SemEval 2022 task 8, Chen et al.): `overall` runs from 1, the same
story, to 4, nothing in common. All articles are compared in one run, as one collection.

usage: topics.py [--show FILE]

FILE gets the words that the pairs share, for reading; it must lie outside the repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from page import EVAL, ROOT, SELON, Table, figure, run

APART = 2.0
"""`overall` from which two articles are at most alike."""


def topics(work: Path) -> list[Table]:
    """Measure how many pairs on one topic are called copies, by how alike readers found them."""
    pairs = _pairs()
    _compared(work, pairs)
    called = {frozenset(line.split("\t")[:2]) for line in _lines(work / "topics/pairs.tsv")}
    rows = [
        _row(name, [p for p in pairs if low <= float(p["overall"]) < high], called)
        for name, low, high in (
            (f"{APART:g} and more", APART, 9.0),
            ("below", 0.0, APART),
        )
    ]
    columns = ("overall", "pairs", "called copies", "share")
    return [Table("Same topic, no copy", columns, tuple(rows), ("python benchmarks/topics.py --show FILE",))]


def _row(name: str, pairs: list[Any], called: set[frozenset[str]]) -> tuple[str, ...]:
    found = sum(frozenset(_ids(p)) in called for p in pairs)
    return name, str(len(pairs)), str(found), figure(round(found / len(pairs), 3))


def _pairs() -> list[Any]:
    with gzip.open(EVAL / "clusters/dev/article_pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _ids(pair: Any) -> tuple[str, str]:
    return f"{pair['id']}.1", f"{pair['id']}.2"


def _compared(work: Path, pairs: list[Any]) -> None:
    rows = work / "topics.jsonl"
    with rows.open("w", encoding="utf-8") as out:
        for pair in pairs:
            for side, name in enumerate(_ids(pair), 1):
                row = {"id": name, "text": pair[f"text{side}"], "lang": pair[f"lang{side}"]}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    run(*SELON, "reuse", rows, "-o", work / "topics")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _shown(work: Path) -> str:
    """Return the passages of each pair that is called a copy and should not be."""
    texts = {r["id"]: r["text"] for r in map(json.loads, _lines(work / "topics.jsonl"))}
    alike = {frozenset(_ids(p)) for p in _pairs() if float(p["overall"]) >= APART}
    out = []
    for line in _lines(work / "topics/passages.tsv"):
        one, a, b, other, c, d, kind = line.split("\t")
        if frozenset((one, other)) in alike:
            left, right = texts[one][int(a) : int(b)], texts[other][int(c) : int(d)]
            out.append(f"== {one} {other} {kind}\n{left}\n--\n{right}\n")
    return "\n".join(out)


def main() -> None:
    """Measure and print; write the shared words where asked."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--show", type=Path)
    asked = options.parse_args()
    if asked.show and asked.show.resolve().is_relative_to(ROOT):
        sys.exit("--show writes words of the set: give a file outside the repository")
    with tempfile.TemporaryDirectory() as work:
        for table in topics(Path(work)):
            print(*("\t".join(row) for row in (table.columns, *table.rows)), sep="\n")
        if asked.show:
            asked.show.write_text(_shown(Path(work)), encoding="utf-8")


if __name__ == "__main__":
    main()
