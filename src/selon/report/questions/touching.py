"""Which of many spans touch a stretch, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from selon.model.span import Span


class Touching:
    """Spans by place; one that is None touches nothing."""

    def __init__(self, spans: Sequence[Span | None]) -> None:
        placed = sorted((span.start, span.end, n) for n, span in enumerate(spans) if span is not None)
        self._starts = [start for start, _, _ in placed]
        self._ends = [end for _, end, _ in placed]
        self._numbers = [n for _, _, n in placed]
        self._furthest: list[int] = []
        for end in self._ends:
            self._furthest.append(max(end, self._furthest[-1]) if self._furthest else end)

    def of(self, within: Span) -> list[int]:
        """Return the numbers of the spans that share a character with `within`, sorted."""
        out = []
        at = bisect_left(self._starts, within.end) - 1
        while at >= 0 and self._furthest[at] > within.start:
            if self._ends[at] > within.start:
                out.append(self._numbers[at])
            at -= 1
        return sorted(out)
