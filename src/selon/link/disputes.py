"""Places that cannot stand beside a claim: denials, opposite polarity, another figure for one quantity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from selon.link.magnitudes import Figures, concept, relation
from selon.link.propositions import Proposition
from selon.link.scene import Scene
from selon.link.wording import revised
from selon.model.claim import Dispute, DisputeLevel
from selon.model.quantity import Quantity
from selon.model.statement import Stance

NEAREST, MEAN = 0.99, 0.92
"""Least likeness (checks left out) of a denial and the nearest place of a claim, and of all its places."""
VOICED = 1.03
"""The same for a sentence in an outlet's own voice, which need not mean the claim."""
AFFIRMED = 1.1
"""The same for an affirmation that contests a denial: most only say what the denial is about."""
TAKEN_UP = 0.86
"""Least likeness of a denial to a place whose figure it takes up."""
FIGURE, FIGURE_BESIDE = 0.97, 0.92
"""Least likeness of two places with rival figures, in two texts and in one."""
_APART = 2.5
"""Figures that differ by more than this factor count other things."""
_TELLING = 3.0


def find_disputes(
    scene: Scene, groups: Sequence[Sequence[int]], ids: Sequence[str], changed: Mapping[int, int]
) -> dict[int, tuple[Dispute, ...]]:
    """Return the disputes of each claim by its number in `groups`; `ids` are the ids of the claims.

    `changed` gives the place of the original that a copy altered: the two stand against each other.
    """
    claim_of = {k: n for n, group in enumerate(groups) for k in group}
    out: dict[int, tuple[Dispute, ...]] = {}
    for n, group in enumerate(groups):
        near = scene.raw[:, np.array(group)]
        nearest, mean = near.max(axis=1), near.mean(axis=1)
        likely = np.flatnonzero(nearest >= min(NEAREST, FIGURE_BESIDE, TAKEN_UP))
        found = {
            _dispute(scene, k, level, ids[claim_of[k]])
            for k in sorted({*map(int, likely), *_partners(group, changed)} & claim_of.keys())
            if claim_of[k] != n
            and not _touches(scene, k, group)
            and (
                (level := _altered(scene, k, group, changed))
                or (level := _level(scene, k, group, float(nearest[k]), float(mean[k])))
            )
        }
        out[n] = tuple(sorted(found, key=lambda d: (d.doc, d.span, d.claim or "")))
    return out


def _partners(group: Sequence[int], changed: Mapping[int, int]) -> set[int]:
    """The places that copies of the group changed, and the copies that changed its places."""
    members = set(group)
    return {b if a in members else a for a, b in changed.items() if a in members or b in members}


def _altered(scene: Scene, at: int, group: Sequence[int], changed: Mapping[int, int]) -> DisputeLevel | None:
    pairs = [k for k in group if changed.get(k) == at or changed.get(at) == k]
    if not pairs:
        return None
    same = scene.found[pairs[0]].positive is scene.found[at].positive
    return DisputeLevel.figure if same else DisputeLevel.polarity


def _touches(scene: Scene, at: int, group: Sequence[int]) -> bool:
    one = scene.found[at]
    return any(scene.found[k].doc == one.doc and scene.found[k].span.overlap(one.span) for k in group)


def _level(scene: Scene, at: int, group: Sequence[int], nearest: float, mean: float) -> DisputeLevel | None:
    """What the place `at` contests of the claim `group`, or None."""
    one, mates = scene.found[at], [scene.found[k] for k in group]
    if _contests_figure(scene, at, group):
        return DisputeLevel.denies
    if all(m.positive is not one.positive for m in mates):
        least = AFFIRMED if one.positive else VOICED if one.voice else NEAREST
        if nearest < least or mean < MEAN or any(_differ(one, m) for m in mates):
            return None
        return DisputeLevel.denies if one.statement.stance is Stance.denies else DisputeLevel.polarity
    if nearest >= FIGURE_BESIDE and any(_rival(scene, at, k) for k in group):
        return DisputeLevel.figure
    return None


def _contests_figure(scene: Scene, at: int, group: Sequence[int]) -> bool:
    """Whether who denies takes up the very figure of the claim ("« Douze ? C'est faux », conteste X")."""
    one = scene.found[at]
    if one.statement.stance is not Stance.denies or one.positive or not one.figures:
        return False
    return any(
        scene.found[k].positive
        and float(scene.raw[at, k]) >= TAKEN_UP
        and max(q.value for q in one.figures) > _TELLING
        and relation(one.figures, scene.found[k].figures, (one.lang, scene.found[k].lang)) is Figures.same
        for k in group
    )


def _differ(one: Proposition, other: Proposition) -> bool:
    return relation(one.figures, other.figures, (one.lang, other.lang)) is Figures.differ


def _rival(scene: Scene, at: int, other: int) -> bool:
    """Whether two places give different figures for one quantity, with nothing that sets them apart."""
    one, two = scene.found[at], scene.found[other]
    if scene.raw[at, other] < (FIGURE_BESIDE if one.doc == two.doc else FIGURE):
        return False
    if one.positive is not two.positive or not _differ(one, two) or _set_apart(scene, one, two):
        return False
    return any(_rivals(x, y, one.lang, two.lang) for x in one.figures[:1] for y in two.figures[:1])


def _set_apart(scene: Scene, one: Proposition, two: Proposition) -> bool:
    """Other days of printing, other moments, or words of a new count: a difference in time, no dispute.

    "Last week" means the same in two texts only when both are of one known day.
    """
    dates = [scene.paths.docs[p.doc].date for p in (one, two)]
    moments = {m for m in one.moments ^ two.moments if not m.startswith("day")}
    relative = (
        one.doc != two.doc and None in dates and bool({"before", "after"} & (one.moments | two.moments))
    )
    others = len(set(dates) - {None}) > 1
    return bool(moments) or relative or others or revised(one.text, one.lang) != revised(two.text, two.lang)


def _rivals(x: Quantity, y: Quantity, lang: str, other: str) -> bool:
    near = max(x.value, y.value) <= _APART * min(x.value, y.value) and max(x.value, y.value) > _TELLING
    return near and (not x.unit or not y.unit or concept(x.unit, lang) == concept(y.unit, other))


def _dispute(scene: Scene, at: int, level: DisputeLevel, claim: str) -> Dispute:
    one = scene.found[at]
    actor = scene.cast.by_statement.get(one.statement.id)
    name = actor.name if actor is not None else scene.paths.docs[one.doc].outlet or one.doc
    return Dispute(one.doc, one.span, name, level, one.statement.id, claim)
