"""Who denies what others say of himself ("I never called for a strike" / "the strike that she called for").

A text names whom it accuses, and the accused speaks for himself: where a place names the one who denies, the
two need less in common than two places of which nothing tells that they are about one act.
"""

from __future__ import annotations

from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.disputes.case import Case
from selon.model.actor import ActorKind

CONCEIVED = 0.8
"""Least likeness of a denial and a place whose concepts it denies in other words."""


def deniers(scene: Scene) -> dict[int, str]:
    """Return the stem of the last name of the person who denies, for the denials that a person makes."""
    out: dict[int, str] = {}
    for k, one in enumerate(scene.found):
        actor = scene.cast.by_statement.get(one.statement.id)
        if one.positive or one.voice or actor is None or actor.kind is not ActorKind.person:
            continue
        if name := wording.stems(actor.name, one.lang):
            out[k] = name[-1]
    return out


def conceived(case: Case, denial: int, claim: int) -> bool:
    """Tell whether a denial denies the concepts of a place in other words, or of himself who denies."""
    if float(case.scene.raw[denial, claim]) < CONCEIVED:
        return False
    if case.about.spoken.denied(denial, claim):
        return True
    return _named(case, denial, claim) and case.about.of_self.denied(denial, claim)


def _named(case: Case, denial: int, claim: int) -> bool:
    """Whether a place names the one who denies, who does not name himself."""
    name, found = case.deniers.get(denial), case.scene.found
    own, others = ({wording.stem(n) for n in found[k].names} for k in (denial, claim))
    return name is not None and name in others - own
