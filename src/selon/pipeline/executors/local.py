"""The executor of one machine: work in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any

from selon.errors import ShardError
from selon.pipeline.executors.base import AHEAD, SHARE, TRIES, Item, Lost, Made, done, settled, shares
from selon.pipeline.executors.hand import Hand


def processes(jobs: int) -> int:
    """Return how many processes `jobs` asks for; 0 means one for each processor this process may use."""
    return jobs if jobs > 0 else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


class Local:
    """This machine: `jobs` processes (0: one a processor), or this one where that is enough.

    Inside `with`, the processes stay for further work, with the models that they have loaded.
    """

    def __init__(self, jobs: int = 0) -> None:
        self._jobs = jobs
        self._stays = False
        self._hands: list[Hand] = []

    def __enter__(self) -> Local:
        self._stays = True
        return self

    def __exit__(self, *_: object) -> None:
        self._stays = False
        self._stop()

    def map_each(
        self,
        work: Callable[[Item], Made],
        items: Sequence[Item],
        share: int = SHARE,
        lost: Lost | None = None,
    ) -> Iterator[Made]:
        """Yield `work(item)` for every item, in order: see `Executor`.

        Less than two shares are done faster here than in processes that must load the models first.
        """
        parts = shares(items, share)
        count = min(processes(self._jobs), len(parts))
        if count <= 1:
            for item in items:
                yield from settled([item], done(work, [item]), lost)
            return
        with ThreadPoolExecutor(count) as threads, self._free(work, count) as free:
            try:
                yield from _in_order(threads, free, parts, lost, AHEAD * count)
            finally:
                threads.shutdown(wait=False, cancel_futures=True)

    @contextmanager
    def _free(self, work: Callable[[Any], Any], count: int) -> Iterator[SimpleQueue[Hand]]:
        """Yield the processes that have nothing to do; they end with the block, unless they stay."""
        context = multiprocessing.get_context("spawn")  # models hold threads, which a fork would break
        with _deaf():
            self._hands += [Hand(context) for _ in range(count - len(self._hands))]
        free: SimpleQueue[Hand] = SimpleQueue()
        for hand in self._hands[:count]:
            hand.take(work)
            free.put(hand)
        try:
            yield free
        except BaseException:  # some may be in the middle of a share
            self._stop()
            raise
        if not self._stays:
            self._stop()

    def _stop(self) -> None:
        for hand in self._hands:
            hand.stop()
        self._hands = []

    def everywhere(self, work: Callable[[Item], Made], item: Item) -> Mapping[str, Made]:
        """Return `work(item)`: all processes of this machine are in one place."""
        return {"this machine": work(item)}


def _in_order(
    threads: ThreadPoolExecutor,
    free: SimpleQueue[Hand],
    parts: Sequence[Sequence[Any]],
    lost: Lost | None,
    ahead: int,
) -> Iterator[Any]:
    """Yield results in the order of the items; no more than `ahead` shares wait to be read."""
    waiting: deque[tuple[Sequence[Any], Future[list[Any]]]] = deque()
    for part in parts:
        waiting.append((part, threads.submit(_answered, free, part)))
        if len(waiting) > ahead:
            first, answer = waiting.popleft()
            yield from settled(first, answer.result(), lost)
    for part, answer in waiting:
        yield from settled(part, answer.result(), lost)


def _answered(free: SimpleQueue[Hand], share: Sequence[Any]) -> list[Any]:
    """Return what became of a share; one that ends its process is done again item by item."""
    hand = free.get()
    try:
        if len(share) > 1 and (made := hand.do(share)) is not None:
            return made
        return [_alone(hand, item) for item in share]
    finally:
        free.put(hand)


def _alone(hand: Hand, item: Any) -> Any:
    for _ in range(TRIES):
        if (made := hand.do([item])) is not None:
            return made[0]
    return ShardError(
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
