"""Claims, who asserts them, who disputes them, and where they come from."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.actor import ActorKind
from selon.model.identity import Made
from selon.model.quantity import Quantity
from selon.model.span import Span
from selon.model.statement import Stance


class Assertion(msgspec.Struct, frozen=True):
    """One place where a document asserts a claim: a statement, or a sentence in the outlet's own voice."""

    doc: str
    content: Span
    source: Span | None
    stance: Stance
    statement: str
    """Id of the statement record."""


class LinkHow(StrEnum):
    """How one step of a chain leads to the next."""

    prints = "prints"
    copies = "copies"
    translates = "translates"
    says = "says"
    cites = "cites"
    origin = "origin"


class ChainLink(msgspec.Struct, frozen=True):
    """One step from the outlet down to the last source, with the exact words that show it."""

    name: str
    kind: ActorKind
    how: LinkHow
    doc: str
    span: Span | None
    words: str
    level: int | None = None


class Chain(msgspec.Struct, frozen=True):
    """The way from one assertion (index into the claim's assertions) to its origin (None if circular)."""

    assertion: int
    links: tuple[ChainLink, ...]
    origin: str | None


class Origin(msgspec.Struct, frozen=True):
    """Where a claim ends: its kind, whether it is on the record, and the assertions that end there."""

    id: str
    name: str
    kind: ActorKind
    on_record: bool
    assertions: tuple[int, ...]
    altered: bool = False
    """Born of a changed copy: the altering document is the origin."""


class DisputeLevel(StrEnum):
    """What a dispute is about."""

    denies = "denies"
    figure = "figure"
    source = "source"
    polarity = "polarity"


class Dispute(msgspec.Struct, frozen=True):
    """A place that contests a claim; never one of the claim's own assertions."""

    doc: str
    span: Span
    actor: str
    level: DisputeLevel
    statement: str | None = None
    claim: str | None = None
    """The claim that stands against this one, when there is one."""


class CountStep(msgspec.Struct, frozen=True):
    """One line of the subtraction that leads from articles to origins."""

    rule: str
    change: int
    left: int
    docs: tuple[str, ...]
    words: str = ""


class Claim(msgspec.Struct, frozen=True):
    """A set of assertions of one proposition across documents.

    `text` is the best real sentence (`text_doc`, `text_span`); `origin_count` counts distinct origins,
    0 when the claim is `circular` and nothing else supports it.
    """

    id: str
    text: str
    text_doc: str
    text_span: Span
    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    origin_count: int
    circular: bool
    chains: tuple[Chain, ...]
    made: Made
    disputed_by: tuple[Dispute, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    steps: tuple[CountStep, ...] = ()
    alternatives: tuple[CountStep, ...] = ()
    """What would change the count: `left` is the count it would give."""
    named_after: int = 0
    """Index of the canonical assertion, which the id comes from."""

    @property
    def canonical(self) -> Assertion:
        """The assertion that the id comes from: the first by date, then by place."""
        return self.assertions[self.named_after]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the documents that assert the claim, sorted."""
        return tuple(sorted({a.doc for a in self.assertions}))

    @property
    def notable(self) -> bool:
        """Whether it deserves more than one row: several articles or origins, a dispute, a circle."""
        several = len(self.articles) > 1 or self.origin_count != 1
        return several or bool(self.disputed_by) or self.circular


def rank(claim: Claim) -> tuple[bool, int, int, int, str, int, str]:
    """Return the key that puts claims in the order of their sigla: notable ones first, the widest gap between
    articles and origins first."""
    articles = len(claim.articles)
    gap = articles - claim.origin_count
    disputes = -len(claim.disputed_by)
    return not claim.notable, -gap, -articles, disputes, claim.text_doc, claim.text_span.start, claim.id
