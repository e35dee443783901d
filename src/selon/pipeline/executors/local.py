"""Map a function over items in this process or in several; results come in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any, TypeVar

from selon.errors import ShardError
from selon.pipeline.executors.hand import Hand

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH_PROCESSES = 8
"""Fewer items than this are done faster here than in processes that must load the models first."""
_SHARE = 4
"""Items that a process is given at once."""
_AHEAD = 4
"""Shares for each process that may wait to be read: bounds the memory that results take."""
TRIES = 3


def processes(jobs: int) -> int:
    """Return how many processes `jobs` asks for; 0 means one for each processor this process may use."""
    return jobs if jobs > 0 else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def map_each(work: Callable[[Item], Made], items: Sequence[Item], jobs: int) -> Iterator[Made]:
    """Yield `work(item)` for every item, in order, whatever the number of processes.

    A process that dies is replaced and its share done again. Raises what `work` raises, and ShardError when
    TRIES processes in a row die of one share.
    """
    count = min(processes(jobs), len(items))
    if count <= 1 or len(items) < _WORTH_PROCESSES:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(count) as threads, _hands(work, count) as free:
        try:
            yield from _in_order(threads, free, items, _AHEAD * count)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _hands(work: Callable[[Any], Any], count: int) -> Iterator[SimpleQueue[Hand]]:
    """Yield the processes that have nothing to do; all of them end with the block."""
    context = multiprocessing.get_context("spawn")  # models hold threads, which a fork would break
    free: SimpleQueue[Hand] = SimpleQueue()
    with _deaf():
        hands = [Hand(context, work) for _ in range(count)]
    for hand in hands:
        free.put(hand)
    try:
        yield free
    finally:
        for hand in hands:
            hand.stop()


def _in_order(
    threads: ThreadPoolExecutor, free: SimpleQueue[Hand], items: Sequence[Item], ahead: int
) -> Iterator[Any]:
    """Yield results in the order of `items`; no more than `ahead` shares wait to be read."""
    waiting: deque[Future[list[Any]]] = deque()
    for start in range(0, len(items), _SHARE):
        waiting.append(threads.submit(_done, free, items[start : start + _SHARE]))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _done(free: SimpleQueue[Hand], share: Sequence[Item]) -> list[Any]:
    hand = free.get()
    try:
        for _ in range(TRIES):
            if (made := hand.do(share)) is not None:
                return made
    finally:
        free.put(hand)
    raise ShardError(
        f"a process ended {TRIES} times at the same place: is there memory enough? Try fewer --jobs; what was"
        " finished is kept"
    )


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes that leave Ctrl-C to this one, which stops them and says so once.

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
