"""Who is held responsible, and when two places lay one duty at two doors."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from selon.link.chains.scene import Scene
from selon.link.disputes.culprits import BLAMED, bearers, other_bearer
from selon.link.propositions.assertions import propositions
from selon.link.propositions.propositions import Proposition
from tests.link.story import Story


def places(*texts: str, lang: str = "en") -> tuple[Proposition, ...]:
    """One place for each text, each said by somebody in a text of its own."""
    story = Story()
    for n, words in enumerate(texts):
        story.doc(f"d{n}", f"{words}, the harbour office says.", f"Outlet {n}", lang=lang)
        story.said(f"d{n}", words, "the harbour office")
    return propositions(list(story.docs.values()), story.statements, story.quantities())


@pytest.mark.parametrize(
    ("text", "lang", "bearer"),
    [
        ("Brindle says the ferry lines have a moral duty to repair the pier", "en", {"ferry", "line"}),
        ("the town must accept responsibility for the broken pier", "en", {"town"}),
        ("The blame for the broken pier lies with the town, not the line", "en", {"town"}),
        ("La responsabilité du naufrage incombe au port de Brindelle", "fr", {"port", "brinde"}),
        ("La mairie est responsable du naufrage", "fr", {"mairie"}),
        ("the broken pier will be repaired in spring", "en", None),
    ],
)
def test_the_bearer_is_read_from_the_clause(text: str, lang: str, bearer: set[str] | None) -> None:
    """Whoever stands before the word of duty or blame bears it, or who it lies with."""
    assert bearers(places(text, lang=lang)).get(0) == bearer


def test_two_doors_contest_each_other_where_the_wordings_are_alike() -> None:
    """One duty of two bearers is contested; the same bearer, or another duty, is not."""
    found = places(
        "the ferry line has a moral duty to repair the pier",
        "the town must accept moral responsibility for the pier",
        "the ferry line was at fault when the pier broke",
    )
    alike = {(a, b): BLAMED for a in range(3) for b in range(3)}
    scene = cast(Scene, SimpleNamespace(found=found, raw=alike))
    held = bearers(found)
    assert other_bearer(scene, held, 0, 1) and not other_bearer(scene, held, 0, 2)
    far = cast(Scene, SimpleNamespace(found=found, raw=dict.fromkeys(alike, BLAMED - 0.1)))
    assert not other_bearer(far, held, 0, 1)
