"""Why one text is said to come from another: the ladder of evidence, and which counts hang on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selon.model.claim import Assertion, Chain, Claim, LinkHow
from selon.model.lineage import Direction, Edge, Evidence, Level
from selon.model.span import Span
from selon.report.questions.case import Case, Listed
from selon.report.questions.reasons import matched
from selon.report.wording import Words

_TAKES = (LinkHow.copies, LinkHow.translates)


@dataclass(frozen=True)
class Rung:
    """A level of the ladder and the evidence found for it, none when it was not reached."""

    level: Level
    found: tuple[Evidence, ...]

    @property
    def name(self) -> str:
        """The level by its name."""
        return self.level.name


@dataclass(frozen=True)
class Hanging:
    """A claim that both texts assert. `effect` says what its count would be without the link: same, more or
    open; `apart` when the link plays no part in it."""

    item: Listed
    effect: str


def between(case: Case, one: str, other: str) -> Edge | None:
    """Return the edge of two documents, decided or not, or None."""
    ends = {one, other}
    found = [e for e in case.edges if {e.derived, e.source} == ends]
    return max(found, key=lambda e: (e.direction is Direction.certain, e.level), default=None)


def ladder(edge: Edge | None) -> tuple[Rung, ...]:
    """Return the five levels, strongest first, with what was found at each."""
    found = edge.evidence if edge else ()
    return tuple(Rung(n, tuple(e for e in found if e.level is n)) for n in sorted(Level, reverse=True))


def hanging(
    case: Case, edge: Edge | None, one: str, other: str, actors: Mapping[tuple[str, Span], str]
) -> tuple[Hanging, ...]:
    """Return the claims that both documents assert, widest first, with what the link does to each.

    `actors` gives the actor of a place. A link taken away leaves the copy to its own words: with a source
    that is the same actor, or with none where another text attributes it, nothing changes (rules 3 and 4).
    """
    shared = [i for i in case.claims_of_doc.get(one, ()) if other in i.claim.articles]
    return tuple(Hanging(item, _effect(case, edge, item.claim, actors)) for item in shared)


def _effect(case: Case, edge: Edge | None, claim: Claim, actors: Mapping[tuple[str, Span], str]) -> str:
    if edge is None or edge.direction is Direction.undecided:
        return "apart"
    if not any(_takes(claim, chain, edge) for chain in claim.chains):
        return "apart"
    own = [a for a in claim.assertions if a.doc == edge.derived]
    there = [a for a in claim.assertions if a.doc == edge.source]
    named = [a for a in own if a.source is not None]
    if not named:
        told = any(a.source is not None for a in claim.assertions if a.doc != edge.derived)
        return "same" if told else "more"
    return "same" if all(_known(a, there, actors) for a in named) else "open"


def _takes(claim: Claim, chain: Chain, edge: Edge) -> bool:
    """Tell whether a chain goes from the copy straight to the text that it derives from."""
    if claim.assertions[chain.assertion].doc != edge.derived:
        return False
    return any(link.how in _TAKES and link.doc == edge.source for link in chain.links[1:2])


def _known(here: Assertion, there: list[Assertion], actors: Mapping[tuple[str, Span], str]) -> bool:
    """Tell whether the source named here is an actor that the original names too."""
    who = actors.get((here.doc, here.source)) if here.source else None
    return who is not None and who in {actors.get((a.doc, a.source)) for a in there if a.source}


def reason_phrase(found: Evidence, say: Words) -> str:
    """Return why a piece of evidence counts, in words; a reason without words gives the name of its level."""
    hit = matched("evidence", found.why)
    if hit is None:
        return say.plain(f"level.{found.level.name}")
    key, values = hit
    return say.plain(key, **_spoken(values, key.removeprefix("why."), say))


def _spoken(values: dict[str, str], key: str, say: Words) -> dict[str, str]:
    named = {"credit": "credit", "trace": "artefact"}.get(key)
    if named and say.has(f"{named}.{values['kind']}"):
        values["kind"] = say.plain(f"{named}.{values['kind']}")
    if "lang" in values:
        values["lang"] = say.language(values["lang"])
    return values
