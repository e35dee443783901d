"""What likeness alone takes for one proposition, and is not: two reporters, another concept, another cause,
a thing that is put in the place of another.

Two outlets that describe the same scene write alike ("the quay still smells of bread"); their sentences are
one claim only when one was copied from the other, or when they say the same in the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product

import numpy as np
import numpy.typing as npt

from selon.link.bags import Block, Rows
from selon.link.propositions.agreement import Agreement, agreement
from selon.link.propositions.causes import causes, two_causes
from selon.link.propositions.concepts import MAINLY
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.repeats import Repeats
from selon.link.propositions.replaced import replaces, replacing
from selon.link.propositions.scored import DECIMALS, NEVER, Near, Numbers, Scores
from selon.model.identity import digest
from selon.model.span import Span

Aligned = Callable[[str, Span, str], Span | None]
"""Where reuse lays a place of one document in another: (document, place, other document)."""
Shared = Callable[[str], Iterable[object]]
"""What reuse aligns of a document with others."""
Row = npt.NDArray[np.float64]
Ends = Rows | Numbers
LOOSE = 0.03
"""What two sentences in outlets' own voices lose that no reuse and few common words bind."""
OTHER_CONCEPT, SAME_CONCEPT = 0.04, 0.04
"""What two places lose when one speaks mainly of a concept that the other leaves out; gain when both do."""
_WORDED = 0.25
_LOOK = 1 << 16
"""Pairs whose changes are held together."""
_PLACES = 8
"""Places of a wording that are asked for reuse with places of another: more of them say nothing new."""


class Checks:
    """What speaks against pairs of wordings; numbers are those of `same.rows`.

    Nothing is taken off a score below `least`: such a pair is apart already.
    """

    def __init__(
        self, found: Sequence[Proposition], same: Repeats, aligned: Aligned, least: float = 0.0
    ) -> None:
        self._found, self._same, self._aligned, self._least = found, same, aligned, least
        self._about, self._caused, self._replaced = agreement(found), causes(found), replacing(found)
        langs = {lang: n for n, lang in enumerate(sorted({p.lang for p in found}))}
        self._langs = np.array([langs[found[k].lang] for k in same.firsts], dtype=np.intp)
        self._voice = np.array([found[k].voice for k in same.firsts], dtype=bool)
        self._speaking = np.array([bool(self._about.spoken.concepts[k]) for k in same.firsts], dtype=bool)
        self._replacing = np.array([k in self._replaced for k in same.firsts], dtype=bool)
        self._causing = np.array([k in self._caused for k in same.firsts], dtype=bool)

    @property
    def weights(self) -> str:
        """A digest of the weights of words that checks look at."""
        return self._about.described

    def told(self, digests: Sequence[str], apart: Iterable[tuple[int, int]], shared: Shared) -> list[str]:
        """Return for each wording a digest of all that its scores with others depend on, the weights of words
        left out.

        `digests` are those of its words and of all that likeness looks at; `apart` are pairs that people keep
        apart. For outlets' own sentences it counts how reuse ties the documents of their places.
        """
        kept_from: dict[int, list[str]] = defaultdict(list)
        for i, j in sorted(apart):
            kept_from[i].append(digests[j])
            kept_from[j].append(digests[i])
        ties = cache(lambda doc: digest(list(shared(doc))))
        out = []
        for w, rows in enumerate(self._same.rows):
            places = [self._found[k].key for k in rows[:_PLACES]]
            tied = [ties(doc) for doc, _ in places] if self._found[rows[0]].voice else ()
            spoken = sorted(self._about.spoken.concepts[rows[0]])
            out.append(digest((digests[w], len(rows), places, tied, spoken, kept_from.get(w, ()))))
        return out

    def checked(self, near: Near) -> Near:
        """Return pairs of wordings with what speaks against each taken off."""
        return Near(near.first, near.second, self._applied(near.first, near.second, near.scores))

    def scores(self, scores: Scores, rows: Rows, columns: Rows) -> Block:
        """Return `scores` of each of some rows and columns with what speaks against each pair taken off."""
        block = scores(rows, columns)
        i, j = np.nonzero(block >= self._least)
        block[i, j] = self._applied(rows[i], columns[j], block[i, j])
        return block

    def _applied(self, first: Ends, second: Ends, scores: Row) -> Row:
        asked = np.flatnonzero((scores > NEVER / 2) & self._may_change(first, second))
        out = scores.copy()
        for at in (asked[n : n + _LOOK] for n in range(0, len(asked), _LOOK)):
            low, high = np.minimum(first[at], second[at]), np.maximum(first[at], second[at])
            changes = np.array(list(map(self._change, low.tolist(), high.tolist())))
            changed = changes != 0
            out[at[changed]] = np.round(scores[at[changed]] + changes[changed], DECIMALS)
        return out

    def _may_change(self, first: Ends, second: Ends) -> npt.NDArray[np.bool_]:
        """Which pairs a check looks at: two own sentences, two causes, a thing put for another, concepts in
        two languages."""
        unspoken = self._voice[first] & self._voice[second]
        foreign = self._langs[first] != self._langs[second]
        caused = self._causing[first] & self._causing[second]
        speaking = foreign & (self._speaking[first] | self._speaking[second])
        replaced = self._replacing[first] | self._replacing[second]
        asked: npt.NDArray[np.bool_] = unspoken | caused | speaking | replaced
        return asked

    def _change(self, i: int, j: int) -> float:
        ours, theirs = self._same.rows[i], self._same.rows[j]
        one, other = ours[0], theirs[0]
        if two_causes(self._caused.get(one), self._caused.get(other)):
            return NEVER
        if self._replaces(one, other) or self._replaces(other, one):
            return NEVER
        loose = _loose(self._about, self._found, self._aligned, ours, theirs)
        return _concepts(self._about, one, other) - LOOSE * loose

    def _replaces(self, at: int, other: int) -> bool:
        return replaces(self._found, self._replaced, at, other)


def _loose(
    about: Agreement,
    found: Sequence[Proposition],
    aligned: Aligned,
    ours: Sequence[int],
    theirs: Sequence[int],
) -> float:
    """The share of the pairs of places of two wordings that nothing binds, 0 to 1."""
    one, two = found[ours[0]], found[theirs[0]]
    if not (one.voice and two.voice):
        return 0.0
    if one.lang == two.lang and about.worded(ours[0], theirs[0], _WORDED):
        return 0.0
    pairs = list(product(ours[:_PLACES], theirs[:_PLACES]))
    return sum(_apart(found[i], found[j], aligned) for i, j in pairs) / len(pairs)


def _apart(one: Proposition, two: Proposition, aligned: Aligned) -> bool:
    if one.doc == two.doc:
        return False
    place = aligned(one.doc, one.span, two.doc)
    return place is None or not place.overlap(two.span)


def _concepts(about: Agreement, i: int, j: int) -> float:
    """What concepts change across two languages; inside one language the words themselves are compared."""
    mine, theirs = about.spoken.concepts[i], about.spoken.concepts[j]
    if about.langs[i] == about.langs[j]:
        return 0.0
    mainly = max(
        about.spoken.shares[i] if mine - theirs else 0.0, about.spoken.shares[j] if theirs - mine else 0.0
    )
    if mainly >= MAINLY:
        return -OTHER_CONCEPT
    return (
        SAME_CONCEPT
        if mine and mine == theirs and min(about.spoken.shares[i], about.spoken.shares[j]) >= MAINLY
        else 0.0
    )
