"""What any executor must do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from selon.errors import ShardError
from selon.pipeline.executors.base import TRIES, Executor

ITEMS = list(range(24))
ODD = 5
"""The item at which the functions below meet with something."""
STARTED = 0.5
"""Seconds after which a process has surely told who watches it that it is there."""


def double(value: int) -> int:
    """Return twice `value` (a function that any process can import)."""
    return 2 * value


def failing(value: int) -> int:
    """Raise an error that no second try would mend."""
    if value == ODD:
        raise ValueError("five")
    return value


def passing(folder: str, often: int, value: int) -> int:
    """Raise ShardError the first `often` times that the odd item comes."""
    if value == ODD and _met(folder) <= often:
        raise ShardError("the line was busy")
    return value


def deadly(folder: str, often: int, value: int) -> int:
    """End this process the first `often` times that the odd item comes."""
    if value == ODD and _met(folder) <= often:
        time.sleep(STARTED)
        os._exit(1)
    return value


def _met(folder: str) -> int:
    """Return how often this was asked, in whatever process."""
    made = len(os.listdir(folder)) + 1
    Path(folder, str(made)).touch()
    return made


def given_up(value: int, error: ShardError) -> str:
    """Return what stands in the place of an item that was given up."""
    return f"{value}: {error}"


def check_executor(executor: Executor, folder: Path) -> None:
    """Raise AssertionError unless `executor` keeps every promise of `Executor` but those about dying.

    `folder` is an empty folder that all its processes see.
    """
    for share in (1, 4, 100):
        assert list(executor.map_each(double, ITEMS, share)) == [2 * i for i in ITEMS], f"shares of {share}"
    assert list(executor.map_each(double, [])) == []
    _check_raises(ValueError, "five", executor.map_each(failing, ITEMS))
    _check_passing(executor, folder)
    places = executor.everywhere(double, 4)
    assert places and set(places.values()) == {8}
    assert all(places)


def _check_passing(executor: Executor, folder: Path) -> None:
    """Raise AssertionError unless what fails for a passing reason is tried again, and given up in the end."""
    once, ever = _fresh(folder, "passing-once"), _fresh(folder, "passing-ever")
    assert list(executor.map_each(partial(passing, once, 1), ITEMS)) == ITEMS
    made = list(executor.map_each(partial(passing, ever, sys.maxsize), ITEMS, lost=given_up))
    assert made == [f"{i}: the line was busy" if i == ODD else i for i in ITEMS]
    assert len(os.listdir(ever)) == TRIES
    _check_raises(ShardError, "busy", executor.map_each(partial(passing, ever, sys.maxsize), ITEMS))


def check_processes(executor: Executor, folder: Path) -> None:
    """Raise AssertionError unless the death of a process of `executor` costs nothing but time.

    One that dies is replaced and its share done again; an item that ends every process is given up alone.
    """
    assert list(executor.map_each(partial(deadly, _fresh(folder, "dies-once"), 1), ITEMS)) == ITEMS
    always = partial(deadly, _fresh(folder, "dies-ever"), sys.maxsize)
    made = list(executor.map_each(always, ITEMS, lost=given_up))
    assert [m for i, m in enumerate(made) if i != ODD] == [i for i in ITEMS if i != ODD]
    assert str(made[ODD]).startswith(f"{ODD}: ")
    _check_raises(ShardError, "finished is kept", executor.map_each(always, ITEMS))


def _check_raises(kind: type[Exception], words: str, results: Iterator[Any]) -> None:
    try:
        list(results)
    except kind as error:
        assert words in str(error), f"{error!r} does not say {words!r}"
        return
    raise AssertionError(f"no {kind.__name__} was raised")


def _fresh(folder: Path, name: str) -> str:
    made = folder / name
    made.mkdir()
    return str(made)
