"""How a provenance tree is looked at: every text, stacks, by outlet, or one way; which stacks are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

TEN = 10
"""Rows that one step opens."""


class View(StrEnum):
    """What is drawn. `auto` draws every text of a small tree and the stacks of a large one."""

    auto = "auto"
    all = "all"
    stacks = "stacks"
    media = "media"
    path = "path"


@dataclass(frozen=True)
class Look:
    """A way to look at a tree.

    `path` is the document whose way is selected, `open` tells by key how many texts of a stack have rows of
    their own, `judged` are documents that a person decided about: they are never stacked.
    """

    view: View = View.auto
    path: str = ""
    open: Mapping[str, int] = field(default_factory=dict)
    judged: frozenset[str] = frozenset()
    most: int = 0
    """Rows after which no further origin is drawn; 0 draws them all."""
    words: str = ""
    """Key of the node or text whose exact words are open."""

    def opened(self, pile: str, rows: int) -> Look:
        """Return the same look with so many rows of a stack open; 0 closes it."""
        kept = {key: n for key, n in self.open.items() if key != pile}
        return replace(self, open={**kept, pile: rows} if rows else kept)


EVERY = Look(View.all)
AUTO = Look()
