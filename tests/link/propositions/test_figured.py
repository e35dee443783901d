"""What figures add to a score, or take, is asked place by place."""

from __future__ import annotations

import numpy as np

from selon.link.propositions.assertions import propositions
from selon.link.propositions.figured import OTHER_UNIT, SAME_COUNT, Figured
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.scored import NEVER
from tests.link.propositions.test_likeness import made
from tests.link.story import Story

TWELVE, TWENTY, FIRE = 0, 2, 5


def test_figures_bind_part_or_say_nothing() -> None:
    """Other figures for one thing never meet; a wording without a figure neither gains nor loses."""
    figured = Figured(made([(TWENTY, None), (TWENTY, None), (TWELVE, None), (FIRE, None)]))
    rows, columns = np.array([0, 0, 0, 3]), np.array([1, 2, 3, 0])
    assert figured.shares(rows, columns).tolist() == [SAME_COUNT, NEVER, 0.0, 0.0]
    assert figured.shares(columns, rows).tolist() == [SAME_COUNT, NEVER, 0.0, 0.0]
    assert figured.have.tolist() == [True, True, True, False]


def told(*texts: str) -> tuple[Proposition, ...]:
    """One text a sentence."""
    story = Story()
    for n, text in enumerate(texts):
        story.doc(f"d{n}", text, f"Outlet {n}")
        story.said(f"d{n}", text.rstrip("."), None)
    return propositions(list(story.docs.values()), story.statements, story.quantities())


def test_far_figures_are_told_by_their_units() -> None:
    """Two counts that never agree differ where they may count the same, and else count other things."""
    few, many, salt = range(3)
    found = told(
        "La préfecture compte 12 blessés sur le quai.",
        "La préfecture compte 90 blessés sur le quai.",
        "La préfecture compte 700 tonnes de sel sur le quai.",
    )
    rows, columns = np.array([few, few, many]), np.array([many, salt, salt])
    assert Figured(found).shares(rows, columns).tolist() == [NEVER, -OTHER_UNIT, -OTHER_UNIT]


def test_one_figure_of_two_places_is_two() -> None:
    """1,500 here and 1,500 there are no one count, however alike."""
    found = told(
        "La police a compté 1500 marcheurs à Brindelle.",
        "La police a compté 1500 marcheurs à Corvalis.",
        "La police a compté 1500 marcheurs.",
    )
    here, there, nowhere = range(3)
    shares = Figured(found).shares(np.array([here, here, there]), np.array([there, nowhere, nowhere]))
    assert shares.tolist() == [NEVER, SAME_COUNT, SAME_COUNT]
