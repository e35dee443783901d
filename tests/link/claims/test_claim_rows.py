"""The JSON form of `selon origins`."""

from __future__ import annotations

import json

from selon.link.claims.claim_rows import origins_row
from selon.link.quantities.conflicts import find_conflicts
from tests.link.story import ferry


def test_the_row_has_the_fixed_form() -> None:
    """Every field of EVALUATION.md is there, spans are pairs, and the row is plain JSON."""
    story = ferry()
    claims = story.claims()
    conflicts = find_conflicts(list(story.docs.values()), claims, story.quantities())
    row = json.loads(json.dumps(origins_row(claims, story.edges, conflicts)))
    assert set(row) == {"claims", "lineage", "quantity_conflicts"}
    fields = {"id", "text", "statements", "origins", "origin_count", "circular", "disputed_by", "quantities"}
    for claim in row["claims"]:
        assert set(claim) == fields
        assert isinstance(claim["origin_count"], int)
        for said in claim["statements"]:
            start, end = said["content"]
            assert 0 <= start < end <= len(story.docs[said["doc"]].text)
        for origin in claim["origins"]:
            assert set(origin) == {"name", "kind", "on_record", "statements"}
            assert all(0 <= n < len(claim["statements"]) for n in origin["statements"])
    assert {e["direction"] for e in row["lineage"]} == {"certain"}
    assert {e["level"] for e in row["lineage"]} == {5}


def test_a_dispute_is_not_among_the_statements() -> None:
    """No place of `disputed_by` is a statement of the same claim."""
    for claim in origins_row(ferry().claims(), (), ())["claims"]:
        own = [(s["doc"], tuple(s["content"])) for s in claim["statements"]]
        assert all((d["doc"], tuple(d["span"])) not in own for d in claim["disputed_by"])
