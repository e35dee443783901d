"""Statements are found no worse than they were."""

import json

import pytest

from selon.pipeline import commands
from tests.quality.floors import FLOORS, first_lines, hold, pinned, scored


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
