"""A bar on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from selon.pipeline.progress import Progress, silent

WORDS = {
    "read": "reading",
    "examine": "who says what",
    "statements": "who says what",
    "reuse": "which text copies which",
    "lineage": "which came first",
    "claims": "claims and their origins",
    "conflicts": "figures that differ",
}


@contextmanager
def shown() -> Iterator[Progress]:
    """Give a listener that draws one line a stage on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = TextColumn("{task.description:<26}"), BarColumn(30), MofNCompleteColumn(), TimeElapsedColumn()
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _listener(bars)


def _listener(bars: Bars) -> Progress:
    tasks: dict[str, int] = {}

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            for former in tasks.values():
                bars.stop_task(former)  # type: ignore[arg-type]
            tasks[stage] = bars.add_task(WORDS.get(stage, stage), total=total or None)
        bars.update(tasks[stage], completed=done, total=total or None)  # type: ignore[arg-type]

    return tell
