"""One of several analysts: `python judging.py PLACE NAME SEED COUNT` judges pairs of a few texts by chance.

What others in force rule out is refused; everything else must be kept.
"""

from __future__ import annotations

import itertools
import random
import sys

from selon.model.judgement import Subject, Verdict
from selon.pipeline.judging import Contradicted, judge
from selon.store.dossier import Dossier

TEXTS = "abcd"


def main(place: str, name: str, seed: str, count: str) -> None:
    """Judge `count` times and print how many decisions were kept."""
    chance, kept = random.Random(int(seed)), 0
    pairs = list(itertools.combinations(TEXTS, 2))
    with Dossier(place) as dossier:
        for n in range(int(count)):
            a, b = chance.choice(pairs)
            verdict = chance.choice([Verdict.same, Verdict.different])
            try:
                judge(dossier, Subject.reuse, a, b, verdict, name, f"2025-03-11T08:{n:02d}:00Z")
                kept += 1
            except Contradicted:
                pass
    print(kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
