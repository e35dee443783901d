"""Places that cannot stand beside a claim: denials, opposite polarity, another figure for one quantity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from selon.link.chains.scene import Scene
from selon.link.chains.surroundings import Surroundings
from selon.link.disputes.culprits import BLAMED, CAUSED, bearers, laid_elsewhere
from selon.link.disputes.opponents import Opponents
from selon.link.disputes.rebuttals import Rebuttal, rebuttals
from selon.link.disputes.rejections import refused
from selon.link.disputes.rivals import (
    TAKEN_UP,
    differ,
    instead,
    replacements,
    takes_up,
)
from selon.link.kept import Kept
from selon.link.propositions.agreement import COVERED, COVERED_DENIED, Agreement, agreement
from selon.link.propositions.causes import Cause, causes
from selon.link.propositions.propositions import Proposition
from selon.model.claim import Dispute, DisputeLevel
from selon.model.identity import digest
from selon.model.statement import Modality, Stance
from selon.text import polarity

NEAREST = 1.0
"""Least likeness (checks left out) of a denial and the nearest place of a claim."""
FIRM = 0.96
"""The same for who denies a thing said, or finds no proof of it."""
VOICED = 1.05
"""The same for a sentence in an outlet's own voice, which need not mean the claim."""
AFFIRMED = 1.14
"""The same for an affirmation that contests a denial: most only say what the denial is about."""
MIRRORED, COVERED_MIRRORED = 0.95, 0.45
"""Least likeness, and least share of common words, of an affirmation and a denial that contests its claim."""
CONCEIVED = 0.8
"""Least likeness of a denial and a place whose concepts it denies in other words."""
BEST = 0.02
"""What a denial may be less like another claim that it contests too than the claim it is most like."""


@dataclass(frozen=True)
class _Case:
    """What contests are judged by: the scene, what places speak of, and who stands where."""

    scene: Scene
    about: Agreement
    claim_of: Mapping[int, int]
    changed: Mapping[int, int]
    altered: Mapping[int, Collection[int]]
    given: dict[int, int]
    opponents: Opponents
    held: Mapping[int, frozenset[str]]
    caused: Mapping[int, Cause]


@dataclass(frozen=True, slots=True)
class _Contest:
    """A place that contests claim `claim`; `alike` is set where only the nearest claims count."""

    at: int
    claim: int
    level: DisputeLevel
    alike: float | None


def find_disputes(
    scene: Scene,
    groups: Sequence[Sequence[int]],
    ids: Sequence[str],
    changed: Mapping[int, int],
    around: Surroundings,
    kept: Kept,
) -> dict[int, tuple[Dispute, ...]]:
    """Return the disputes of each claim by its number in `groups`; `ids` are the ids of the claims.

    `changed` gives the place of the original that a copy altered: the two stand against each other. `around`
    tells what contests depend on, `kept` what an earlier run found.
    """
    claim_of = {k: n for n, group in enumerate(groups) for k in group}
    about, given = agreement(scene.found), replacements(scene)
    held, caused = bearers(scene.found), causes(scene.found)
    opponents = _opponents(scene, about, given)
    opponents.meet(sorted(held), sorted(held), BLAMED)
    opponents.meet(sorted(caused), sorted(caused), CAUSED)
    case = _Case(scene, about, claim_of, changed, _altered(changed), given, opponents, held, caused)
    found = _contests(case, groups, around, kept)
    out: dict[int, set[Dispute]] = {n: set() for n in range(len(groups))}
    found = [one for one in _nearest(found) if not _in_passing(case, groups, one)]
    for one in found:
        claim = claim_of.get(one.at)
        out[one.claim].add(_dispute(scene, one.at, one.level, ids[claim] if claim is not None else None))
    for one in _mirrored(case, groups, found):
        out[one.claim].add(_dispute(scene, one.at, one.level, ids[claim_of[one.at]]))
    for said in rebuttals(scene, around, kept):
        against, claim = claim_of.get(said.target), claim_of.get(said.at) if said.at is not None else None
        if against is not None and against != claim:
            out[against].add(_rebuttal(scene, said, ids[claim] if claim is not None else None))
    return {n: tuple(sorted(many, key=lambda d: (d.doc, d.span, d.claim or ""))) for n, many in out.items()}


def _in_passing(case: _Case, groups: Sequence[Sequence[int]], one: _Contest) -> bool:
    """Whether a figure that contests stands in few places of its own claim, as in a headline on a fire."""
    if one.level is not DisputeLevel.figure or one.at in case.changed or one.at not in case.claim_of:
        return False
    group = groups[case.claim_of[one.at]]
    return 2 * sum(bool(case.scene.found[k].figures) for k in group) < len(group)


def _opponents(scene: Scene, about: Agreement, given: Mapping[int, int]) -> Opponents:
    """The places that are near enough for one of the tests of figures and denials below."""
    found, out = scene.found, Opponents(scene.raw)
    denials = [k for k, p in enumerate(found) if not p.positive]
    others = [k for k, p in enumerate(found) if p.positive]
    figured = [k for k, p in enumerate(found) if p.figures]
    taking = [k for k in figured if k in given or found[k].statement.stance is Stance.denies]
    out.meet(taking, figured, TAKEN_UP)
    out.meet(denials, others, min(FIRM, NEAREST, VOICED, AFFIRMED))
    for told, said in about.of_one_mind(denials, others):
        out.meet(told, said, CONCEIVED)
    return out


def _contests(
    case: _Case, groups: Sequence[Sequence[int]], around: Surroundings, kept: Kept
) -> list[_Contest]:
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
    return [_Contest(asked[n][m], n, how, alike) for n, many in enumerate(found) for m, how, alike in many]


def _asked(case: _Case, n: int, group: Sequence[int]) -> list[int]:
    """The places that may contest a claim."""
    asked = sorted({*case.opponents.of(group), *(j for k in group for j in case.altered.get(k, ()))})
    return [k for k in asked if case.claim_of.get(k) != n and not _touches(case.scene, k, group)]


def _told(case: _Case, around: Surroundings, group: Sequence[int], asked: Sequence[int]) -> list[object]:
    """All that the contests of a claim depend on, but for the weights of words."""
    spots = [around.spot(k) for k in (*group, *asked)]
    spoken = [(sorted(case.about.concepts[k]), k in case.given) for k in (*group, *asked)]
    stands = [(k in case.claim_of, _alters(case, k, group)) for k in asked]
    return [len(group), spots, spoken, stands]


def _contested(
    case: _Case, group: Sequence[int], asked: Sequence[int]
) -> Iterator[tuple[int, DisputeLevel, float | None]]:
    """Yield the number of each place that contests a claim, how, and how alike it is where only the nearest
    claims count."""
    near = zip(*case.scene.raw.against(group, asked), strict=True)
    for n, (k, (nearest, mean)) in enumerate(zip(asked, near, strict=True)):
        if level := _certain(case, k, group):
            yield n, level, None
        elif k in case.claim_of and _turned(case, k, group, float(nearest)):
            yield n, _turning(case.scene, k), float(mean)


def _certain(case: _Case, at: int, group: Sequence[int]) -> DisputeLevel | None:
    """What the place contests of the claim, where it does so whatever else it contests.

    A figure that is denied, or given otherwise, is the claim's when most of its places give it, not a
    headline in passing.
    """
    scene = case.scene
    if at in case.claim_of:
        if level := _alters(case, at, group):
            return level
        if sum(takes_up(scene, at, k) for k in group) * 2 > len(group):
            return DisputeLevel.denies
        if sum(_counts_otherwise(case, at, k) for k in group) * 2 >= len(group):
            return DisputeLevel.figure
        if any(laid_elsewhere(scene, case.held, case.caused, at, k) for k in group):
            return DisputeLevel.polarity
    return _turning(scene, at) if _conceived(case, at, group) else None


def _conceived(case: _Case, at: int, group: Sequence[int]) -> bool:
    """Whether a denial denies the concepts of a place of the claim in other words."""
    scene = case.scene
    if scene.found[at].positive:
        return False
    affirmed = (k for k in group if scene.found[k].positive and case.about.conceived(at, k))
    return any(float(scene.raw[at, k]) >= CONCEIVED for k in affirmed)


def _counts_otherwise(case: _Case, at: int, other: int) -> bool:
    scene, given = case.scene, case.given
    return instead(scene, given, at, other) or instead(scene, given, other, at)


def _turning(scene: Scene, at: int) -> DisputeLevel:
    denies = scene.found[at].statement.stance is Stance.denies
    return DisputeLevel.denies if denies else DisputeLevel.polarity


def _turned(case: _Case, at: int, group: Sequence[int], nearest: float) -> bool:
    """Whether place and claim say one thing in the same words, and one of them denies it.

    A plain negation must meet half of the claim: "will not pay" is no denial of all that should be paid. Who
    denies, or finds no proof, speaks of what others say.
    """
    one, mates = case.scene.found[at], [case.scene.found[k] for k in group]
    firm = not one.positive and _doubts(one)
    least = FIRM if firm else AFFIRMED if one.positive else VOICED if one.voice else NEAREST
    if nearest < least or not all(m.positive is not one.positive for m in mates):
        return False
    thesis = refused(one.text, one.lang) if firm else None
    if thesis and not any(thesis in m.stems for m in mates):
        return False
    said = one.statement.stance is Stance.denies or thesis is not None
    covered = COVERED_DENIED if said else COVERED
    alike = [k for k in group if case.about.worded(at, k, covered) and _one_mood(one, case.scene.found[k])]
    return len(alike) * (len(group) if firm else 2) >= len(group) and not any(differ(one, m) for m in mates)


def _doubts(one: Proposition) -> bool:
    told = one.statement.stance is Stance.denies or one.disowned
    return told or polarity.unproven(one.text, one.lang) or refused(one.text, one.lang) is not None


def _one_mood(one: Proposition, other: Proposition) -> bool:
    """Whether neither says what will be where the other says what should be: a refusal denies no duty."""
    return {one.statement.modality, other.statement.modality} != {Modality.future, Modality.obligation}


def _nearest(found: Sequence[_Contest]) -> list[_Contest]:
    """Keep of each denial the claims that it is most like: it contests one thing, not an affair."""
    best: dict[int, float] = {}
    for one in found:
        best[one.at] = max(best.get(one.at, 0.0), one.alike or 0.0)
    return [one for one in found if one.alike is None or one.alike >= best[one.at] - BEST]


def _mirrored(case: _Case, groups: Sequence[Sequence[int]], found: Sequence[_Contest]) -> Iterator[_Contest]:
    """What a denial contests stands against the denial in turn: neither can be true beside the other."""
    facts = {DisputeLevel.denies, DisputeLevel.polarity}
    for one in found:
        mine = case.claim_of.get(one.at)
        if mine is None or one.level not in facts or case.scene.found[one.at].positive:
            continue
        for k in groups[one.claim]:
            if _answers(case, k, groups[mine]) and not _touches(case.scene, k, groups[mine]):
                yield _Contest(k, mine, DisputeLevel.polarity, None)


def _answers(case: _Case, at: int, denials: Sequence[int]) -> bool:
    """Whether an affirmation says what the denials deny, not only something of the same affair."""
    scene, about = case.scene, case.about
    turned = [k for k in denials if not scene.found[k].positive]
    near = [k for k in turned if float(scene.raw[at, k]) >= MIRRORED]
    same = any(about.worded(at, k, COVERED_MIRRORED) for k in near) or any(
        about.conceived(k, at) for k in turned if float(scene.raw[at, k]) >= CONCEIVED
    )
    return scene.found[at].positive and same


def _altered(changed: Mapping[int, int]) -> dict[int, set[int]]:
    """The places that stand against each place: what it changed as a copy, and the copies that changed it."""
    out: dict[int, set[int]] = defaultdict(set)
    for one, other in changed.items():
        out[one].add(other)
        out[other].add(one)
    return dict(out)


def _alters(case: _Case, at: int, group: Sequence[int]) -> DisputeLevel | None:
    pairs = [k for k in group if k in case.altered[at]] if at in case.altered else []
    if not pairs:
        return None
    same = case.scene.found[pairs[0]].positive is case.scene.found[at].positive
    return DisputeLevel.figure if same else DisputeLevel.polarity


def _touches(scene: Scene, at: int, group: Sequence[int]) -> bool:
    one = scene.found[at]
    return any(scene.found[k].doc == one.doc and scene.found[k].span.overlap(one.span) for k in group)


def _rebuttal(scene: Scene, said: Rebuttal, claim: str | None) -> Dispute:
    if said.at is not None:
        return replace(_dispute(scene, said.at, said.level, claim), span=said.span)
    return Dispute(said.doc, said.span, scene.paths.docs[said.doc].outlet or said.doc, said.level)


def _dispute(scene: Scene, at: int, level: DisputeLevel, claim: str | None) -> Dispute:
    one = scene.found[at]
    actor = scene.cast.by_statement.get(one.statement.id)
    name = actor.name if actor is not None else scene.paths.docs[one.doc].outlet or one.doc
    return Dispute(one.doc, one.span, name, level, one.statement.id, claim)
