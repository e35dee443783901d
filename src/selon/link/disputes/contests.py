"""The contests of all claims: each claim is held against the places that are near enough to contest it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from selon.link.chains.scene import Scene
from selon.link.chains.surroundings import Surroundings
from selon.link.disputes.case import Case, Contest, altered, alters, own, touches, turning
from selon.link.disputes.culprits import BLAMED, CAUSED, bearers, laid_elsewhere
from selon.link.disputes.deniers import CONCEIVED, conceived, deniers
from selon.link.disputes.opponents import Opponents
from selon.link.disputes.rivals import TAKEN_UP, instead, replacements, takes_up, taking_up
from selon.link.disputes.turned import least_alike, turned, unseen, until_now
from selon.link.kept import Kept
from selon.link.propositions.agreement import Agreement, agreement
from selon.link.propositions.causes import causes
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.replaced import replaces, replacing
from selon.model.claim import DisputeLevel
from selon.model.identity import digest

REPLACED = 0.9
"""Least likeness of two places of which one rejects what the other says for another thing."""


def case_of(
    scene: Scene,
    groups: Sequence[Sequence[int]],
    changed: Mapping[int, int],
    around: Surroundings,
    kept: Kept,
) -> Case:
    """Return what the contests of the claims of `groups` are judged by."""
    about, given = agreement(scene.found), replacements(scene)
    held, caused, replaced = bearers(scene.found), causes(scene.found), replacing(scene.found)
    opponents = Opponents(scene.raw, around.wordings, around.weights, kept)
    denying = deniers(scene)
    _meet(opponents, scene.found, about, given, sorted(denying))
    opponents.meet(sorted(held), sorted(held), BLAMED)
    opponents.meet(sorted(caused), sorted(caused), CAUSED)
    opponents.meet(sorted(replaced), [k for k, p in enumerate(scene.found) if p.positive], REPLACED)
    claim_of = {k: n for n, group in enumerate(groups) for k in group}
    stands = claim_of, changed, altered(changed), given
    return Case(scene, about, *stands, opponents, held, caused, replaced, denying)


def _meet(
    out: Opponents,
    found: Sequence[Proposition],
    about: Agreement,
    given: Mapping[int, int],
    denying: Sequence[int],
) -> None:
    """Let the places meet that are near enough for one of the tests of figures and denials below; `denying`
    are the denials that a person makes."""
    denials = [k for k, p in enumerate(found) if not p.positive]
    others = [k for k, p in enumerate(found) if p.positive]
    figured = [k for k, p in enumerate(found) if p.figures]
    out.meet(sorted(given), figured, TAKEN_UP)
    for told, same in taking_up(found):
        out.meet(told, same, TAKEN_UP)
    for least, told in _by_least(found, denials):
        out.meet_again(told, others, least)
    for told, said in (*about.spoken.meeting(denials, others), *about.of_self.meeting(denying, others)):
        out.meet(told, said, CONCEIVED)


def _by_least(found: Sequence[Proposition], denials: Sequence[int]) -> Iterator[tuple[float, list[int]]]:
    """Yield the denials by the likeness that they need: less than an affirmation needs against them."""
    by_least: dict[float, list[int]] = defaultdict(list)
    for k in denials:
        by_least[least_alike(found[k])].append(k)
    yield from by_least.items()


def contests(case: Case, groups: Sequence[Sequence[int]], around: Surroundings, kept: Kept) -> list[Contest]:
    """The contests of all claims. Those of a claim hang on its places and on those that are put to it, but
    for a figure given in place of another, which is held against all."""
    asked = [_asked(case, n, group) for n, group in enumerate(groups)]
    weights = around.weights, case.about.described
    keys = [digest((weights, _told(case, around, *one))) for one in zip(groups, asked, strict=True)]
    given = [not case.given.keys().isdisjoint((*g, *a)) for g, a in zip(groups, asked, strict=True)]
    found = kept.each(
        "contests",
        list[tuple[int, DisputeLevel, float | None]],
        keys,
        lambda n: list(_contested(case, groups[n], asked[n])),
        lambda n: not given[n],
    )
    return [Contest(asked[n][m], n, how, alike) for n, many in enumerate(found) for m, how, alike in many]


def _asked(case: Case, n: int, group: Sequence[int]) -> list[int]:
    """The places that may contest a claim."""
    asked = sorted({*case.opponents.of(group), *(j for k in group for j in case.altered.get(k, ()))})
    return [k for k in asked if case.claim_of.get(k) != n and not touches(case.scene, k, group)]


def _told(case: Case, around: Surroundings, group: Sequence[int], asked: Sequence[int]) -> list[object]:
    """All that the contests of a claim depend on, but for the weights of words."""
    spots = [around.spot(k) for k in (*group, *asked)]
    spoken = [
        (sorted(case.about.of_self.concepts[k]), k in case.given, case.deniers.get(k))
        for k in (*group, *asked)
    ]
    stands = [(k in case.claim_of, _changed(case, k, group)) for k in asked]
    return [len(group), spots, spoken, stands]


def _contested(
    case: Case, group: Sequence[int], asked: Sequence[int]
) -> Iterator[tuple[int, DisputeLevel, float | None]]:
    """Yield the number of each place that contests a claim, how, and how alike it is where only the nearest
    claims count."""
    near = zip(*case.scene.raw.against(group, asked), strict=True)
    for n, (k, (nearest, mean)) in enumerate(zip(asked, near, strict=True)):
        if own(case, k, group):
            continue
        if level := _certain(case, k, group):
            yield n, level, None
        elif k in case.claim_of and turned(case, k, group, float(nearest)):
            yield n, turning(case.scene, k), float(mean)


def _certain(case: Case, at: int, group: Sequence[int]) -> DisputeLevel | None:
    """What the place contests of the claim, where it does so whatever else it contests.

    A figure that is denied, or given otherwise, is the claim's when most of its places give it, not a
    headline in passing.
    """
    scene = case.scene
    if at in case.claim_of:
        if level := _changed(case, at, group):
            return level
        if sum(takes_up(scene, at, k) for k in group) * 2 > len(group):
            return DisputeLevel.denies
        if sum(_counts_otherwise(case, at, k) for k in group) * 2 >= len(group):
            return DisputeLevel.figure
        if any(laid_elsewhere(scene, case.held, case.caused, at, k) for k in group):
            return DisputeLevel.polarity
    if sum(_replaces(case, at, k) for k in group) * 2 >= len(group):
        return DisputeLevel.polarity
    return turning(scene, at) if _conceived(case, at, group) else None


def _replaces(case: Case, at: int, other: int) -> bool:
    said = replaces(case.scene.found, case.replaced, at, other)
    return said and float(case.scene.raw[at, other]) >= REPLACED


def _conceived(case: Case, at: int, group: Sequence[int]) -> bool:
    """Whether a denial denies the concepts of a place of the claim in other words."""
    scene = case.scene
    denial = scene.found[at]
    if denial.positive or until_now(denial) or unseen(denial):
        return False
    return any(scene.found[k].positive and conceived(case, at, k) for k in group)


def _counts_otherwise(case: Case, at: int, other: int) -> bool:
    scene, given = case.scene, case.given
    return instead(scene, given, at, other) or instead(scene, given, other, at)


def _changed(case: Case, at: int, group: Sequence[int]) -> DisputeLevel | None:
    """What a changed copy contests of its original, and the original of the copy."""
    pairs = alters(case, at, group)
    if not pairs:
        return None
    same = case.scene.found[pairs[0]].positive is case.scene.found[at].positive
    return DisputeLevel.figure if same else DisputeLevel.polarity
