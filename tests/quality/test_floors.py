"""Quality does not fall: fixed samples of the dev sets, their own scorers, floors pinned beside digests."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from selon.pipeline import commands

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def digest(*paths):
    made = hashlib.sha256()
    for path in paths:
        made.update(path.read_bytes())
    return made.hexdigest()


def pinned(case, *paths):
    """A floor speaks of the data it was measured on; other data of that name is no failure of the code."""
    if digest(*paths) != case["sha256"]:
        pytest.skip(f"{case['name']}: the data differ from those that the floors were measured on")


def scored(*words):
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=True)
    return done.stdout


def dig(value, path):
    for key in path.split("."):
        value = value[key]
    return value


def hold(found, floors):
    fallen = {k: (dig(found, k), v) for k, v in floors.items() if (dig(found, k) or 0) < v}
    assert not fallen, f"measured below the floor (measured, floor): {fallen}"


def first_lines(path, count, to):
    lines = path.read_text(encoding="utf-8").split("\n")[:count]  # texts hold other line separators
    to.write_text("\n".join(lines), encoding="utf-8")
    return {json.loads(line)["id"] for line in lines}


@pytest.mark.parametrize("case", FLOORS["attribution"], ids=lambda c: c["name"])
def test_statements_hold_their_floors(case, shared_dir, tmp_path):
    """F1 of content, source and cue on the first documents of each set is no lower than it was."""
    base = shared_dir / "eval/attribution"
    docs, gold = base / case["docs"], base / case["gold"]
    pinned(case, docs, gold)
    sample, pred, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl", tmp_path / "score.json"
    first_lines(docs, case["first"], sample)
    commands.statements(str(sample), str(pred), case.get("beliefs", False), 1)
    if kind := case.get("only"):
        kept = [
            line for line in pred.read_text().splitlines(keepends=True) if json.loads(line)["type"] == kind
        ]
        pred.write_text("".join(kept))
    scored(base / "score.py", "--docs", sample, "--gold", gold, "--pred", pred, "--json", out)
    hold(json.loads(out.read_text())["ALL"], case["floors"])


@pytest.mark.parametrize("case", FLOORS["reuse"], ids=lambda c: c["name"])
def test_reuse_holds_its_floors(case, shared_dir, tmp_path):
    """Pairs, passages and direction on a whole set are no worse than they were."""
    gold = shared_dir / "eval/reuse/dev"
    docs = gold / f"{case['name']}.docs.jsonl"
    pinned(case, docs, *sorted(gold.glob(f"{case['name']}.*.tsv")))
    commands.reuse(str(docs), str(tmp_path / "out"), 1)
    kinds = ("pairs", "clusters", "passages", "lineage")
    options = [word for kind in kinds for word in (f"--{kind}", tmp_path / "out" / f"{kind}.tsv")]
    score = scored(shared_dir / "eval/reuse/score.py", "--gold", gold, "--set", case["name"], *options)
    hold(json.loads(score), case["floors"])


@pytest.mark.parametrize("case", FLOORS["dossiers"], ids=lambda c: c["name"])
def test_origins_hold_their_floors(case, shared_dir, tmp_path):
    """Claims, origin counts and lineage of an open dossier are no worse than they were."""
    folder = shared_dir / "eval/dossiers" / case["folder"]
    pinned(case, *sorted(folder.glob("*.jsonl")))
    commands.origins(str(folder / "docs.jsonl"), str(tmp_path / "pred.json"), 1)
    hold(
        json.loads(scored(shared_dir / "eval/dossiers/score.py", folder, tmp_path / "pred.json")),
        case["floors"],
    )
