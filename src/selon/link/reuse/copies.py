"""Which copies of one text are compared: all of a few, of many each with the first alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations, product
from typing import TypeVar

from selon.link.dates import when
from selon.model.document import Document

SAME_TEXT = 12
"""Copies of one text that are all compared with each other; beyond, each is compared with the first only."""

Copy = TypeVar("Copy")


def earliest(doc: Document) -> tuple[bool, datetime, str]:
    """Order copies by the start of their bar in UTC, those without a date last, then by id."""
    known = when(doc.published)
    return known is None, known.first if known else datetime.max.replace(tzinfo=UTC), doc.id


def inside(group: Sequence[Copy]) -> Iterator[tuple[Copy, Copy]]:
    """Pair the copies of one text, earliest first."""
    if len(group) <= SAME_TEXT:
        yield from combinations(group, 2)
    else:
        yield from ((group[0], other) for other in group[1:])


def between(ours: Sequence[Copy], theirs: Sequence[Copy]) -> Iterator[tuple[Copy, Copy]]:
    """Pair every copy of one text with every copy of another, or only the first where there are many."""
    few = len(ours) * len(theirs) <= SAME_TEXT
    yield from product(ours if few else ours[:1], theirs if few else theirs[:1])
