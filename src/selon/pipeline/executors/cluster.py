"""The executor of a cluster: work on the workers of a Dask scheduler.

Its messages are pickles: whoever reaches the scheduler can run code on every worker. Keep it in a network of
your own, or give `tls://` (docs/how-to/cluster.md).
"""

from __future__ import annotations

import logging
import re
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any

from selon.errors import ShardError, UsageError
from selon.pipeline.executors import installed
from selon.pipeline.executors.base import AHEAD, SHARE, Item, Lost, Made, done, settled, shares

_ADDRESS = re.compile(r"(?P<how>dask|tcp|tls)://(?P<place>\[[^\]]+\]|[^:/\s]+)(?P<port>:\d+)?/?")
PORT = ":8786"
ANSWERS = 15
"""Seconds in which a scheduler must answer."""
COUNTED = 64
"""Shares after which workers are counted again."""
JOINS = 60
"""Seconds in which a first worker must join."""

Waiting = tuple[Sequence[Any], Any]
"""A share and the future of its results."""


class OtherVersion(UsageError):
    """A machine of the cluster has another selon than this one."""


class Cluster:
    """The workers of a Dask scheduler; each process does one share at a time."""

    def __init__(self, client: Any, address: str) -> None:
        self._client, self._address = client, address

    def map_each(
        self,
        work: Callable[[Item], Made],
        items: Sequence[Item],
        share: int = SHARE,
        lost: Lost | None = None,
    ) -> Iterator[Made]:
        """Yield `work(item)` for every item, in order: see `Executor`."""
        waiting: deque[Waiting] = deque()
        with self._told():
            given = self._client.submit(_itself, work, pure=False)  # once: a worker that lacks it gets it
            try:
                for number, part in enumerate(shares(items, share)):
                    if number % COUNTED == 0:  # workers come and go
                        ahead = AHEAD * max(1, self._workers())
                    waiting.append((part, self._submit(given, part)))
                    if len(waiting) > ahead:
                        yield from self._read(given, *waiting.popleft(), lost)
                while waiting:
                    yield from self._read(given, *waiting.popleft(), lost)
            finally:
                with suppress(Exception):  # the scheduler may be gone
                    self._client.cancel([future for _, future in waiting])

    def everywhere(self, work: Callable[[Item], Made], item: Item) -> Mapping[str, Made]:
        """Return `work(item)` of each worker, by its address."""
        with self._told():
            found: dict[str, Made] = self._client.run(work, item)
            return found

    def _submit(self, given: Any, part: Sequence[Any]) -> Any:
        return self._client.submit(_share, given, list(part), installed.versions(), pure=False)

    def _workers(self) -> int:
        return len(self._client.scheduler_info(n_workers=-1).get("workers", ()))

    def _read(self, given: Any, part: Sequence[Any], future: Any, lost: Lost | None) -> Iterator[Any]:
        yield from settled(part, self._results(given, part, future), lost)

    def _results(self, given: Any, part: Sequence[Any], future: Any, again: bool = True) -> list[Any]:
        """Return what became of a share; one whose workers ended is done again item by item.

        Dask gives up every share that waited at workers which ended, not only the one that they ended of.
        """
        from distributed.scheduler import KilledWorker

        try:
            return self._awaited(future)
        except KilledWorker as error:
            if again:
                return [
                    one
                    for item in part
                    for one in self._results(given, [item], self._submit(given, [item]), again=False)
                ]
            return [
                ShardError(
                    "workers ended again and again at the same place, the last at"
                    f" {error.last_worker.address}: have they memory enough? what was finished is kept"
                )
            ]

    def _awaited(self, future: Any) -> list[Any]:
        """Return the results of a share; raises ShardError when no worker is left to do it."""
        while True:
            try:
                return list(future.result(timeout=JOINS))
            except TimeoutError:
                if future.done():  # the work itself raised it
                    raise
                if not self._workers():
                    raise ShardError(
                        f"no worker of {self._address} is left: what was finished is kept; start workers and"
                        " run the same command again"
                    ) from None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the loss of the scheduler into words."""
        from distributed.client import ClosedClientError
        from distributed.comm import CommClosedError

        try:
            yield
        except (CancelledError, ClosedClientError, CommClosedError) as error:
            raise ShardError(
                f"the scheduler at {self._address} was lost ({type(error).__name__}): what was finished is"
                " kept; when it is back, run the same command again and it goes on from there"
            ) from error

    def check(self) -> None:
        """Raise UsageError unless a worker is there, and all of them and the scheduler have this selon."""
        try:
            self._client.wait_for_workers(1, timeout=JOINS)
        except TimeoutError as error:
            raise UsageError(
                f"the scheduler at {self._address} has no worker: start some with"
                f" `dask worker {self._address} --nworkers auto --nthreads 1`"
            ) from error
        found = dict(self._client.run(_installed, on_error="return"))
        found[f"the scheduler {self._address}"] = self._scheduler()
        wrong = [f"{who} has {words}" for who, said in sorted(found.items()) if (words := _told_apart(said))]
        if wrong:
            raise OtherVersion(_other(wrong))

    def _scheduler(self) -> Any:
        """Return what the scheduler has installed, or the error that it answers with: records pass it."""
        try:
            return self._client.run_on_scheduler(_installed)
        except Exception as error:
            return error


def _other(wrong: Sequence[str]) -> str:
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return f"{wrong[0]}{more}: install the same selon and packages everywhere, then start them again"


def _told_apart(said: Any) -> str:
    if isinstance(said, Exception):
        return f"no selon that answers this one ({type(said).__name__}: {said})"
    return installed.differences(said)


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Give the executor of the Dask scheduler at `address` (`dask://`, `tcp://` or `tls://HOST[:PORT]`).

    Raises UsageError for another address, when nobody answers there, when no worker joins in time, and when a
    machine has another version of selon.
    """
    place = _place(address)
    client = _client(place)
    try:
        cluster = Cluster(client, place)
        cluster.check()
        yield cluster
    finally:
        with suppress(Exception):  # nothing to take leave of
            client.close(timeout=2)


def _place(address: str) -> str:
    found = _ADDRESS.fullmatch(address.strip())
    if found is None:
        raise UsageError(f"{address}: give a Dask scheduler as dask://HOST:PORT (or tcp://, tls://)")
    how = "tcp" if found["how"] == "dask" else found["how"]
    return f"{how}://{found['place']}{found['port'] or PORT}"


def _client(place: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("a cluster needs Dask: pip install 'selon[cluster]'") from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # selon says what happened, once
    try:
        return Client(place, timeout=ANSWERS, set_as_default=False, name="selon")
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {place}: start one with `dask scheduler`, or look at the address"
            " and the firewall"
        ) from error


def _itself(work: Any) -> Any:
    return work


def _installed() -> dict[str, str]:
    return installed.versions()


_alone = threading.Lock()
"""Models and caches belong to one thread at a time: a worker with several does one share after the other."""


def _share(work: Callable[[Any], Any], share: Sequence[Any], ours: Mapping[str, str]) -> list[Any]:
    """Do a share on a worker; one that joined later may have another version."""
    with _alone:
        if ours != installed.versions():
            raise OtherVersion(_other(["a worker that joined since has other versions"]))
        return done(work, share)
