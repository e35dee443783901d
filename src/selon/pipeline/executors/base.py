"""What an executor is: it does work on many items, wherever that is, and gives the results in their order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from selon.errors import ShardError

Item = TypeVar("Item")
Made = TypeVar("Made")

SHARE = 4
"""Items that a process is given at once, where they are as small as a document."""
AHEAD = 4
"""Shares for each process that may wait to be read: bounds the memory that results take."""
TRIES = 3
"""Times that a share is done before it is given up: for a passing reason, or for the death of its process."""
PAUSE = 0.5
"""Seconds before the second try; each further one waits twice as long."""

Lost = Callable[[Any, ShardError], Any]
"""Says what becomes of an item that was given up."""


class Executor(Protocol):
    """Where work is done: this process, several of this machine, a cluster. All give the same results."""

    def map_each(
        self,
        work: Callable[[Item], Made],
        items: Sequence[Item],
        share: int = SHARE,
        lost: Lost | None = None,
    ) -> Iterator[Made]:
        """Yield `work(item)` for every item, in order; `work` is a function that any process can import.

        `share` items are handed over at once. An item whose work raises ShardError, or ends its process, is
        tried TRIES times; then `lost(item, error)` is its result, or the error is raised without a `lost`.
        Any other error that `work` raises is raised here.
        """
        ...

    def everywhere(self, work: Callable[[Item], Made], item: Item) -> Mapping[str, Made]:
        """Return `work(item)` of each place where work is done, by its name."""
        ...


def done(work: Callable[[Any], Any], share: Sequence[Any]) -> list[Any]:
    """Return what became of `share`, where the work is done: results, and a ShardError for what failed."""
    return [_tried(work, item) for item in share]


def _tried(work: Callable[[Any], Any], item: Any) -> Any:
    for number in range(1, TRIES + 1):
        try:
            return work(item)
        except ShardError as error:
            kept = error
            if number < TRIES:
                time.sleep(PAUSE * 2 ** (number - 1))
    return kept


def settled(share: Sequence[Any], made: Sequence[Any], lost: Lost | None) -> Iterator[Any]:
    """Yield the results of `share`, where they are read: what was given up is lost, or raised."""
    for item, one in zip(share, made, strict=True):
        if not isinstance(one, ShardError):
            yield one
        elif lost is not None:
            yield lost(item, one)
        else:
            raise one


def shares(items: Sequence[Item], share: int) -> list[Sequence[Item]]:
    """Return `items` cut into runs of `share`."""
    return [items[at : at + share] for at in range(0, len(items), share)]
