"""A bar on a terminal, silence in a pipe."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

from selon.pipeline.progress import Progress, silent

WORDS = {
    "read": "reading",
    "examine": "who says what",
    "statements": "who says what",
    "reuse": "which text copies which",
    "lineage": "which came first",
    "actors": "who is meant",
    "claims": "claims and their origins",
    "conflicts": "figures that differ",
    "survey": "what the whole holds",
    "collection": "what all texts share",
    "reference": "sentences to hold against",
    "fingerprints": "marks of each text",
    "ties": "which texts share marks",
    "candidates": "which texts to compare",
    "passages": "which text copies which",
    "cut": "taking documents out",
    "write": "writing what was found",
}

SPAN = 120.0
"""Seconds that the present speed is measured over."""
MINUTE, HOUR = 60, 60


class Left(ProgressColumn):
    """What is left of the step at work, from how fast it went of late; nothing while nobody can know."""

    def render(self, task: Task) -> Text:
        """Return the words for one task."""
        if task.finished or task.time_remaining is None:
            return Text("")
        return Text(left(task.time_remaining))


def left(seconds: float) -> str:
    """Return an estimate in words, no finer than it can be true."""
    if seconds < MINUTE:
        return "less than a minute left"
    minutes = math.ceil(seconds / MINUTE)
    return f"about {minutes} min left" if minutes < HOUR else f"about {minutes / HOUR:.1f} h left"


@contextmanager
def shown() -> Iterator[Progress]:
    """Give a listener that draws one line a stage on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    with drawn(Console(stderr=True)) as bars:
        yield listener(bars)


def drawn(console: Console, clock: Callable[[], float] | None = None) -> Bars:
    """Return the lines of a run on `console`; speed is that of the last SPAN seconds by `clock`."""
    columns = (
        TextColumn("{task.description:<26}"),
        BarColumn(30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        Left(),
    )
    return Bars(*columns, console=console, transient=True, speed_estimate_period=SPAN, get_time=clock)


def listener(bars: Bars) -> Progress:
    """Return what tells `bars` of each step; a step's clock starts with its first word."""
    tasks: dict[str, TaskID] = {}

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            for former in tasks.values():
                bars.stop_task(former)
            tasks[stage] = bars.add_task(WORDS.get(stage, stage), total=total or None)
        bars.update(tasks[stage], completed=done, total=total or None)

    return tell
