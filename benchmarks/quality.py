"""Run the dev sets of the shared folder and write the figures into docs/quality.md.

usage: quality.py [--only NAME[,NAME]] [--write docs/quality.md] [--errors FILE]

Each set is measured with selon's own command and the set's own scorer, both as separate processes, exactly
as the commands under each table say. Tables that were not asked for, and the text outside the two markers of
the page, are left alone. Of the
sets only classes and counts are written there; `--errors` writes the words of every error to a file of yours.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from ablations import ablations
from attribution import details, scores
from page import EVAL, ROOT, SELON, Table, figure, markdown, renewed, run
from symmetry import symmetry
from topics import topics

BEGIN, END = "<!-- figures: written by make quality -->", "<!-- end of figures -->"


def attribution(work: Path, examples: Path | None = None) -> list[Table]:
    """Measure statements: the scorer's figures, figures by class, errors left."""
    return [scores(work), *details(examples)]


def reuse(work: Path) -> list[Table]:
    """Measure pairs, passages and direction on every reuse set."""
    gold = EVAL / "reuse/dev"
    names = sorted(p.name.removesuffix(".docs.jsonl") for p in gold.glob("*.docs.jsonl"))
    measured = {name: _reused(work, gold, name) for name in names}
    rows = tuple(_reuse_row(name, found) for name, found in measured.items())
    columns = ("set", "pair P", "pair R", "pair F1", "plagdet", "ARI", "direction right", "direction given")
    commands = (
        "selon reuse SET.docs.jsonl -o OUT",
        "python eval/reuse/score.py --gold eval/reuse/dev --set SET --pairs OUT/pairs.tsv"
        " --clusters OUT/clusters.tsv --passages OUT/passages.tsv --lineage OUT/lineage.tsv",
    )
    return [Table("Reuse and lineage", columns, rows, commands), _cases(measured)]


def _cases(measured: dict[str, Any]) -> Table:
    """Tell the share of planted passages found, by how they were changed."""
    splices = [name for name in measured if name.startswith("splice")]
    by_kind = {n: measured[n].get("passages", {}).get("case_recall_by_type", {}) for n in splices}
    kinds = sorted({kind for found in by_kind.values() for kind in found})
    rows = tuple((kind, *(figure(by_kind[n].get(kind)) for n in splices)) for kind in kinds)
    return Table("Passages found, by kind", ("kind", *splices), rows, note="In the same runs.", deeper=True)


def _reused(work: Path, gold: Path, name: str) -> Any:
    out = work / f"reuse-{name}"
    run(*SELON, "reuse", gold / f"{name}.docs.jsonl", "-o", out)
    options = [
        w for kind in ("pairs", "clusters", "passages", "lineage") for w in (f"--{kind}", out / f"{kind}.tsv")
    ]
    return json.loads(run(sys.executable, EVAL / "reuse/score.py", "--gold", gold, "--set", name, *options))


def _reuse_row(name: str, found: Any) -> tuple[str, ...]:
    places = (
        ("pairs", "precision"), ("pairs", "recall"), ("pairs", "f1"), ("passages", "plagdet"),
        ("clusters", "ari"),
        ("lineage", "accuracy"), ("lineage", "coverage"),
    )  # fmt: skip
    return (name, *(figure(found.get(a, {}).get(b)) for a, b in places))


def dossiers(work: Path) -> list[Table]:
    """Measure claims, origin counts, lineage, disputes and conflicts on the two open dossiers."""
    rows: list[tuple[str, ...]] = []
    measures = (
        ("claim recall", "claims", "claim_recall"), ("statement B³ F1", "claims", "b3_f1"),
        ("origin count exact, all", "origins", "matched", "system", "exact"),
        ("origin count exact, 2+ articles", "origins", "matched_2plus_articles", "system", "exact"),
        ("origin count exact, 2+ origins", "origins", "matched_2plus_origins", "system", "exact"),
        ("origin count mean error", "origins", "matched", "system", "mae"),
        ("always one, exact", "origins", "matched", "constant_one", "exact"),
        ("same-origin pair accuracy", "origins", "same_origin_pair_accuracy"),
        ("lineage precision", "lineage", "precision"), ("lineage recall", "lineage", "recall"),
        ("claims whose dispute is found", "disputes", "claim_recall"),
        ("conflicts precision", "quantity_conflicts", "precision"),
        ("conflicts recall", "quantity_conflicts", "recall"),
    )  # fmt: skip
    measured = [_dossier(work, EVAL / "dossiers" / where) for where in ("dev/d1", "seeds")]
    for label, *path in measures:
        rows.append((label, *(figure(_dig(score, path)) for score in measured)))
    commands = ("selon origins DIR/docs.jsonl -o PRED.json", "python eval/dossiers/score.py DIR PRED.json")
    return [Table("Claims and origins", ("measure", "d1", "seeds"), tuple(rows), commands)]


def _dossier(work: Path, folder: Path) -> Any:
    pred = work / "origins.json"
    run(*SELON, "origins", folder / "docs.jsonl", "-o", pred)
    return json.loads(run(sys.executable, EVAL / "dossiers/score.py", folder, pred))


def extraction(work: Path) -> list[Table]:
    """Measure main text, dates and authors on saved pages."""
    rows_file, pred = work / "pages.jsonl", work / "read.jsonl"
    rows_file.write_text("".join(_pages()), encoding="utf-8")
    run(*SELON, "read", rows_file, "-o", pred)
    found = json.loads(run(sys.executable, EVAL / "score_extraction.py", pred, "--root", EVAL, "--json"))
    rows = tuple(_extraction_row(key, value.get("all", value)) for key, value in found.items())
    commands = (
        "selon read PAGES.jsonl -o P.jsonl",
        "python eval/score_extraction.py P.jsonl --root eval --json",
    )
    return [Table("Reading", ("set", "n", "precision", "recall", "F1", "right"), rows, commands)]


def _extraction_row(name: str, found: Any) -> tuple[str, ...]:
    count = found.get("n", found.get("pages"))
    figures = (found.get(k) for k in ("precision", "recall", "f1", "accuracy"))
    return (name, str(count), *map(figure, figures))


def _pages() -> Iterable[str]:
    seen: set[str] = set()
    for path in sorted((EVAL / "extraction/dev").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["id"] not in seen:
                    seen.add(row["id"])
                    yield json.dumps({k: row[k] for k in ("id", "html", "url") if row.get(k)}) + "\n"


def _dig(value: Any, path: Iterable[str]) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


PARTS: dict[str, Callable[[Path], list[Table]]] = {
    "attribution": attribution, "reuse": reuse, "topics": topics, "dossiers": dossiers,
    "ablations": ablations, "symmetry": symmetry, "extraction": extraction,
}  # fmt: skip


def main() -> None:
    """Measure what was asked for and print it, or write it into the page."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--only", default=",".join(PARTS))
    options.add_argument("--write", type=Path)
    options.add_argument("--errors", type=Path)
    asked = options.parse_args()
    if not EVAL.is_dir():
        sys.exit("no shared folder with eval/: set SELON_SHARED or put it beside the checkout")
    if asked.errors and asked.errors.resolve().is_relative_to(ROOT):
        sys.exit("--errors writes words of the sets: give a file outside the repository")
    parts = PARTS | {"attribution": partial(attribution, examples=asked.errors)}
    with tempfile.TemporaryDirectory() as work:
        made = markdown(t for name in asked.only.split(",") for t in parts[name](Path(work)))
    if not asked.write:
        print(made)
        return
    before, _, rest = asked.write.read_text(encoding="utf-8").partition(BEGIN)
    former, _, after = rest.partition(END)
    asked.write.write_text(f"{before}{BEGIN}\n\n{renewed(former, made)}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
