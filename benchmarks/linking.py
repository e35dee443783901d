"""What linking costs without the encoder: generated articles, then one more with what the first run kept.

usage: linking.py [--articles 300] [--check]

Prints processor seconds by stage. Vectors come from the cache that `SELON_CACHE` names (else the user's own):
a first call fills it, a second one measures. `--check` also links all articles with nothing kept and tells
whether the result is the same.
"""

from __future__ import annotations

import argparse
import os
import resource
import time

import articles
from selon.ingest.rows import row_document
from selon.link.kept import Kept
from selon.model.document import Document
from selon.pipeline.examine import Findings, examine
from selon.pipeline.executors.local import Local
from selon.pipeline.linking import NEVER, Links, Reused, link


class Stages:
    """A listener of a run that adds up the processor seconds of each stage."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}
        self._stage, self._since = "begin", time.process_time()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Count what has passed since the last call for the stage that was at work."""
        now = time.process_time()
        self._spent[self._stage] = self._spent.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now

    def told(self) -> str:
        """Return the whole and each stage."""
        self("end", 0, 0)
        parts = " ".join(f"{name} {spent:.1f}" for name, spent in self._spent.items())
        return f"{sum(self._spent.values()):.1f} s ({parts})"


def linked(
    docs: list[Document], found: dict[str, Findings], held: dict[str, bytes], before: Reused, what: str
) -> tuple[Links, dict[str, bytes]]:
    """Link with what is held, print what it took, and return the links and what the next run may use."""
    stages, kept = Stages(), Kept(lambda keys: {key: held[key] for key in keys if key in held})
    links = link(docs, {d.id: found[d.id] for d in docs}, stages, before=before, kept=kept)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what}: {stages.told()}, {peak} MB", flush=True)
    return links, {**held, **kept.made}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=300)
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"  # nothing beside: the time of one stage is that of its own work
    docs = [row_document(row) for row in articles.rows(asked.articles + 1)]
    examined = zip(docs, Local(0).map_each(examine, docs), strict=True)
    found = {doc.id: one for doc, one in examined if isinstance(one, Findings)}
    first, held = linked(docs[:-1], found, {}, NEVER, f"{asked.articles} articles")
    more, _ = linked(docs, found, held, first.reused, "one more")
    if asked.check:
        print("the same:", linked(docs, found, {}, NEVER, "all anew")[0] == more)


if __name__ == "__main__":
    main()
