"""A denial and an affirmation of one thing: in nearly the same words, of one subject and in one mood."""

from __future__ import annotations

from collections.abc import Sequence

from selon.link import wording
from selon.link.disputes.case import Case
from selon.link.disputes.rejections import refused
from selon.link.disputes.rivals import differ
from selon.link.propositions.agreement import COVERED, COVERED_DENIED
from selon.link.propositions.propositions import Proposition
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


def turned(case: Case, at: int, group: Sequence[int], nearest: float) -> bool:
    """Whether place and claim say one thing in the same words, and one of them denies it.

    A plain negation must meet half of the claim: "will not pay" is no denial of all that should be paid. Who
    denies, or finds no proof, speaks of what others say.
    """
    one = case.scene.found[at]
    if nearest < least_alike(one):
        return False
    mates = [case.scene.found[k] for k in group]
    if not all(m.positive is not one.positive for m in mates):
        return False
    firm = not one.positive and _doubts(one)
    thesis = refused(one.text, one.lang) if firm else None
    if thesis and not any(thesis in m.stems for m in mates):
        return False
    said = one.statement.stance is Stance.denies or thesis is not None
    covered = COVERED_DENIED if said else COVERED
    alike = [k for k in group if case.about.worded(at, k, covered) and _one_mood(one, case.scene.found[k])]
    if not firm:
        alike = [k for k in alike if _plainly(one, case.scene.found[k])]
    return len(alike) * (len(group) if firm else 2) >= len(group) and not any(differ(one, m) for m in mates)


def least_alike(one: Proposition) -> float:
    """Return how like a place must be to the nearest place of a claim that it turns round."""
    if one.positive:
        return AFFIRMED
    return FIRM if _doubts(one) else VOICED if one.voice else NEAREST


def _doubts(one: Proposition) -> bool:
    told = one.statement.stance is Stance.denies or one.disowned
    return told or polarity.unproven(one.text, one.lang) or refused(one.text, one.lang) is not None


def until_now(one: Proposition) -> bool:
    """Whether a place denies only until now, so that another text may tell of what came after."""
    return not one.positive and not _doubts(one) and polarity.provisional(one.text, one.lang)


def unseen(one: Proposition) -> bool:
    """Whether a place denies only that somebody saw, heard or knew of it: it may be so all the same."""
    return not one.positive and polarity.unperceived(one.text, one.lang)


def _plainly(one: Proposition, other: Proposition) -> bool:
    """Whether a plain negation is of all times, and what it is said of, where that is named, has a word in
    the affirmation."""
    denial, said = (other, one) if one.positive else (one, other)
    subject = frozenset(wording.stems(polarity.denied_of(denial.text, denial.lang), denial.lang))
    return not (until_now(denial) or unseen(denial)) and (not subject or not subject.isdisjoint(said.stems))


def _one_mood(one: Proposition, other: Proposition) -> bool:
    """Whether neither says what will be where the other says what should be: a refusal denies no duty."""
    moods = {one.statement.modality, other.statement.modality}
    return not (Modality.obligation in moods and moods & {Modality.future, Modality.conditional})
