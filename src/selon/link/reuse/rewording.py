"""Rewording inside one language: sentences that say the same in other words, by words and by vectors.

Shared words propose, rough vectors say where it is worth asking, sentence vectors decide:
`selon.link.reuse.surroundings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.link.reuse.alignment import SEED_DICE, Chain, Range, Seed, chains, overlap, plain
from selon.link.reuse.surroundings import margins, rough_leads
from selon.link.reuse.view import View
from selon.link.reuse.weights import Weigh

SHARE = 0.2
"""Weighted share of words that two sentences must have in common to be looked at."""
PROMISE = 0.05
"""Lead by rough vectors, times the share of words in common, below which no pair of sentences was ever found
to be reworded (docs/quality.md): vectors are not asked for."""
HINT = 10.0
"""Shared weight (times closeness) outside quotations of a run of sentences that is worth embedding."""
MARGIN = 1.04
"""What sentences of two texts on one subject reach without a common model."""
CLEAR = 1.06
"""What a pair needs to count as one of several, to end a run, or to belong to it with few words in common."""
FULL = 20.0
"""Shared weight from which the margin of a pair of sentences counts in full."""
QUOTED = 0.5
"""What a quotation counts that both texts put beside the same narration: who copies it copies both."""
ALONE = 0.058
"""Margin above MARGIN that shows that one sentence has another for its model."""
SEVERAL = 0.1
"""The same, summed over a run of two sentences or more."""
SCATTERED = 4
"""Sentences that must stand out where no order is kept, with SPOKEN of shared weight each, HINTS in all."""
SPOKEN = 15.0
HINTS = 30.0
CLOSE = 0.4
"""Weighted share of words, in any order, that the sentences of a run must have in common."""
SHORTEST = 8
"""Words: fewer are a turn of phrase that anyone may use."""
TELLING = 20.0
"""Shared weight of words that are neither names nor figures: lists of names are alike in any report."""
TELLING_SHARE = 0.45
"""Share of such words in what a run has in common; TELLING_ALONE is that of one sentence."""
TELLING_ALONE = 0.55
SCALE = 400.0
"""Turns a margin of one tenth into the weight of some seven rare words, so that one chaining serves all."""

Ranges = tuple[Range, Range]
"""The same stretch of both texts: of words, or of sentences."""


@dataclass(frozen=True, slots=True)
class Suspects:
    """Pairs of sentences that may say the same in other words, and those of them around which it is asked."""

    weak: Sequence[Seed]
    near: Sequence[Seed]


def suspects(
    a: View, b: View, weigh: Weigh, alike: Sequence[Seed], taken: Sequence[Ranges]
) -> Suspects | None:
    """Return the pairs of sentences outside `taken` (first and last) that are worth vectors, None if none is.

    `alike` are the pairs of sentences with SHARE of their words in common.
    """
    weak = [s for s in alike if not _covered(s, taken)]
    hints = [c for c in chains(weak, a, b) if _strength(c) >= HINT]
    if not hints or not (_may_hold(a, b, weak, hints, weigh) or _may_scatter(weak)):
        return None
    near = [s for c in hints for s in c]
    if max(s.dice * lead for s, lead in zip(weak, rough_leads(a, b, weak, near), strict=True)) < PROMISE:
        return None
    return Suspects(weak, near)


def reworded(a: View, b: View, weigh: Weigh, among: Suspects) -> list[Chain]:
    """Return the runs of sentences of `a` that `b` gives in other words."""
    found = dict(zip(among.weak, margins(a, b, among.weak, among.near), strict=True))
    telling = {_seed(s, m): s for s, m in found.items() if m > (MARGIN if s.dice >= SEED_DICE else CLEAR)}
    runs = [_cut(tuple(telling[s] for s in chain), found) for chain in chains(list(telling), a, b)]
    held = [run for run in runs if run and _holds(a, b, run, [found[s] for s in run], weigh)]
    return held or _scattered(found)


def _may_hold(a: View, b: View, weak: Sequence[Seed], hints: Sequence[Chain], weigh: Weigh) -> bool:
    """Tell whether words alone leave it open that a run holds: vectors are dear, and cannot add words."""
    ranges = [(_words(a, [s.i for s in run]), _words(b, [s.j for s in run])) for run in hints]
    return max(s.dice for s in weak) >= CLOSE and any(plain(a, b, *at, weigh) >= TELLING for at in ranges)


def _may_scatter(weak: Iterable[Seed]) -> bool:
    """Tell whether enough sentences share enough words to be told again in any order."""
    spoken = [s for s in weak if s.free >= SPOKEN]
    return min(len({s.i for s in spoken}), len({s.j for s in spoken})) >= SCATTERED


def _scattered(found: Mapping[Seed, float]) -> list[Chain]:
    """Return sentences that stand out in any order, each on its own, when there are SCATTERED of them.

    Who tells a text again from memory or by topic keeps its sentences and not their order.
    """
    ranked = sorted(
        (s for s in found if found[s] > MARGIN and s.free >= SPOKEN), key=lambda s: (-found[s], s)
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    chosen = []
    for seed in ranked:
        if seed.i not in ours and seed.j not in theirs:
            chosen.append(seed)
            ours.add(seed.i)
            theirs.add(seed.j)
    excess = sum((found[s] - MARGIN) * min(1.0, s.free / FULL) for s in chosen)
    enough = len(chosen) >= SCATTERED and excess >= SEVERAL and _strength(chosen) >= HINTS
    return [(seed,) for seed in sorted(chosen)] if enough else []


def _cut(run: Chain, found: Mapping[Seed, float]) -> Chain:
    """Cut sentences that are only on the same subject off both ends."""
    clear = [n for n, s in enumerate(run) if found[s] >= CLEAR]
    return run[clear[0] : clear[-1] + 1] if clear else ()


def _strength(chain: Iterable[Seed]) -> float:
    """Return the shared weight outside quotations of a run, times closeness."""
    return sum(s.free * s.dice for s in chain)


def _covered(seed: Seed, taken: Sequence[Ranges]) -> bool:
    return any(x[0] <= seed.i <= x[1] or y[0] <= seed.j <= y[1] for x, y in taken)


def _seed(seed: Seed, margin: float) -> Seed:
    weight = SCALE * (margin - MARGIN)
    return Seed(seed.i, seed.j, 1.0, weight, weight)


def _holds(a: View, b: View, run: Chain, found: Sequence[float], weigh: Weigh) -> bool:
    near = any(m > MARGIN and s.free >= FULL for s, m in zip(run, found, strict=True))
    excess = sum(max(0.0, m - MARGIN) * _counts(s, near) for s, m in zip(run, found, strict=True))
    clear = [s for s, m in zip(run, found, strict=True) if m >= CLEAR]
    sentences = min(len({s.i for s in clear}), len({s.j for s in clear}))
    if excess < (ALONE if sentences == 1 else SEVERAL):
        return False
    ours, theirs = _words(a, [s.i for s in run]), _words(b, [s.j for s in run])
    if min(ours[1] - ours[0], theirs[1] - theirs[0]) < SHORTEST or _closeness(run) < CLOSE:
        return False
    told, common = plain(a, b, ours, theirs, weigh), overlap(a, b, ours, theirs, weigh)[1]
    return told >= max(TELLING, (TELLING_ALONE if sentences == 1 else TELLING_SHARE) * common)


def _counts(seed: Seed, near: bool) -> float:
    """Return how much a pair of sentences counts: quoted ones speak only beside narration in common."""
    return max(min(1.0, seed.free / FULL), QUOTED if near and seed.common >= FULL else 0.0)


def _closeness(run: Chain) -> float:
    """Return the share of the weight of all sentences that is common, two by two."""
    return sum(s.common for s in run) / sum(s.common / s.dice for s in run)


def _words(view: View, pieces: Sequence[int]) -> Range:
    return view.pieces[pieces[0]][0], view.pieces[pieces[-1]][1]
