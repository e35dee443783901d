"""Writing claims, their words in the index, and their rows in the lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from selon.model.claim import Claim
from selon.store import indexing, listing
from selon.store.portions import Ids, PortionWriter, encode, portions
from selon.store.settling import Row, chunks, column_of, delete, rows_of, upsert

_ARTICLES = "SELECT DISTINCT doc FROM claim_docs WHERE role = 'asserts' AND claim IN :ids"
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
        idents = [c.id for c in news]
        self._touched.docs |= column_of(self._connection, _ARTICLES, idents)
        self._touched.docs.update(doc for claim in news for doc in claim.articles)
        listing.list_claims(self._connection, news, indexing.put_claims(self._connection, news))
        self._touched.claims.update(idents)
        self._touched.renumbered |= bool(news)

    def _drop_claims(self, gone: Sequence[str]) -> None:
        self._retire(gone)
        self._touched.docs |= column_of(self._connection, _ARTICLES, gone)
        self._touched.actors |= column_of(self._connection, _BEHIND, gone)
        self._touched.claims -= set(gone)
        self._touched.renumbered |= bool(gone)
        delete(self._connection, "claims", "id", gone)
        indexing.drop_claims(self._connection, gone)
        listing.unlist_claims(self._connection, gone)

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
