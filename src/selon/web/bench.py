"""What a page needs so that its reader can judge: choices, decisions in force, and the analyst's name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from selon.model.actor import Actor, Proposal
from selon.model.claim import Claim
from selon.model.judgement import LISTS, Judgement, Subject, Verdict, place_key, place_of, put_aside, standing
from selon.model.span import Span
from selon.report.questions.case import Case, siglum
from selon.report.questions.judged import Fate, Judged, fates, judged
from selon.store.snapshot import Snapshot

_LABEL = 90
"""Characters of a statement in a list of choices."""

_MANY = 100
"""Statements of a claim beyond which a page offers those of the texts whose words it holds."""

_EFFECTS = 3
"""Claims named for the effect of a merge; the rest are counted."""


@dataclass(frozen=True)
class Choice:
    """A statement of a claim that may be split off: its key, its document, and words to know it by."""

    key: str
    doc: str
    words: str


@dataclass(frozen=True)
class Known:
    """An actor with the number of documents that name it and of claims that it stands behind."""

    actor: Actor
    documents: int
    claims: int


@dataclass(frozen=True)
class Effect:
    """What a merge would do to one claim: its id and siglum, and both counts of origins."""

    claim: str
    siglum: str
    now: int
    then: int


@dataclass(frozen=True)
class Proposed:
    """A merge of two actors that awaits a decision. `unsure` is the judgement that left it open, if any."""

    a: Known
    b: Known
    why: str
    effects: tuple[Effect, ...]
    more: int
    unsure: Judgement | None


class Bench:
    """Where one request judges from."""

    def __init__(self, view: Snapshot, analyst: str) -> None:
        self._view = view
        self.analyst = analyst

    @cached_property
    def every(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order in which they were made."""
        return self._view.judgements()

    @cached_property
    def standing(self) -> tuple[Judgement, ...]:
        """The judgements in force."""
        return standing(self.every)

    @cached_property
    def fates(self) -> Mapping[str, Fate]:
        """What has become of each judgement, by id."""
        return fates(self.every)

    def words(self, records: Iterable[Judgement]) -> tuple[Judged, ...]:
        """Return judgements with both sides in words."""
        return judged(self._view, tuple(records), self.fates)

    def on_claim(self, claim: Claim) -> tuple[Judged, ...]:
        """Return the judgements in force about a place of one claim."""

        def within(key: str) -> bool:
            if key == LISTS:
                return False
            doc, span = place_of(key)
            return any(a.doc == doc and a.content.overlap(span) for a in claim.assertions)

        return self._on(Subject.claims, within) + self._on(Subject.lists, within)

    def on_actor(self, actor: Actor) -> tuple[Judged, ...]:
        """Return the judgements in force about one actor."""
        return self._on(Subject.actors, frozenset(actor.keys).__contains__)

    def on_pair(self, one: str, other: str) -> tuple[Judged, ...]:
        """Return the judgement in force about two documents."""
        pair = sorted((one, other))
        return self.words(j for j in self.standing if j.about is Subject.reuse and [j.a, j.b] == pair)

    def _on(self, about: Subject, meant: Callable[[str], bool]) -> tuple[Judged, ...]:
        return self.words(j for j in self.standing if j.about is about and (meant(j.a) or meant(j.b)))

    def statements(self, case: Case, claim: Claim, docs: Collection[str] | None = None) -> tuple[Choice, ...]:
        """Return the statements of a claim but the one that it is named after, in order.

        Of a claim with very many only those in `docs` are given: the texts whose words are open.
        """
        first = place_key(claim.canonical.doc, claim.canonical.content)
        shown = docs if docs is not None and len(claim.assertions) > _MANY else None
        found = {}
        for one in claim.assertions:
            key = place_key(one.doc, one.content)
            if key != first and one.doc in case.docs and (shown is None or one.doc in shown):
                words = cut(" ".join(one.content.of(case.docs[one.doc].text).split()), _LABEL)
                found[key] = Choice(key, one.doc, f"{one.doc} {cut(case.outlet(one.doc), _LABEL)} – {words}")
        return tuple(found.values())

    @cached_property
    def aside(self) -> tuple[tuple[Judgement, str, Span], ...]:
        """The places of the claims put aside in the lists, with who did so."""
        return put_aside(self.standing)

    def put_aside(self, claim: Claim) -> str:
        """Return who put a claim aside in the lists, an empty string for a claim that nobody did."""
        held = (
            j.by
            for j, doc, span in self.aside
            if any(a.doc == doc and a.content.overlap(span) for a in claim.assertions)
        )
        return next(held, "")

    def place(self, claim: Claim) -> str:
        """Return the key that a claim is judged by."""
        return place_key(claim.canonical.doc, claim.canonical.content)

    # merges of actors that await a decision

    @cached_property
    def _open(self) -> tuple[Proposal, ...]:
        """The proposals, one a pair."""
        return tuple({(p.a, p.b): p for p in reversed(self._view.proposals())}.values())[::-1]

    def waiting(self) -> int:
        """Return how many merges of actors await a decision."""
        return len(self._open)

    def proposed(self, offset: int, limit: int) -> tuple[Proposed, ...]:
        """Return a stretch of the merges that await a decision."""
        return self._shown(self._open[offset : offset + limit])

    def proposed_for(self, actor: Actor) -> tuple[Proposed, ...]:
        """Return the merges with one actor that await a decision."""
        return self._shown(p for p in self._open if actor.id in (p.a, p.b))

    def _shown(self, proposals: Iterable[Proposal]) -> tuple[Proposed, ...]:
        return tuple(found for p in proposals if (found := self._one(p)) is not None)

    def _one(self, proposal: Proposal) -> Proposed | None:
        a, b = self._view.actor(proposal.a), self._view.actor(proposal.b)
        if a is None or b is None:
            return None
        ends = self._view.shared_ends(a.id, b.id)
        total = self._view.total()
        effects = (Effect(c, siglum(n, total), now, now - 1) for c, n, now in ends[:_EFFECTS])
        return Proposed(
            Known(a, *self._view.standing_of(a.id)),
            Known(b, *self._view.standing_of(b.id)),
            proposal.why,
            tuple(effects),
            max(0, len(ends) - _EFFECTS),
            self._unsure(a, b),
        )

    def _unsure(self, a: Actor, b: Actor) -> Judgement | None:
        keys = {a.keys[0], b.keys[0]} if a.keys and b.keys else set()
        unsure = (j for j in self.standing if j.about is Subject.actors and j.verdict is Verdict.unsure)
        return next((j for j in unsure if {j.a, j.b} == keys), None)


def cut(words: str, most: int) -> str:
    """Return `words`, with an ellipsis where they are longer than `most` characters."""
    return words if len(words) <= most else words[: most - 1] + "…"
