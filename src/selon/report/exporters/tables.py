"""Tables of a dossier as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets read the accents)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selon.model.claim import Claim
from selon.model.document import Document, Reject
from selon.model.lineage import Edge
from selon.report.questions.case import siglum
from selon.store.lists import ActorRow, ClaimRow, DocumentRow

Cells = Mapping[str, object]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so (OWASP, CSV injection)."""

MARK = "\ufeff"


def lines(columns: Sequence[str], rows: Iterable[Cells]) -> Iterator[str]:
    """Yield a table as text, a head first; document words that look like a formula get an apostrophe."""
    yield MARK + _line(columns)
    for row in rows:
        yield _line([_cell(row.get(column)) for column in columns])


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    if isinstance(value, (list, tuple)):
        return _cell(" | ".join(str(v) for v in value))
    return str(value)


CLAIM_COLUMNS = (
    "siglum", "id", "claim", "lang", "articles", "origins", "origin_names", "origin_kinds", "circular",
    "disputes", "first_utc", "langs", "documents", "text_document", "text_start", "text_end",
)  # fmt: skip


def claim_cells(row: ClaimRow, total: int, lang: str = "") -> Cells:
    """Return a claim as one row of a table; offsets count code points."""
    claim = row.claim
    return {
        "siglum": siglum(row.number, total),
        "id": claim.id,
        "claim": claim.text,
        "lang": lang,
        "articles": len(claim.articles),
        "origins": claim.origin_count,
        "origin_names": [o.name for o in claim.origins],
        "origin_kinds": [o.kind for o in claim.origins],
        "circular": claim.circular,
        "disputes": len(claim.disputed_by),
        "first_utc": "" if row.first.startswith("9999") else row.first,
        "langs": row.langs,
        "documents": claim.articles,
        "text_document": claim.text_doc,
        "text_start": claim.text_span.start,
        "text_end": claim.text_span.end,
    }


DOCUMENT_COLUMNS = (
    "id", "outlet", "title", "byline", "published", "precision", "zone", "date_read_in", "lang", "url",
    "claims", "statements", "comes_from", "taken_by", "captured_from", "captured_at", "bytes", "sha256",
)  # fmt: skip


def document_cells(row: DocumentRow) -> Cells:
    """Return a document as one row of a table."""
    doc = row.document
    return {
        "id": doc.id,
        "outlet": doc.outlet,
        "title": doc.title,
        "byline": doc.byline,
        "lang": doc.lang,
        "url": doc.url,
        "claims": row.claims,
        "statements": row.said,
        "comes_from": row.parents,
        "taken_by": row.copies,
        **_dates(doc),
        **_capture(doc),
    }


def _dates(doc: Document) -> Cells:
    when = doc.published
    if when is None:
        return {}
    return {
        "published": when.value,
        "precision": when.precision,
        "zone": when.zone,
        "date_read_in": when.basis,
    }


def _capture(doc: Document) -> Cells:
    kept = doc.capture
    if kept is None:
        return {}
    return {
        "captured_from": kept.where,
        "captured_at": kept.time,
        "bytes": kept.size,
        "sha256": kept.sha256,
    }


ACTOR_COLUMNS = ("id", "name", "kind", "documents", "claims", "origin_of", "named_as", "merged_because")


def actor_cells(row: ActorRow) -> Cells:
    """Return an actor as one row of a table."""
    actor = row.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "documents": row.documents,
        "claims": row.claims,
        "origin_of": row.origin_of,
        "named_as": sorted({m.words for m in actor.mentions}),
        "merged_because": actor.why,
    }


EDGE_COLUMNS = ("derived", "source", "kind", "direction", "level", "credited", "trimmed", "evidence")


def edge_cells(edge: Edge) -> Cells:
    """Return an edge of the lineage as one row of a table, its evidence in words."""
    return {
        "derived": edge.derived,
        "source": edge.source,
        "kind": edge.kind,
        "direction": edge.direction,
        "level": int(edge.level),
        "credited": edge.credited,
        "trimmed": edge.trimmed,
        "evidence": [f"{int(e.level)} {e.why}: {e.words}" for e in edge.evidence],
    }


REJECT_COLUMNS = ("record", "reason", "stage", "where")


def reject_cells(reject: Reject) -> Cells:
    """Return what was set aside as one row of a table."""
    return {
        "record": reject.record,
        "reason": reject.reason,
        "stage": reject.stage,
        "where": reject.where,
    }


CHAIN_COLUMNS = (
    "document", "statement", "start", "end", "words", "step", "name", "kind", "how", "link_document",
    "link_words", "level", "origin",
)  # fmt: skip


def chain_cells(claim: Claim, texts: Mapping[str, str]) -> Iterator[Cells]:
    """Yield every step of every chain of a claim: who says it, on whose word, down to the origin."""
    names = {o.id: o.name for o in claim.origins}
    for chain in claim.chains:
        said = claim.assertions[chain.assertion]
        text = texts.get(said.doc)
        for step, link in enumerate(chain.links, 1):
            yield {
                "document": said.doc,
                "statement": said.statement,
                "start": said.content.start,
                "end": said.content.end,
                "words": said.content.of(text) if text is not None else "",
                "step": step,
                "name": link.name,
                "kind": link.kind,
                "how": link.how,
                "link_document": link.doc,
                "link_words": link.words,
                "level": link.level,
                "origin": names.get(chain.origin or "", "circular" if chain.origin is None else chain.origin),
            }
