"""A part of a dossier that speaks for the whole, so that what is added to it seldom changes what it says."""

from __future__ import annotations

from collections.abc import Iterable

DIGITS = 32
"""Bits of a digest that a sample is chosen by."""
TEXTS = 128
"""Texts that say how rare words are: with so few, one that is added to some hundreds seldom changes a
weight."""


def chosen(digests: Iterable[str], most: int) -> list[str]:
    """Return the distinct ones of some hex digests in order; of more than `most` a half, a quarter, ...

    The part depends on the set alone: those that lie below a bound. So the sample of the samples of several
    parts is the sample of the whole.
    """
    found = sorted(set(digests))
    bound = 1 << DIGITS
    while len(found) > most:
        bound >>= 1
        found = [digest for digest in found if int(digest[: DIGITS // 4], 16) < bound]
    return found
