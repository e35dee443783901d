"""Write the mean vector of unrelated sentences, the gold examples of all languages.

    python benchmarks/middle.py > src/selon/link/propositions/middle.txt

`selon.link.propositions.centring` takes it for the middle of a dossier that has few wordings of its own.
"""

from __future__ import annotations

import numpy as np

from selon.languages import pack
from selon.nlp.embedder import Vectors, weighed


def middle() -> Vectors:
    """Return the mean, shape (384,)."""
    texts = [one["text"] for code in pack.codes() for one in pack.table(code, "examples").get("example", ())]
    mean: Vectors = weighed(texts).mean(axis=0)
    return mean


if __name__ == "__main__":
    print("\n".join(f"{n:.4f}" for n in np.round(middle(), 4)))
