"""What survives translation: names and figures, compared across languages and alphabets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from anyascii import anyascii

from selon.link.kept import Kept
from selon.link.reuse.figures import places
from selon.link.reuse.joining import tied
from selon.link.reuse.view import View
from selon.text.shingles import Hashes, word_hash

LETTERS = 5
"""First letters of a name in Latin script that are compared: endings differ between languages."""
SMALLEST = 13
"""Smaller figures are in every text."""
ENOUGH = 3


@lru_cache(maxsize=1 << 16)
def latin(form: str) -> str:
    """Return a folded word in Latin letters."""
    return str(anyascii(form)).lower()


def names(view: View, first: int, last: int) -> list[int]:
    """Return the indices of the words with a capital that no sentence start explains."""
    return [k for k in range(first, last) if k not in view.begins and view.capital(k)]


def anchors(view: View, first: int, last: int) -> frozenset[str]:
    """Return the names (first LETTERS letters in Latin script) and figures ("=384") among some words."""
    found = {latin(view.forms[k])[:LETTERS] for k in names(view, first, last)}
    figures = places(view.forms[first:last], view.doc.lang)
    return frozenset(found | {f"={value:g}" for _, _, value in figures if value >= SMALLEST})


def anchor_hashes(view: View) -> Hashes:
    """Return a number for each name and figure of a text."""
    found = anchors(view, 0, len(view.forms))
    return np.array(sorted(map(word_hash, found)), dtype=np.uint64)


def shares_anchors(views: Sequence[View], kept: Kept | None = None) -> frozenset[tuple[int, int]]:
    """Return the pairs of indices of views in different languages that share ENOUGH names and figures.

    `kept` is what an earlier run found out.
    """
    keys = [v.digest for v in views]
    packed = (kept or Kept()).each("anchors", bytes, keys, lambda n: anchor_hashes(views[n]).tobytes())
    pairs = tied([np.frombuffer(one, dtype=np.uint64) for one in packed], ENOUGH)
    return frozenset((a, b) for a, b in pairs if views[a].doc.lang != views[b].doc.lang)
