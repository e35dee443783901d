"""Which places are asked whether they contest a claim loses none of those that do."""

from __future__ import annotations

import msgspec
import pytest

from selon.link.disputes.opponents import Opponents
from selon.pipeline.examine import examine
from selon.pipeline.linking import link
from selon.pipeline.progress import silent
from tests.pipeline.affair import affair


@pytest.mark.parametrize("seed", range(4))
def test_no_place_that_contests_a_claim_is_left_out(seed, monkeypatch):
    """To put all places to all claims finds the same disputes."""
    docs = [msgspec.structs.replace(d, id=f"{d.id}-{n}") for n in (seed, seed + 4) for d in affair(n)]
    found = {d.id: examine(d) for d in docs}
    claims = link(docs, found, silent).claims
    assert any(c.disputed_by for c in claims)
    monkeypatch.setattr(Opponents, "of", lambda self, group: self._raw.places(range(len(self._ids))))
    assert link(docs, found, silent).claims == claims
