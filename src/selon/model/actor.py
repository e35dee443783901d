"""Who is meant by a source mention, across spellings and documents."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from selon.model.span import Span
from selon.model.statement import SourceKind


class ActorKind(StrEnum):
    """What an actor is."""

    person = "person"
    office = "office"
    organisation = "organisation"
    media = "media"
    document = "document"
    anonymous = "anonymous"
    unknown = "unknown"


OF_SOURCE = {
    SourceKind.named_person: ActorKind.person,
    SourceKind.office: ActorKind.office,
    SourceKind.organisation: ActorKind.organisation,
    SourceKind.media: ActorKind.media,
    SourceKind.anonymous: ActorKind.anonymous,
    SourceKind.unattributed: ActorKind.unknown,
}
"""What an actor is, as far as the kind of its source mention tells."""


class Mention(msgspec.Struct, frozen=True, order=True):
    """Where a document names an actor."""

    doc: str
    span: Span
    words: str


class Actor(msgspec.Struct, frozen=True):
    """One actor of a dossier; `why` gives the reason of every merge, in order.

    Any of `keys` names the actor in judgements: they depend on the words of the mentions alone.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...] = ()
    why: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class Proposal(msgspec.Struct, frozen=True, order=True):
    """Two actors (ids) that may be one, and why: what the user may decide."""

    a: str
    b: str
    why: str
