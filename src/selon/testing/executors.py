"""What any executor must do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

MapEach = Callable[[Callable[[Any], Any], Sequence[Any], int], Iterator[Any]]


def double(value: int) -> int:
    """Return twice `value` (a function that any process can import)."""
    return 2 * value


def check_executor(map_each: MapEach) -> None:
    """Raise AssertionError unless results come in the order of the items in any number of processes."""
    items = list(range(40))
    for jobs in (1, 2, 3):
        assert list(map_each(double, items, jobs)) == [2 * i for i in items], f"{jobs} processes"
    assert list(map_each(double, [], 2)) == []
