"""Who says it in the end, where the words given to a source tell that somebody else said it."""

from __future__ import annotations

from selon.link.chains.scene import Scene
from selon.link.propositions.propositions import Proposition
from selon.model.span import Span, Spans, hull
from selon.model.statement import Stance, Statement

_SAYS = frozenset({Stance.asserts, Stance.accuses, Stance.believes})


def inner(scene: Scene, one: Proposition) -> Statement | None:
    """Return the statement that a place itself reports ("a constable admits …", in what a paper writes).

    Its source and most of its content stand in what the statement of the place says, its cue in the place
    itself, which does not go on for longer than that ("the prosecutor thought of it, but there is nothing",
    says the lawyer: his word). None where two are reported that are not one inside the other.
    """
    found = [s for s in scene.said_in(one.doc) if s.id != one.statement.id and _reports(scene, one, s)]
    outer = {s.parent for s in found}
    last = [s for s in found if s.id not in outer]
    return last[0] if len(last) == 1 else None


def _reports(scene: Scene, one: Proposition, said: Statement) -> bool:
    if not _within(one.span, said.cue) or said.stance not in _SAYS or said.id not in scene.cast.by_statement:
        return False
    content, whole = hull(said.content), hull(one.statement.content)
    goes_on = one.span.end - content.end > len(content)
    return not goes_on and _within(whole, said.source) and content.overlap(whole) * 2 >= len(content)


def _within(place: Span, spans: Spans) -> bool:
    return bool(spans) and place.start <= spans[0].start and spans[-1].end <= place.end
