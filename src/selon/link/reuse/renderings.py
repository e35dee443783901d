"""Which runs of sentences of two texts in different languages are translations: how far they stand out.

A pair of sentences must stand out twice: from what is near to both in the whole collection, and from its
surroundings in the two texts. Two reports on one event share a subject and agree sentence by sentence; only
of a translation does each sentence answer one, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selon.link.reuse.alignment import Chain, Seed, chains
from selon.link.reuse.anchors import anchors
from selon.link.reuse.surroundings import margins
from selon.link.reuse.view import View
from selon.model.span import Span

SCALE = 400.0
"""Turns a margin of one tenth into the weight of some seven rare words, so that one chaining serves both."""
BASE = 1.052
"""Margin that sentences on one subject reach; only what is above counts."""
ENOUGH = 0.07
"""Margin above BASE that a run of sentences needs, all in all."""
LEAST = 1.02
"""Margin below which a pair of sentences is no part of a run."""
SURE = 1.06
"""Margin of a sentence that is surely translated; a passage needs SEVERAL of these."""
RELIEF = 0.03
"""What BASE and SURE may be lower where each sentence answers one, in order, over the whole of both texts."""
MANY = 6
"""Sentences from which that relief counts in full."""
SEVERAL = 2
TOLD = 0.5
"""Share of a sentence that the text tells itself, from which it counts as told and not as quoted."""
QUOTED = 0.5
"""What a quotation counts that both texts put beside the same narration: who copies it copies both."""
ALONE = 1.09
"""Margin of one sentence that is a finding where it is MOST of both texts."""
MOST = 0.6
VOUCHED, WITNESSES, LONG = 1.11, 2, 20
"""Margin of one sentence, anywhere, that is a finding where WITNESSES names or figures vouch for it; it must
have so many words in both texts."""


def renderings(a: View, b: View, seeds: Sequence[Seed], wide: float) -> list[Chain]:
    """Return the runs of `seeds` (weighed by their margin in the collection) that are translations.

    `wide` stretches the margins in the two texts, see `selon.link.reuse.margins.stretch`.
    """
    if not _kept(chains(seeds, a, b), a, b):
        return []
    inside = margins(a, b, seeds, seeds)
    weighed = [_lowered(s, 1 + wide * (m - 1)) for s, m in zip(seeds, inside, strict=True)]
    return _kept(chains([s for s in weighed if margin(s) > LEAST], a, b), a, b)


def _kept(runs: Sequence[Chain], a: View, b: View) -> list[Chain]:
    less = RELIEF * _covered([s for run in runs for s in one_to_one(run)], a, b)
    return [run for run in runs if _holds(run, a, b, less)]


def _lowered(seed: Seed, margin: float) -> Seed:
    """Return the seed with the smaller of its two margins."""
    share = min(1.0, SCALE * max(0.0, margin - 1) / seed.common)
    return Seed(seed.i, seed.j, 1.0, seed.common * share, seed.free * share)


def _holds(run: Chain, a: View, b: View, less: float) -> bool:
    """Tell whether a run of sentences is evidence enough: how far they stand out, how many, of how much."""
    answers = one_to_one(run)
    sure = [s for s in answers if margin(s) >= SURE - less]
    told = [s for s in sure if _told(s) >= TOLD]
    if not told:
        return False
    if len(sure) < SEVERAL:
        return _alone(told[0], a, b)
    return sum((margin(s) - BASE + less) * max(_told(s), QUOTED) for s in answers) >= ENOUGH


def _alone(seed: Seed, a: View, b: View) -> bool:
    """Tell whether one sentence is evidence enough: most of both texts, or vouched for by what it names."""
    if margin(seed) >= ALONE and _least_share([seed], a, b) >= MOST:
        return True
    ours, theirs = a.pieces[seed.i], b.pieces[seed.j]
    long = min(ours[1] - ours[0], theirs[1] - theirs[0]) >= LONG
    return long and margin(seed) >= VOUCHED and len(anchors(a, *ours) & anchors(b, *theirs)) >= WITNESSES


def margin(seed: Seed) -> float:
    """Return the margin of a pair of sentences, 1 for nothing special."""
    return 1 + seed.common / SCALE


def _told(seed: Seed) -> float:
    return seed.free / seed.common


def one_to_one(run: Chain) -> Chain:
    """Return the heaviest part of a run in which each sentence answers one, in order."""
    best: list[tuple[float, Chain]] = []
    for seed in run:
        before = max((b for b in best if _before(b[1][-1], seed)), key=lambda b: b[0], default=(0.0, ()))
        best.append((before[0] + seed.common, (*before[1], seed)))
    return max(best, key=lambda b: b[0])[1]


def _before(one: Seed, other: Seed) -> bool:
    return one.i < other.i and one.j < other.j


def _covered(answers: Sequence[Seed], a: View, b: View) -> float:
    """Return the share of both texts that sentences which answer one another cover, less where they are few.

    Two short reports on one event may agree from end to end; not two long ones.
    """
    return min(1.0, len(answers) / MANY) * len(answers) / max(len(a.pieces), len(b.pieces))


def _least_share(run: Sequence[Seed], a: View, b: View) -> float:
    """Return the share of the text that the run is part of, on the side where it is smaller."""
    ours, theirs = hull(a, [s.i for s in run]), hull(b, [s.j for s in run])
    return min(len(ours) / _size(a), len(theirs) / _size(b))


def hull(view: View, pieces: Iterable[int]) -> Span:
    """Return the characters from the first of some sentences to the last."""
    held = sorted(pieces)
    return view.hull(view.pieces[held[0]][0], view.pieces[held[-1]][1])


def _size(view: View) -> int:
    return len(view.hull(0, len(view.ids)))
