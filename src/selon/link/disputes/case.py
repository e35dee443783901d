"""What contests are judged by, and what each of them is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from selon.link.chains.scene import Scene
from selon.link.disputes.opponents import Opponents
from selon.link.propositions.agreement import Agreement
from selon.link.propositions.causes import Cause
from selon.link.propositions.replaced import Replaced
from selon.model.claim import DisputeLevel
from selon.model.statement import Stance


@dataclass(frozen=True)
class Case:
    """What contests are judged by: the scene, what places speak of, and who stands where."""

    scene: Scene
    about: Agreement
    claim_of: Mapping[int, int]
    changed: Mapping[int, int]
    altered: Mapping[int, Collection[int]]
    """The places that stand against each place: what it changed as a copy, and the copies that changed it."""
    given: dict[int, int]
    opponents: Opponents
    held: Mapping[int, frozenset[str]]
    caused: Mapping[int, Cause]
    replaced: Replaced
    deniers: Mapping[int, str]
    """The stem of the last name of the person who denies, by place."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A place that contests claim `claim`; `alike` is set where only the nearest claims count."""

    at: int
    claim: int
    level: DisputeLevel
    alike: float | None


def turning(scene: Scene, at: int) -> DisputeLevel:
    denies = scene.found[at].statement.stance is Stance.denies
    return DisputeLevel.denies if denies else DisputeLevel.polarity


def own(case: Case, at: int, group: Sequence[int]) -> bool:
    """Whether all of a claim is said by the one who speaks here: two reports of his words contest nothing.

    Figures and what a copy changed are told apart elsewhere: they may be his own and differ.
    """
    one = case.scene.found[at]
    if not one.source or at in case.given or alters(case, at, group):
        return False
    return all(case.scene.found[k].source == one.source for k in group)


def altered(changed: Mapping[int, int]) -> dict[int, set[int]]:
    """Return the places that stand against each place, `changed` giving the original that a copy altered."""
    out: dict[int, set[int]] = defaultdict(set)
    for one, other in changed.items():
        out[one].add(other)
        out[other].add(one)
    return dict(out)


def alters(case: Case, at: int, group: Sequence[int]) -> list[int]:
    """Return the places of a group that a place changed as a copy, or that are copies that changed it."""
    return [k for k in group if k in case.altered[at]] if at in case.altered else []


def touches(scene: Scene, at: int, group: Sequence[int]) -> bool:
    one = scene.found[at]
    return any(scene.found[k].doc == one.doc and scene.found[k].span.overlap(one.span) for k in group)
