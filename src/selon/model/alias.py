"""Names that the user, or a gazetteer, says are one actor."""

from __future__ import annotations

import msgspec

from selon.model.actor import ActorKind


class Alias(msgspec.Struct, frozen=True, order=True):
    """One actor under all its names.

    `names` holds the name to show first; `where` is the file and entry that says so; `ident` an identifier
    of a register (Wikidata, FollowTheMoney), if any.
    """

    names: tuple[str, ...]
    where: str
    kind: ActorKind | None = None
    ident: str | None = None
