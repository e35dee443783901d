"""What a person who decides asks of a dossier: actors by their keys, and what a merge of two would change."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from sqlalchemy import Connection, text

from selon.model.actor import Actor
from selon.store import numbering
from selon.store.settling import rows_of


def actors_keyed(connection: Connection, keys: Collection[str]) -> Mapping[str, Actor]:
    """Return the actors that have one of `keys`, by that key; keys that nobody has are left out."""
    asked = (
        "SELECT key, record FROM actor_keys JOIN actors ON actors.id = actor WHERE key IN :ids ORDER BY id"
    )
    decoder = msgspec.json.Decoder(Actor)
    return {row[0]: decoder.decode(row[1]) for row in rows_of(connection, asked, sorted(set(keys)))}


def shared_ends(connection: Connection, a: str, b: str) -> tuple[tuple[str, int, int], ...]:
    """Return `(id, number, origins)` of the claims with both actors as origins, in the order of sigla."""
    asked = text(
        "SELECT l.id, l.origins FROM claim_actors x"
        " JOIN claim_actors y ON y.claim = x.claim AND y.actor = :b AND y.role = 'origin'"
        " JOIN claim_list l ON l.id = x.claim"
        " WHERE x.actor = :a AND x.role = 'origin' AND l.origins > 1 ORDER BY l.place"
    )
    rows = [(row[0], int(row[1])) for row in connection.execute(asked, {"a": a, "b": b})]
    numbers = numbering.numbers_of(connection, [ident for ident, _ in rows])
    return tuple((ident, numbers[ident], origins) for ident, origins in rows)


def standing_of(connection: Connection, actor: str) -> tuple[int, int]:
    """Return in how many documents an actor is named, and behind how many claims it stands."""
    asked = text("SELECT documents, claims FROM actor_list WHERE id = :id")
    row = connection.execute(asked, {"id": actor}).one_or_none()
    return (int(row[0]), int(row[1])) if row else (0, 0)
