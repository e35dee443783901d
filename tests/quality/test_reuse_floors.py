"""Reuse is found no worse than it was."""

import json

import pytest

from selon.pipeline import commands
from tests.quality.floors import FLOORS, hold, pinned, scored


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
