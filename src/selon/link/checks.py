"""What likeness alone takes for one proposition, and is not: sentences of two reporters, or another concept.

Two outlets that describe the same scene write alike ("the quay still smells of bread"); their sentences are
one claim only when one was copied from the other, or when they say the same in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from selon.link.agreement import Agreement, agreement
from selon.link.likeness import Scores
from selon.link.propositions import Proposition
from selon.model.span import Span

Aligned = Callable[[str, Span, str], Span | None]
"""Where reuse lays a place of one document in another: (document, place, other document)."""
LOOSE = 0.03
"""What two sentences in outlets' own voices lose that no reuse and few common words bind."""
OTHER_CONCEPT, SAME_CONCEPT = 0.04, 0.04
"""What two places lose when one speaks mainly of a concept that the other leaves out; gain when both do."""
_WORDED = 0.25
_MAINLY = 0.25


def checked(scores: Scores, found: Sequence[Proposition], aligned: Aligned, least: float) -> Scores:
    """Return `scores` with what speaks against a pair taken off; only pairs near `least` are looked at."""
    about = agreement(found)
    out = scores.copy()
    near = np.argwhere(np.triu(scores >= least - SAME_CONCEPT, 1))
    for i, j in ((int(a), int(b)) for a, b in near):
        change = _concepts(about, i, j) - LOOSE * _loose(about, found, aligned, i, j)
        out[i, j] += change
        out[j, i] += change
    return out


def _loose(about: Agreement, found: Sequence[Proposition], aligned: Aligned, i: int, j: int) -> bool:
    one, two = found[i], found[j]
    if not (one.voice and two.voice) or one.doc == two.doc:
        return False
    if one.lang == two.lang and about.worded(i, j, _WORDED):
        return False
    place = aligned(one.doc, one.span, two.doc)
    return place is None or not place.overlap(two.span)


def _concepts(about: Agreement, i: int, j: int) -> float:
    """What concepts change across two languages; inside one language the words themselves are compared."""
    mine, theirs = about.concepts[i], about.concepts[j]
    if about.langs[i] == about.langs[j]:
        return 0.0
    mainly = max(about.shares[i] if mine - theirs else 0.0, about.shares[j] if theirs - mine else 0.0)
    if mainly >= _MAINLY:
        return -OTHER_CONCEPT
    return (
        SAME_CONCEPT if mine and mine == theirs and min(about.shares[i], about.shares[j]) >= _MAINLY else 0.0
    )
