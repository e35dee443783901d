"""What figures add to a score, or take, is asked place by place."""

from __future__ import annotations

import numpy as np

from selon.link.propositions.figured import SAME_COUNT, Figured
from selon.link.propositions.scored import NEVER
from tests.link.propositions.test_likeness import made

TWELVE, TWENTY, FIRE = 0, 2, 5


def test_figures_bind_part_or_say_nothing() -> None:
    """Other figures for one thing never meet; a wording without a figure neither gains nor loses."""
    figured = Figured(made([(TWENTY, None), (TWENTY, None), (TWELVE, None), (FIRE, None)]))
    rows, columns = np.array([0, 0, 0, 3]), np.array([1, 2, 3, 0])
    assert figured.shares(rows, columns).tolist() == [SAME_COUNT, NEVER, 0.0, 0.0]
    assert figured.shares(columns, rows).tolist() == [SAME_COUNT, NEVER, 0.0, 0.0]
    assert figured.have.tolist() == [True, True, True, False]
