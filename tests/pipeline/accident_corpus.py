"""A run over a corpus, killed when a stage has done its first unit: `accident_corpus STAGE OUT PATH...`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from selon.pipeline.corpus import reading
from selon.pipeline.corpus.run import corpus
from selon.pipeline.executors.local import Local


def main(place: str, home: str, paths: list[str]) -> None:
    """Run until the accident."""
    reading.SHARD = 2

    def tell(stage: str, done: int, total: int) -> None:
        if stage == place and done == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    corpus(paths, Path(home), Local(1), tell)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
