"""Places that cannot stand beside a claim: denials, opposite polarity, another figure for one quantity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from selon.link.chains.scene import Scene
from selon.link.chains.surroundings import Surroundings
from selon.link.disputes.case import Case, Contest, own, touches, turning
from selon.link.disputes.contests import case_of, contests
from selon.link.disputes.contrasts import contrasted
from selon.link.disputes.deniers import conceived
from selon.link.disputes.rebuttals import Rebuttal, rebuttals
from selon.link.kept import Kept
from selon.model.claim import Dispute, DisputeLevel

MIRRORED, COVERED_MIRRORED = 0.95, 0.45
"""Least likeness, and least share of common words, of an affirmation and a denial that contests its claim."""
BEST = 0.02
"""What a denial may be less like another claim that it contests too than the claim it is most like."""


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
    case = case_of(scene, groups, changed, around, kept)
    near = _nearest(contests(case, groups, around, kept))
    found = [one for one in near if not _in_passing(case, groups, one)]
    out: dict[int, set[Dispute]] = {n: set() for n in range(len(groups))}
    for one in (*found, *_mirrored(case, groups, found), *_set_against(case)):
        out[one.claim].add(_dispute(scene, one.at, one.level, _named(case, ids, one.at)))
    for said in rebuttals(scene, around, kept):
        against, claim = case.claim_of.get(said.target), _named(case, ids, said.at)
        if against is not None and ids[against] != claim:
            out[against].add(_rebuttal(scene, said, claim))
    return {n: tuple(sorted(many, key=lambda d: (d.doc, d.span, d.claim or ""))) for n, many in out.items()}


def _named(case: Case, ids: Sequence[str], at: int | None) -> str | None:
    """The id of the claim of a place, if it is one and has one."""
    claim = None if at is None else case.claim_of.get(at)
    return None if claim is None else ids[claim]


def _set_against(case: Case) -> Iterator[Contest]:
    """What a text sets against each other contests the claim of the other, either way."""
    for pair in contrasted(case.scene, case.about, case.caused):
        for at, other in (pair, pair[::-1]):
            if other in case.claim_of and case.claim_of.get(at) != case.claim_of[other]:
                yield Contest(at, case.claim_of[other], turning(case.scene, at), None)


def _in_passing(case: Case, groups: Sequence[Sequence[int]], one: Contest) -> bool:
    """Whether a figure that contests stands in few places of its own claim, as in a headline on a fire."""
    if one.level is not DisputeLevel.figure or one.at in case.changed or one.at not in case.claim_of:
        return False
    group = groups[case.claim_of[one.at]]
    return 2 * sum(bool(case.scene.found[k].figures) for k in group) < len(group)


def _nearest(found: Sequence[Contest]) -> list[Contest]:
    """Keep of each denial the claims that it is most like: it contests one thing, not an affair."""
    best: dict[int, float] = {}
    for one in found:
        best[one.at] = max(best.get(one.at, 0.0), one.alike or 0.0)
    return [one for one in found if one.alike is None or one.alike >= best[one.at] - BEST]


def _mirrored(case: Case, groups: Sequence[Sequence[int]], found: Sequence[Contest]) -> Iterator[Contest]:
    """What a denial contests stands against the denial in turn: neither can be true beside the other."""
    facts = {DisputeLevel.denies, DisputeLevel.polarity}
    denied = (o for o in found if o.level in facts and not case.scene.found[o.at].positive)
    claims = {(case.claim_of[o.at], o.claim) for o in denied if o.at in case.claim_of}
    for mine, theirs in sorted(claims):
        for k in groups[theirs]:
            if own(case, k, groups[mine]) or touches(case.scene, k, groups[mine]):
                continue
            if _answers(case, k, groups[mine]):
                yield Contest(k, mine, DisputeLevel.polarity, None)


def _answers(case: Case, at: int, denials: Sequence[int]) -> bool:
    """Whether an affirmation says what the denials deny, not only something of the same affair."""
    scene, about = case.scene, case.about
    told = [k for k in denials if not scene.found[k].positive]
    if not told or not scene.found[at].positive:
        return False
    alike = list(zip(told, scene.raw.row(at, told).tolist(), strict=True))
    return any(a >= MIRRORED and about.worded(at, k, COVERED_MIRRORED) for k, a in alike) or any(
        conceived(case, k, at) for k in told
    )


def _rebuttal(scene: Scene, said: Rebuttal, claim: str | None) -> Dispute:
    if said.at is not None:
        return replace(_dispute(scene, said.at, said.level, claim), span=said.span)
    return Dispute(said.doc, said.span, scene.paths.docs[said.doc].outlet or said.doc, said.level)


def _dispute(scene: Scene, at: int, level: DisputeLevel, claim: str | None) -> Dispute:
    one = scene.found[at]
    actor = scene.cast.by_statement.get(one.statement.id)
    name = actor.name if actor is not None else scene.paths.docs[one.doc].outlet or one.doc
    return Dispute(one.doc, one.span, name, level, one.statement.id, claim)
