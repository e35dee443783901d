"""The decisions of people that a claim rests on: withdrawn, its places or its count may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selon.model.actor import Actor
from selon.model.claim import Claim
from selon.model.identity import make_id
from selon.model.judgement import Judgement, Subject, place_of


def rests_on(claim: Claim, judgements: Iterable[Judgement], actors: Sequence[Actor]) -> tuple[Judgement, ...]:
    """Return those of `judgements` that are about places, texts or origins of the claim, in order."""
    origins = {o.id for o in claim.origins}
    keys = {key for a in actors if make_id("o", a.id) in origins for key in a.keys}
    return tuple(j for j in judgements if _about(claim, j, keys))


def _about(claim: Claim, one: Judgement, actors: set[str]) -> bool:
    if one.about is Subject.actors:
        return one.a in actors or one.b in actors
    if one.about is Subject.lists:
        return False
    if one.about is Subject.reuse:
        return one.a in claim.articles and one.b in claim.articles
    return _holds(claim, one.a) or _holds(claim, one.b)


def _holds(claim: Claim, key: str) -> bool:
    doc, span = place_of(key)
    held = (a.content for a in claim.assertions if a.doc == doc)
    return any(c.overlap(span) * 2 > min(len(c), len(span)) for c in held)
