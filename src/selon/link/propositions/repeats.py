"""Places that say the same in the same words: compared once, however many they are.

A dispatch that a thousand outlets print would make a million pairs of equal sentences. Equal places always
meet in one group (nothing that likeness or its checks look at can part them), so one of them stands for all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from selon.link.propositions.figured import figures_key
from selon.link.propositions.propositions import Proposition
from selon.model.identity import digest


@dataclass(frozen=True)
class Repeats:
    """Wordings by number: the rows of each in order, the wording of every row, a digest of each."""

    rows: tuple[tuple[int, ...], ...]
    of: tuple[int, ...]
    digests: tuple[str, ...]

    @property
    def firsts(self) -> tuple[int, ...]:
        """The first row of each wording, which stands for it."""
        return tuple(many[0] for many in self.rows)


def repeats(found: Sequence[Proposition], judged: Collection[int] = ()) -> Repeats:
    """Return the wordings of `found`; rows that people judged stand for themselves alone."""
    alone = frozenset(judged)
    numbers: dict[tuple[object, ...], int] = {}
    digests: list[str] = []
    rows: list[list[int]] = []
    of: list[int] = []
    for k, one in enumerate(found):
        key = (*_key(one), k if k in alone else None)
        if key not in numbers:
            numbers[key] = len(rows)
            rows.append([])
            digests.append(digest((_key(one), one.key if k in alone else None)))
        rows[numbers[key]].append(k)
        of.append(numbers[key])
    return Repeats(tuple(map(tuple, rows)), tuple(of), tuple(digests))


def _key(one: Proposition) -> tuple[object, ...]:
    """All that likeness, its checks and polarity look at."""
    said = one.text, one.lang, one.stems, one.names, one.moments
    return *said, figures_key(one.figures), one.sites, one.positive, one.voice, one.source
