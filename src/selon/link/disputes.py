"""Claims that cannot both stand: denials, opposite polarity, another figure for the same quantity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from selon.link.chains import Scene
from selon.link.magnitudes import Figures, relation
from selon.link.wording import stem
from selon.model.claim import Dispute, DisputeLevel
from selon.model.statement import Stance

CONTRARY = 0.95
"""Least likeness (checks left out) of the nearest places of two claims of opposite polarity."""
_MEAN = 0.9
FIGURE = 0.93


def find_disputes(
    scene: Scene, groups: Sequence[Sequence[int]], ids: Sequence[str]
) -> dict[int, tuple[Dispute, ...]]:
    """Return the disputes of each claim (by its number in `groups`), from the claims that stand against it."""
    out: dict[int, list[Dispute]] = {n: [] for n in range(len(groups))}
    for a in range(len(groups)):
        for b in range(a + 1, len(groups)):
            level = _level(scene, groups[a], groups[b])
            if level is not None:
                out[a].extend(_against(scene, groups[a], groups[b], ids[b], level))
                out[b].extend(_against(scene, groups[b], groups[a], ids[a], level))
    return {n: tuple(sorted(set(d), key=_order)) for n, d in out.items()}


def _order(dispute: Dispute) -> tuple[str, object, str]:
    return dispute.doc, dispute.span, dispute.claim or ""


def _level(scene: Scene, a: Sequence[int], b: Sequence[int]) -> DisputeLevel | None:
    block = scene.raw[np.ix_(np.array(a), np.array(b))]
    nearest, mean = float(block.max()), float(block.mean())
    positive = {scene.found[k].positive for k in a}, {scene.found[k].positive for k in b}
    if positive[0].isdisjoint(positive[1]):
        if nearest >= CONTRARY and mean >= _MEAN:
            denied = any(scene.found[k].statement.stance is Stance.denies for k in (*a, *b))
            return DisputeLevel.denies if denied else DisputeLevel.polarity
        return None
    if nearest >= FIGURE and _other_figure(scene, a, b):
        return DisputeLevel.figure
    return None


def _other_figure(scene: Scene, a: Sequence[int], b: Sequence[int]) -> bool:
    """Different figures for one quantity, with nothing that sets the time or place apart."""
    for i in a:
        for j in b:
            one, other = scene.found[i], scene.found[j]
            if relation(one.figures, other.figures, (one.lang, other.lang)) is not Figures.differ:
                continue
            if float(scene.raw[i, j]) < FIGURE or one.moments.symmetric_difference(other.moments):
                continue
            if one.figures[0].unit and stem(one.figures[0].unit) == stem(other.figures[0].unit):
                return True
    return False


def _against(
    scene: Scene, claim: Sequence[int], other: Sequence[int], ident: str, level: DisputeLevel
) -> list[Dispute]:
    """The places of `other` as disputes of `claim`; a place that touches one of the claim's own is left out."""
    own = [(scene.found[k].doc, scene.found[k].span) for k in claim]
    out = []
    for k in other:
        one = scene.found[k]
        if any(doc == one.doc and span.overlap(one.span) for doc, span in own):
            continue
        out.append(Dispute(one.doc, one.span, _actor(scene, k), level, one.statement.id, ident))
    return out


def _actor(scene: Scene, at: int) -> str:
    one = scene.found[at]
    actor = scene.cast.by_statement.get(one.statement.id)
    return actor.name if actor is not None else scene.paths.docs[one.doc].outlet or one.doc
