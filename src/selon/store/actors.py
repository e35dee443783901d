"""Writing who is meant: actors, the places that name them, and the merges that are only proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import text

from selon.model.actor import Actor, Mention, Proposal
from selon.store import casting, listing
from selon.store.portions import Ids, PortionWriter, encode, portions
from selon.store.settling import Row, column_of, delete, insert, rows_of, upsert


class ActorWriter(PortionWriter):
    """Writes actors and proposals."""

    def put_actors(
        self, actors: Iterable[Actor], proposals: Iterable[Proposal] | None, of: Ids = None
    ) -> None:
        """Make the actors, all or those of the ids `of`, what is given; `proposals` are all that there are,
        None leaves them."""
        held = self._held("SELECT id FROM actors", ("id",), of)
        left = set(held)
        for some in portions(actors):
            rows = ({"id": a.id, "record": encode(a)} for a in some)
            written, _ = self._put("actors", rows, [a.id for a in some if a.id in held])
            self._list_actors(list({a.id: a for a in some if a.id in written}.values()), ())
            left -= {a.id for a in some}
        delete(self._connection, "actors", "id", left)
        self._list_actors((), sorted(left))
        if proposals is not None:
            self._put_proposals(proposals)

    def _put_proposals(self, proposals: Iterable[Proposal]) -> None:
        doubts: list[Row] = [{"n": n, "record": encode(p)} for n, p in enumerate(proposals)]
        held = self._connection.execute(text("SELECT record FROM proposals ORDER BY n")).scalars()
        if [bytes(record) for record in held] != [row["record"] for row in doubts]:
            self._connection.execute(text("DELETE FROM proposals"))
            insert(self._connection, "proposals", doubts)

    def _list_actors(self, news: Sequence[Actor], gone: Sequence[str]) -> None:
        """Put actors into their lists and take those that are gone out."""
        idents = [*gone, *(a.id for a in news)]
        rows = [listing.actor_row(a) for a in news]
        former = column_of(self._connection, "SELECT name FROM actor_list WHERE id IN :ids", idents)
        names = former.union(row["name"] for row in rows)
        before = casting.named(self._connection, names)
        self._place_mentions({a.id: a.mentions for a in news} | dict.fromkeys(gone, ()))
        delete(self._connection, "actor_list", "id", gone)
        delete(self._connection, "actor_keys", "actor", idents)
        upsert(self._connection, "actor_list", rows)
        keys: list[Row] = [{"key": key, "actor": a.id} for a in news for key in dict.fromkeys(a.keys)]
        insert(self._connection, "actor_keys", keys)
        after = casting.named(self._connection, names)
        self._touched.names.update(name for name in names if before.get(name) != after.get(name))
        self._touched.actors = (self._touched.actors | {a.id for a in news}) - set(gone)

    def _place_mentions(self, mentions: Mapping[str, Sequence[Mention]]) -> None:
        """Write where actors are named, and touch the documents in which that changes."""
        asked = "SELECT actor, doc, start, stop FROM mentions WHERE actor IN :ids"
        held = {tuple(row) for row in rows_of(self._connection, asked, mentions)}
        given = {(a, m.doc, m.span.start, m.span.end) for a, found in mentions.items() for m in found}
        news = [_spot(spot) for spot in sorted(given - held)]
        insert(self._connection, "mentions", news)
        if gone := [_spot(spot) for spot in sorted(held - given)]:
            which = " AND ".join(f"{name} = :{name}" for name in gone[0])
            self._connection.execute(text(f"DELETE FROM mentions WHERE {which}"), gone)
        self._touched.spots.update(row["doc"] for row in (*news, *gone))


def _spot(spot: tuple[object, ...]) -> Row:
    return dict(zip(("actor", "doc", "start", "stop"), spot, strict=True))
