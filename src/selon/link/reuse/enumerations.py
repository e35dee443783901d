"""Words of an enumeration: who lists the same countries, players or members need not have copied the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selon.model.span import Span

ITEMS = 4
"""Short items side by side that make an enumeration."""
SHORT = 3
"""Words of an item, at most."""
_COMMA = re.compile(r"[,;،、]")


def enumerated(text: str, spans: Sequence[Span], first: int, last: int) -> Iterator[int]:
    """Yield which of the words `first` to `last` (exclusive) stand in short items, ITEMS in a row."""
    items = _items(text, spans, first, last)
    run: list[Sequence[int]] = []
    for item in (*items, ()):
        if 0 < len(item) <= SHORT:
            run.append(item)
            continue
        if len(run) >= ITEMS:
            yield from (k for short in run for k in short)
        run = []


def _items(text: str, spans: Sequence[Span], first: int, last: int) -> list[list[int]]:
    """Return the words of a sentence between its commas."""
    out: list[list[int]] = [[]]
    for k in range(first, last):
        if k > first and _COMMA.search(text, spans[k - 1].end, spans[k].start):
            out.append([])
        out[-1].append(k)
    return out
