"""Writing claims, their words in the index, and their rows in the lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from selon.model.claim import Claim
from selon.store import indexing, listing
from selon.store.portions import Ids, PortionWriter, encode, portions
from selon.store.settling import Row, chunks, column_of, delete, rows_of, upsert

_ARTICLES = "SELECT DISTINCT doc FROM claim_docs WHERE role = 'asserts' AND claim IN :ids"
_ORIGINS = "SELECT DISTINCT origin FROM claim_origins WHERE claim IN :ids"
_BEHIND = "SELECT DISTINCT actor FROM claim_actors WHERE claim IN :ids"
_RETIRED = 500
"""Claims that are gone, held at once."""


class ClaimWriter(PortionWriter):
    """Writes claims."""

    def put_claims(self, claims: Iterable[Claim], of: Ids = None) -> None:
        """Make the claims, all or those of the ids `of`, what is given; ids that end stay known by the place
        they began at."""
        held = self._held("SELECT id FROM claims", ("id",), of)
        left = set(held)
        for some in portions(claims):
            written, _ = self._put("claims", map(_of_claim, some), [c.id for c in some if c.id in held])
            self._list_claims({c.id: c for c in some if c.id in written}.values())
            left -= {c.id for c in some}
        self._drop_claims(sorted(left))

    def _list_claims(self, claims: Iterable[Claim]) -> None:
        news = list(claims)
        self._unlist_claims([c.id for c in news])
        self._touched.docs.update(doc for claim in news for doc in claim.articles)
        self._touched.origins.update(origin.id for claim in news for origin in claim.origins)
        rows = indexing.put_claims(self._connection, news)
        self._touched.taken += listing.list_claims(self._connection, news, rows)
        self._touched.claims.update(c.id for c in news)

    def _unlist_claims(self, idents: Sequence[str]) -> None:
        self._touched.docs |= column_of(self._connection, _ARTICLES, idents)
        self._touched.origins |= column_of(self._connection, _ORIGINS, idents)
        self._touched.left += listing.unlist_claims(self._connection, idents)

    def _drop_claims(self, gone: Sequence[str]) -> None:
        self._retire(gone)
        self._unlist_claims(gone)
        self._touched.actors |= column_of(self._connection, _BEHIND, gone)
        self._touched.claims -= set(gone)
        indexing.drop_claims(self._connection, gone)
        for table, column in (("claims", "id"), ("claim_actors", "claim"), ("claim_names", "claim")):
            delete(self._connection, table, column, gone)

    def _retire(self, gone: Sequence[str]) -> None:
        """Note where claims that are gone began."""
        decoder = msgspec.json.Decoder(Claim)
        for some in chunks(gone, _RETIRED):
            records = rows_of(self._connection, "SELECT record FROM claims WHERE id IN :ids", some)
            firsts = {c.id: c.canonical for c in (decoder.decode(row[0]) for row in records)}
            rows = [
                {"id": ident, "doc": first.doc, "start": first.content.start, "stop": first.content.end}
                for ident, first in sorted(firsts.items())
            ]
            upsert(self._connection, "former_claims", rows)


def _of_claim(c: Claim) -> Row:
    first = c.text_span
    order = {"articles": len(c.articles), "assertions": len(c.assertions), "doc": c.text_doc}
    return {"id": c.id, **order, "start": first.start, "stop": first.end, "record": encode(c)}
