"""Run the dev sets of the shared folder and write the figures into docs/quality.md.

usage: quality.py [--only NAME[,NAME]] [--write docs/quality.md]

Each set is measured with selon's own command and the set's own scorer, both as separate processes, exactly
as the table's last column says. The text outside the two markers of the page is left alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SELON_SHARED") or ROOT.parent / "shared")
EVAL = SHARED / "eval"
SELON = [sys.executable, "-m", "selon"]
BEGIN, END = "<!-- figures: written by make quality -->", "<!-- end of figures -->"


@dataclass(frozen=True)
class Table:
    """One table of the page: its title, column names, rows and the commands that repeat it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    commands: tuple[str, ...]


def run(*words: str | Path) -> str:
    """Run a command and return its standard output; stop with its error when it fails."""
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stderr}")
    return done.stdout


def attribution(work: Path) -> Table:
    """Measure statements on French news, the seeds, PolNeAR and direct speech in prose."""
    base = EVAL / "attribution"
    sets = {
        "French news": (base / "dev/fr_news", ".docs.jsonl", ()),
        "seeds": (base / "seeds", "_docs.jsonl", ()),
        "PolNeAR English": (base / "dev/polnear_en", ".docs.jsonl", ("--beliefs",)),
        "lit_fr, direct only": (base / "dev/lit_fr", ".docs.jsonl", ()),
    }
    rows = tuple(_attribution_row(work, name, *where) for name, where in sets.items())
    columns = ("set", "F1@.3", "F1@.8", "exact", "attr", "cue", "P@.3", "R@.3")
    commands = (
        "selon statements SET.docs.jsonl -o P.jsonl   # PolNeAR: --beliefs",
        "python eval/attribution/score.py --docs SET.docs.jsonl --gold SET.gold.jsonl --pred P.jsonl",
    )
    return Table("Statements", columns, rows, commands)


def _attribution_row(
    work: Path, name: str, stem: Path, suffix: str, flags: tuple[str, ...]
) -> tuple[str, ...]:
    docs, gold = Path(f"{stem}{suffix}"), Path(f"{stem}{suffix.replace('docs', 'gold')}")
    pred, out = work / "statements.jsonl", work / "score.json"
    run(*SELON, "statements", docs, "-o", pred, *flags)
    if "direct only" in name:
        kept = [
            line
            for line in pred.read_text(encoding="utf-8").splitlines()
            if json.loads(line)["type"] == "direct"
        ]
        pred.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    run(
        sys.executable,
        EVAL / "attribution/score.py",
        "--docs",
        docs,
        "--gold",
        gold,
        "--pred",
        pred,
        "--json",
        out,
    )
    found = json.loads(out.read_text())["ALL"]
    keys = ("iou30", "iou80", "exact", "attr", "cue")
    figures = [f"{found[k]['f1']:.1f}" for k in keys] + [f"{found['iou30'][k]:.1f}" for k in ("p", "r")]
    return (name, *("–" if "direct only" in name and k in (3, 4) else f for k, f in enumerate(figures)))


def reuse(work: Path) -> Table:
    """Measure pairs, passages and direction on every reuse set."""
    gold = EVAL / "reuse/dev"
    names = sorted(p.name.removesuffix(".docs.jsonl") for p in gold.glob("*.docs.jsonl"))
    rows = tuple(_reuse_row(work, gold, name) for name in names)
    columns = ("set", "pair P", "pair R", "pair F1", "plagdet", "ARI", "direction right", "direction given")
    commands = (
        "selon reuse SET.docs.jsonl -o OUT",
        "python eval/reuse/score.py --gold eval/reuse/dev --set SET --pairs OUT/pairs.tsv"
        " --clusters OUT/clusters.tsv --passages OUT/passages.tsv --lineage OUT/lineage.tsv",
    )
    return Table("Reuse and lineage", columns, rows, commands)


def _reuse_row(work: Path, gold: Path, name: str) -> tuple[str, ...]:
    out = work / f"reuse-{name}"
    run(*SELON, "reuse", gold / f"{name}.docs.jsonl", "-o", out)
    options = [
        w for kind in ("pairs", "clusters", "passages", "lineage") for w in (f"--{kind}", out / f"{kind}.tsv")
    ]
    found = json.loads(run(sys.executable, EVAL / "reuse/score.py", "--gold", gold, "--set", name, *options))
    places = (
        ("pairs", "precision"), ("pairs", "recall"), ("pairs", "f1"), ("passages", "plagdet"),
        ("clusters", "ari"),
        ("lineage", "accuracy"), ("lineage", "coverage"),
    )  # fmt: skip
    return (name, *(_figure(found.get(a, {}).get(b)) for a, b in places))


def dossiers(work: Path) -> Table:
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
    scores = [_dossier(work, EVAL / "dossiers" / where) for where in ("dev/d1", "seeds")]
    for label, *path in measures:
        rows.append((label, *(_figure(_dig(score, path)) for score in scores)))
    commands = ("selon origins DIR/docs.jsonl -o PRED.json", "python eval/dossiers/score.py DIR PRED.json")
    return Table("Claims and origins", ("measure", "d1", "seeds"), tuple(rows), commands)


def _dossier(work: Path, folder: Path) -> Any:
    pred = work / "origins.json"
    run(*SELON, "origins", folder / "docs.jsonl", "-o", pred)
    return json.loads(run(sys.executable, EVAL / "dossiers/score.py", folder, pred))


def extraction(work: Path) -> Table:
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
    return Table("Reading", ("set", "n", "precision", "recall", "F1", "right"), rows, commands)


def _extraction_row(name: str, found: Any) -> tuple[str, ...]:
    count = found.get("n", found.get("pages"))
    figures = (found.get(k) for k in ("precision", "recall", "f1", "accuracy"))
    return (name, str(count), *map(_figure, figures))


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


def _figure(value: Any) -> str:
    return "–" if value is None else f"{value:.3f}".lstrip("0") if 0 < value < 1 else f"{value:g}"


PARTS: dict[str, Callable[[Path], Table]] = {
    "attribution": attribution, "reuse": reuse, "dossiers": dossiers, "extraction": extraction,
}  # fmt: skip


def page(tables: Iterable[Table]) -> str:
    """Return the tables as Markdown, each with its commands."""
    out = []
    for t in tables:
        lines = ["| " + " | ".join(row) + " |" for row in (t.columns, ("---",) * len(t.columns), *t.rows)]
        out.append(f"## {t.title}\n\n" + "\n".join(lines) + "\n\n```\n" + "\n".join(t.commands) + "\n```\n")
    return "\n".join(out)


def main() -> None:
    """Measure what was asked for and print it, or write it into the page."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--only", default=",".join(PARTS))
    options.add_argument("--write", type=Path)
    asked = options.parse_args()
    if not EVAL.is_dir():
        sys.exit("no shared folder with eval/: set SELON_SHARED or put it beside the checkout")
    with tempfile.TemporaryDirectory() as work:
        made = page(PARTS[name](Path(work)) for name in asked.only.split(","))
    if not asked.write:
        print(made)
        return
    before, _, rest = asked.write.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    asked.write.write_text(f"{before}{BEGIN}\n\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
