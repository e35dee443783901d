"""What grouping takes for each near pair: made-up wordings in small groups, and near pairs between groups.

usage: grouping.py [--wordings 15000] [--pairs 100000,400000]

Pairs between groups stand in for wordings that resemble each other by their form alone, whose number grows
with the square of the articles. Prints processor seconds and how far the peak of memory rose, by pair.
"""

from __future__ import annotations

import argparse
import resource
import time

import numpy as np

from selon.link.bags import Block, Rows
from selon.link.propositions.grouping import THRESHOLD, groups
from selon.link.propositions.scored import Near

GROUP = 3
"""Wordings that say one thing."""
SAME, APART = 1.0, 0.85
"""The score of two of them, and of all that are neither that nor near."""


class Scores:
    """Scores that are looked up: near pairs as given, all others far apart."""

    def __init__(self, wordings: int, pairs: int) -> None:
        generator = np.random.default_rng(7)
        ends = generator.integers(0, wordings, (2, pairs))
        ends = np.sort(ends[:, ends[0] // GROUP != ends[1] // GROUP], axis=0)
        inside = [
            (k, k + n) for k in range(wordings) for n in range(1, GROUP - k % GROUP) if k + n < wordings
        ]
        ends = np.concatenate([ends, np.array(inside).T], axis=1)
        self._count = wordings
        self._codes, first = np.unique(ends[0] * wordings + ends[1], return_index=True)
        ends = ends[:, first]
        drawn = np.round(THRESHOLD + generator.exponential(0.012, len(first)), 4)
        self._scores = np.where(ends[0] // GROUP == ends[1] // GROUP, SAME, drawn)
        self.near = Near(ends[0], ends[1], self._scores)

    def __call__(self, rows: Rows, columns: Rows) -> Block:
        """Return the score of each of some rows and columns."""
        codes = np.minimum.outer(rows, columns) * self._count + np.maximum.outer(rows, columns)
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        return np.where(self._codes[at] == codes, self._scores[at], APART)


def peak() -> int:
    """Return the peak of memory so far in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--wordings", type=int, default=15_000)
    options.add_argument("--pairs", default="100000,400000")
    asked = options.parse_args()
    for pairs in map(int, asked.pairs.split(",")):
        scores = Scores(asked.wordings, pairs)
        before, start = peak(), time.process_time()
        found = groups([1] * asked.wordings, scores.near, scores)
        spent, count = time.process_time() - start, len(scores.near.scores)
        memory = (peak() - before) / count
        print(f"{count:>9} pairs, {len(found)} groups: {spent:.1f} s, {memory:.0f} bytes a pair", flush=True)


if __name__ == "__main__":
    main()
