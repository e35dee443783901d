"""The signs of the drawings: one shape for each kind of source, one colour for each question."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.actor import ActorKind
from selon.model.claim import Origin
from selon.model.statement import SourceKind


@dataclass(frozen=True)
class Sign:
    """`symbol` names a shape of the page, `css` its colour class, `label` the phrase that names the kind."""

    symbol: str
    css: str
    label: str


_KINDS = {
    ActorKind.person: Sign("k-person", "", "kind.person"),
    ActorKind.office: Sign("k-office", "", "kind.office"),
    ActorKind.organisation: Sign("k-org", "", "kind.organisation"),
    ActorKind.media: Sign("k-media", "", "kind.media"),
    ActorKind.document: Sign("k-doc", "", "kind.document"),
    ActorKind.anonymous: Sign("k-anon", "anon", "kind.anonymous"),
    ActorKind.unknown: Sign("k-none", "none", "kind.unknown"),
}
_SOURCES = {
    SourceKind.named_person: _KINDS[ActorKind.person],
    SourceKind.office: _KINDS[ActorKind.office],
    SourceKind.organisation: _KINDS[ActorKind.organisation],
    SourceKind.media: _KINDS[ActorKind.media],
    SourceKind.anonymous: _KINDS[ActorKind.anonymous],
    SourceKind.unattributed: _KINDS[ActorKind.unknown],
}
VOICE = Sign("k-none", "none", "kind.voice")
ALTERED = Sign("k-alt", "alt", "kind.altered")
LOOP = Sign("k-loop", "none", "kind.loop")


def of_kind(kind: ActorKind) -> Sign:
    """Return the sign of an actor."""
    return _KINDS[kind]


def of_source(kind: SourceKind) -> Sign:
    """Return the sign of the source of a statement."""
    return _SOURCES[kind]


def of_origin(origin: Origin) -> Sign:
    """Return the sign of an origin; an outlet's own report that is not on record is a grey cross."""
    if origin.altered:
        return ALTERED
    if origin.kind is ActorKind.media and not origin.on_record:
        return VOICE
    return _KINDS[origin.kind]
