"""What a careful reader finds in the sample dossier, as frozen records.

Places are given as exact words, never as offsets, so that the tables hold whatever a reader keeps of a page;
`find` and `places` turn words into spans of a document's text.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from selon.errors import StoreError
from selon.model.actor import ActorKind
from selon.model.claim import DisputeLevel
from selon.model.document import CreditKind, Precision
from selon.model.lineage import Direction, Level
from selon.model.passage import ReuseKind
from selon.model.span import Span, Spans
from selon.model.statement import Form, SourceKind, Stance


class Asserted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Exact words in which a document asserts a claim, found there once, and the actor to which they lead."""

    doc: str
    words: str
    origin: str | None = None
    """None where the chain comes back to itself."""


class GoldDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A date as the page prints it: local time cut to `precision`, and the printed zone."""

    value: str
    precision: Precision
    zone: str | None = None


class GoldCredit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A credit that the page prints."""

    kind: CreditKind
    name: str


class GoldDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One document; `furniture` are words of its file that must support no claim."""

    id: str
    file: str
    outlet: str
    lang: str
    title: str
    published: GoldDate
    author: str | None = None
    host: str | None = None
    credits: tuple[GoldCredit, ...] = ()
    furniture: tuple[str, ...] = ()


class GoldReject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A capture that holds no document."""

    file: str
    reason: str


class GoldActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One actor and the forms of its name in the pages."""

    id: str
    name: str
    kind: ActorKind
    forms: tuple[str, ...]


class GoldOrigin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a claim ends: an actor and the kinds that fit it; `altered` when a changed copy is the origin."""

    actor: str
    kinds: tuple[ActorKind, ...]
    altered: bool = False


class GoldDispute(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that contest a claim; any of `actors` may be named as the one who contests."""

    doc: str
    words: str
    actors: tuple[str, ...]
    level: DisputeLevel


class GoldReview(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A published fact-check of a claim: the conclusion in its publisher's words."""

    doc: str
    words: str
    publisher: str


class GoldClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim: who asserts it and where, where it comes from, and what stands against it."""

    id: str
    text: str
    origin_count: int
    circular: bool
    asserted: tuple[Asserted, ...]
    origins: tuple[GoldOrigin, ...] = ()
    disputed: tuple[GoldDispute, ...] = ()
    reviewed: tuple[GoldReview, ...] = ()
    rivals: tuple[str, ...] = ()
    revised_by: str | None = None


class GoldEdge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`derived` comes from `source`; with direction undecided neither is called the original."""

    derived: str
    source: str
    kind: ReuseKind
    levels: tuple[Level, ...]
    direction: Direction
    credited: bool
    trimmed: bool
    why: str


class Trap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two documents that look related and must have no edge of their own."""

    a: str
    b: str
    why: str


class GoldStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One planted attribution and its chain of actors, from the one the page names to the last."""

    doc: str
    content: str
    form: Form
    stance: Stance
    source_kind: SourceKind
    chain: tuple[str, ...]
    source: str | None = None
    cue: str | None = None


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All tables of the sample."""

    documents: tuple[GoldDocument, ...]
    rejected: tuple[GoldReject, ...]
    actors: tuple[GoldActor, ...]
    statements: tuple[GoldStatement, ...]
    claims: tuple[GoldClaim, ...]
    edges: tuple[GoldEdge, ...]
    traps: tuple[Trap, ...]

    def document(self, id: str) -> GoldDocument:
        """Return the document of that id; raises KeyError."""
        return {d.id: d for d in self.documents}[id]

    def actor(self, id: str) -> GoldActor:
        """Return the actor of that id; raises KeyError."""
        return {a.id: a for a in self.actors}[id]

    def claim(self, id: str) -> GoldClaim:
        """Return the claim of that id; raises KeyError."""
        return {c.id: c for c in self.claims}[id]


def load(folder: Path) -> Gold:
    """Read the tables in `folder`; raises StoreError when one is missing, damaged or has an unknown field."""
    rows: dict[str, object] = {}
    for table in ("documents", "actors", "chains", "claims", "lineage"):
        rows |= _table(folder / f"{table}.toml")
    try:
        return msgspec.convert(rows, Gold)
    except msgspec.ValidationError as error:
        raise StoreError(f"{folder}: {error}") from error


def _table(path: Path) -> dict[str, object]:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, object])
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(f"{path}: {error}") from error


def places(words: str, text: str) -> Spans:
    """Return every span of `text` that reads as `words`; any run of white space stands for any other."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return tuple(Span(*m.span()) for m in re.finditer(pattern, text))


def find(words: str, text: str) -> Span:
    """Return the one span of `text` that reads as `words`; raises ValueError when there is none or more."""
    found = places(words, text)
    if len(found) != 1:
        raise ValueError(f"{len(found)} places read {words!r}")
    return found[0]
