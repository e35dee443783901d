"""One system at work on one file of texts, in a process of its own: see fingerprints.py.

usage: pairing.py SYSTEM TEXTS.json OUT.json

Imports the system that is asked for and nothing else. Writes the pairs of indices it proposes, the processor
seconds from text to what the system takes (numbers of words, runs of words) and from there to pairs, and the
peak of memory in MB.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Pairs = set[tuple[int, int]]
RUN = 5
PERMUTATIONS = 128
THRESHOLD = 0.5
BANDS = 32
"""Four rows a band: the S-curve of 128 permutations rises near .42."""
_WORD = re.compile(r"\w+")


def selon_fingerprints(texts: Sequence[str]) -> tuple[Callable[[], Any], Callable[[Any], Pairs]]:
    """The fingerprints of selon's candidate stage alone, over the numbers of words that a view holds."""
    from selon.link.reuse.candidates import ENOUGH, HUBS, fingerprints
    from selon.link.reuse.joining import tied
    from selon.text.shingles import word_hashes
    from selon.text.tokens import forms

    def pairs(ids: Any) -> Pairs:
        return set(tied(fingerprints(ids, ["fr"] * len(ids)), ENOUGH, HUBS))

    return lambda: [word_hashes(forms(t)) for t in texts], pairs


def selon_candidates(texts: Sequence[str]) -> tuple[Callable[[], Any], Callable[[Any], Pairs]]:
    """The whole candidate stage: the views that later stages need too, fingerprints, rare words."""
    from selon.link.reuse.candidates import candidates
    from selon.link.reuse.view import view_of
    from selon.link.reuse.weights import weigher
    from selon.model.document import Document

    def views() -> Any:
        return [view_of(Document(id=f"{n:06}", text=t, lang="fr")) for n, t in enumerate(texts)]

    return views, lambda made: set(candidates(made, weigher(made)))


def _runs(texts: Sequence[str]) -> list[list[str]]:
    """Return the runs of words of each text, as the peers take them."""
    out = []
    for text in texts:
        words = _WORD.findall(text.lower())
        out.append([" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))])
    return out


def datasketch(texts: Sequence[str]) -> tuple[Callable[[], Any], Callable[[Any], Pairs]]:
    """MinHash LSH as the page of the package shows it."""
    from datasketch import MinHash, MinHashLSH

    def pairs(runs: Any) -> Pairs:
        index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
        found: Pairs = set()
        for at, words in enumerate(runs):
            made = MinHash(num_perm=PERMUTATIONS)
            made.update_batch([w.encode() for w in words])
            found.update((other, at) for other in index.query(made))
            index.insert(at, made)
        return found

    return lambda: _runs(texts), pairs


def rensa(texts: Sequence[str]) -> tuple[Callable[[], Any], Callable[[Any], Pairs]]:
    """The same index in rensa."""
    from rensa import RMinHash, RMinHashLSH

    def pairs(runs: Any) -> Pairs:
        index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
        found: Pairs = set()
        for at, words in enumerate(runs):
            made = RMinHash(num_perm=PERMUTATIONS, seed=42)
            made.update(words)
            found.update((other, at) for other in index.query(made))
            index.insert(at, made)
        return found

    return lambda: _runs(texts), pairs


SYSTEMS = {
    "selon": selon_fingerprints, "selon, whole": selon_candidates, "datasketch": datasketch, "rensa": rensa
}  # fmt: skip


def main(system: str, source: str, out: str) -> None:
    """Run one system and write what it found."""
    texts = json.loads(Path(source).read_text(encoding="utf-8"))
    read, pair = SYSTEMS[system](texts)
    start = time.process_time()
    words = read()
    middle = time.process_time()
    found = pair(words)
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    row = {"pairs": sorted(found), "words": middle - start, "pairing": end - middle, "peak": peak}
    Path(out).write_text(json.dumps(row), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
