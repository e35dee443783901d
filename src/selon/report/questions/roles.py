"""What somebody is, in the words of a text that names them: "the duty director" of "X, the duty director"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from selon.model.claim import ChainLink, Claim, Origin

_LONGEST = 90
_MOST = 24
"""Places that are looked at."""

_EDGE = " ,;:.–—-()[]\u00a0\u202f\n\t"
_LETTERS = re.compile(r"[^\W\d_]{3}")


def role(name: str, mentions: Iterable[str]) -> str:
    """Return the first words beside `name` in the mentions that say what it is, empty for none."""
    return next((found for words in islice(mentions, _MOST) if (found := _beside(name, words))), "")


def _beside(name: str, words: str) -> str:
    before, found, after = " ".join(words.split()).partition(name)
    said = (part.strip(_EDGE) for part in ((after, before) if found else ()))
    return next((s for s in said if _LETTERS.search(s) and len(s) <= _LONGEST), "")


def of_links(name: str, links: Iterable[ChainLink]) -> str:
    """Return the role of an actor in the words of the chains that name it: cue and source, parted by `…`."""
    return role(name, (piece for link in links for piece in link.words.split(" … ")))


def of_origin(claim: Claim, origin: Origin) -> str:
    """Return the role of an origin in the chains of a claim that end with it."""
    ends = (chain.links[-1] for chain in claim.chains if chain.origin == origin.id and chain.links)
    return of_links(origin.name, ends)
