"""Map a function over items in this process or in a pool; results come in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection
from typing import TypeVar

from selon.errors import ShardError

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH_A_POOL = 8
"""Fewer items than this are done faster here than in processes that must load the models first."""
TRIES = 3


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


def _pooled(work: Callable[[Item], Made], items: Sequence[Item], count: int) -> Iterator[Made]:
    """Yield results; when a process dies the pool is built again for what it had not returned.

    Raises ShardError when processes die TRIES times in a row with nothing returned between.
    """
    done = tries = 0
    while done < len(items):
        try:
            for made in _pool(work, items[done:], count):
                yield made
                done, tries = done + 1, 0
        except BrokenProcessPool as error:
            tries += 1
            if tries == TRIES:
                raise ShardError(
                    f"a process ended {TRIES} times at the same place, after {done} of {len(items)}: is there"
                    " memory enough? Try fewer --jobs; what was finished is kept"
                ) from error


def _pool(work: Callable[[Item], Made], items: Sequence[Item], count: int) -> Iterator[Made]:
    context = multiprocessing.get_context("spawn")  # models hold threads, which a fork would break
    with ProcessPoolExecutor(count, mp_context=context, initializer=_follow) as pool:
        with _deaf():
            results = pool.map(work, items, chunksize=4)
        yield from results


def _follow() -> None:
    """End this process with the one that started it, also when that is killed and can tell nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes that leave Ctrl-C to this one, which stops the pool and says so once.

    A process inherits that a signal is ignored, so that none dies with a traceback while it still starts.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set signals, and only it gets them
        return
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
