"""Time each stage of the main job, in one process and in one run, so that the ratios can be trusted.

usage: speed.py [PATH...]     (default: the sample dossier)

Prints one line a stage: seconds, share of the run, words a second. Models are loaded before the clock starts;
vectors are computed afresh (the cache is a new folder).
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


def timed(label: str, clock: dict[str, float], work: Callable[[], Made]) -> Made:
    """Return what `work` returns and add its seconds to the clock."""
    start = time.perf_counter()
    made = work()
    clock[label] = time.perf_counter() - start
    return made


def main(paths: list[str]) -> None:
    """Measure and print."""
    from selon import sample
    from selon.ingest.read import read_paths
    from selon.model.document import Document
    from selon.nlp.embedder import embed
    from selon.pipeline.examine import Findings, examine
    from selon.pipeline.linking import link
    from selon.pipeline.progress import silent
    from selon.pipeline.trace import trace
    from selon.report import html
    from selon.store.dossier import Dossier
    from selon.text.tokens import words

    given = paths or [str(p) for p in sample.pages()]
    warm = Document(id="warm", text="Il pleut, a dit le maire. « Oui », dit-il.", lang="fr")
    examine(warm)
    examine(Document(id="warm", text="It rains, the mayor said.", lang="en"))
    embed(["warm"])
    clock: dict[str, float] = {}
    docs = timed("read", clock, lambda: [d for d in read_paths(given) if isinstance(d, Document)])
    made = timed("examine", clock, lambda: [examine(d) for d in docs])
    found = {f.doc: f for f in made if isinstance(f, Findings)}
    timed("link", clock, lambda: link(docs, found, silent))
    with tempfile.TemporaryDirectory() as folder, Dossier(Path(folder) / "d.selon", create=True) as dossier:
        trace(given, dossier, jobs=1)
        timed("trace again, nothing new", clock, lambda: trace(given, dossier, jobs=1))
        with dossier.snapshot() as view:
            timed("HTML dossier", clock, lambda: html.render(view, "fr"))
    count = sum(len(words(d.text)) for d in docs)
    whole = clock["read"] + clock["examine"] + clock["link"]
    print(f"{len(docs)} documents, {count} words; peak memory {_peak()} MB")
    for label, seconds in clock.items():
        print(
            f"{label:<26}{seconds:8.2f} s {seconds / whole:7.2f} of the run {count / seconds:10.0f} words/s"
        )


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as cache:
        os.environ["SELON_CACHE"] = cache
        main(sys.argv[1:])
