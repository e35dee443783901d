"""Origins of stories that were annotated by hand, by place alone: which spans of which articles say one
thing, and which of them end at one origin. The articles stand in the shared folder; no word of them is here.

usage: annotated.py [NAME ...]

Prints the figures of `eval/dossiers/score.py` for each story in benchmarks/annotated (all if none is named).
An article that has changed since it was read ends the run: its places would mean something else.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from page import EVAL, ROOT, SELON, SHARED, run
from selon.model.identity import sha256

STORIES = ROOT / "benchmarks" / "annotated"
PRESS = SHARED / "data" / "news" / "press_fr.jsonl.gz"
_LETTERS = 16
"""Hex digits of the digest by which the text of an article is known."""
_FIELDS = ("id", "outlet", "country", "date", "url", "title", "text", "lang")

Row = dict[str, Any]


def articles(wanted: Mapping[str, str]) -> list[Row]:
    """Return the articles of some ids with the digests of their texts, in that order."""
    with gzip.open(PRESS, "rt", encoding="utf-8") as lines:
        found = {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
    changed = [i for i, told in wanted.items() if i not in found or _digest(found[i]["text"]) != told]
    if changed:
        sys.exit(f"not the articles that were annotated: {', '.join(changed)} in {PRESS}")
    return [{field: found[i].get(field) for field in _FIELDS} for i in wanted]


def _digest(text: str) -> str:
    return sha256(text.encode())[:_LETTERS]


def claim(row: Row) -> Row:
    """Return a claim as the scorer reads it."""
    said = [dict(zip(("doc", "content", "source", "stance"), s, strict=True)) for s in row["statements"]]
    return {
        "id": row["id"],
        "statements": said,
        "origins": [{"statements": many} for many in row["origins"]],
        "origin_count": len(row["origins"]),
        "acceptable_counts": row["acceptable"],
        "disputed_by": [{"doc": doc, "span": span} for doc, span in row["disputed_by"]],
    }


def figures(row: Row) -> Row:
    """Return two figures that differ as the scorer reads them."""
    return {"items": [{"doc": doc, "span": span} for doc, span in row["figures"]], "why": row["why"]}


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write one JSON object a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def scored(name: str) -> str:
    """Return what the scorer prints of a story."""
    rows = [json.loads(line) for line in (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        write(home / "docs.jsonl", articles(dict(rows[0]["docs"])))
        write(home / "claims.jsonl", (claim(r) for r in rows if "statements" in r))
        write(home / "quantity_conflicts.jsonl", (figures(r) for r in rows if "figures" in r))
        given, out = str(home / "docs.jsonl"), str(home / "predicted.json")
        run(*SELON, "origins", given, "-o", out)
        return run(sys.executable, EVAL / "dossiers" / "score.py", home, out)


def main() -> None:
    """Score each story that is named."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("names", nargs="*", metavar="NAME")
    for name in options.parse_args().names or sorted(path.stem for path in STORIES.glob("*.jsonl")):
        print(name, scored(name), sep="\n", flush=True)


if __name__ == "__main__":
    main()
