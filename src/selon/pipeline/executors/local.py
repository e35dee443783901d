"""Map a function over items in this process or in a pool; results come in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH_A_POOL = 8
"""Fewer items than this are done faster here than in processes that must load the models first."""


def processes(jobs: int) -> int:
    """Return how many processes `jobs` asks for; 0 means one for each processor this process may use."""
    return jobs if jobs > 0 else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def map_each(work: Callable[[Item], Made], items: Sequence[Item], jobs: int) -> Iterator[Made]:
    """Yield `work(item)` for every item, in order, whatever the number of processes."""
    count = min(processes(jobs), len(items))
    if count <= 1 or len(items) < _WORTH_A_POOL:
        yield from map(work, items)
        return
    yield from _pooled(work, items, count)


def _pooled(work: Callable[[Item], Made], items: Iterable[Item], count: int) -> Iterator[Made]:
    context = multiprocessing.get_context("spawn")  # models hold threads, which a fork would break
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        yield from pool.map(work, items, chunksize=4)
