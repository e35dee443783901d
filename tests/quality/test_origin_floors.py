"""Claims and origins are found no worse than they were."""

import json

import pytest

from selon.pipeline import commands
from tests.quality.floors import FLOORS, hold, pinned, scored


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
