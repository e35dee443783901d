"""What was computed for a word, kept: a plain dictionary is several times as fast as a cache of last uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")
ROOM = 1 << 18
"""Words that are kept; then all are let go, which costs less than remembering which was used last."""


class Memo(dict[str, Made], Generic[Made]):
    """A dictionary that fills itself: `memo[word]` is `make(word)`, computed once while there is room."""

    def __init__(self, make: Callable[[str], Made], room: int = ROOM) -> None:
        super().__init__()
        self.make, self.room = make, room

    def __missing__(self, word: str) -> Made:
        """Compute, keep and return what belongs to `word`."""
        if len(self) >= self.room:
            self.clear()
        made = self[word] = self.make(word)
        return made
