"""Hold read documents and found statements against the gold of the sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from selon import sample
from selon.model.document import FURNITURE, Document
from selon.model.span import Span, hull
from selon.model.statement import Form, Statement
from selon.sample.gold import GoldDocument, GoldStatement, places
from tests.sample.compare import same, spot

GOLD = sample.gold()


class Mismatch(msgspec.Struct, frozen=True):
    """One field of a document that differs from the gold."""

    field: str
    got: str
    want: str


class StatementResult(msgspec.Struct, frozen=True):
    """How one planted statement was met; `found` is None when no attribution covers its content."""

    gold: GoldStatement
    found: Statement | None
    source: bool
    stance: bool
    kind: bool


def compare_document(document: Document | None, gold: GoldDocument) -> tuple[Mismatch, ...]:
    """Return every field in which a read document differs from the gold."""
    if document is None:
        return (Mismatch("document", "none", gold.id),)
    return tuple(m for m in (*_fields(document, gold), *_furniture(document, gold)) if m.got != m.want)


def _fields(document: Document, gold: GoldDocument) -> Iterator[Mismatch]:
    published = document.published
    cut = len(gold.published.value) if gold.published.precision != "minute" else 16
    yield Mismatch("outlet", str(document.outlet), gold.outlet)
    yield Mismatch("lang", document.lang, gold.lang)
    yield Mismatch("title", " ".join((document.title or "").split()), gold.title)
    yield Mismatch("author", str(document.author), str(gold.author))
    yield Mismatch("host", str(document.host), str(gold.host))
    yield Mismatch("date", str(published and (published.value or "")[:cut]), gold.published.value)
    yield Mismatch(
        "hour", str(published and "T" in (published.value or "")), str("T" in gold.published.value)
    )
    yield Mismatch("zone", str(published and published.zone), str(gold.published.zone))
    got, want = ({(str(c.kind), c.name) for c in d.credits} for d in (document, gold))
    yield Mismatch("credits", str(sorted(got)), str(sorted(want)))


def _furniture(document: Document, gold: GoldDocument) -> Iterator[Mismatch]:
    for words in gold.furniture:
        for place in places(words, document.text):
            part = document.part_at(place)
            kept_apart = part is not None and part.kind in FURNITURE
            yield Mismatch("furniture", words if not kept_apart else "", "")


def compare_statement(
    statements: Sequence[Statement], documents: Sequence[Document], gold: GoldStatement
) -> StatementResult:
    """Return how a planted statement was met by the attributions (not the outlet's voice) of its document."""
    document = next((d for d in documents if d.id == gold.doc), None)
    place = spot(document, gold.content) if document else None
    if document is None or place is None:
        return StatementResult(gold, None, False, False, False)
    said = [s for s in statements if s.doc == gold.doc and s.form is not Form.voice]
    over = [s for s in said if same(hull(s.content), place)]
    found = max(over, key=lambda s: _nearness(s, place, document, gold), default=None)
    return StatementResult(
        gold=gold,
        found=found,
        source=found is not None and _source(found, document, gold),
        stance=found is not None and found.stance == gold.stance,
        kind=found is not None and found.source_kind == gold.source_kind,
    )


def _nearness(
    found: Statement, place: Span, document: Document, gold: GoldStatement
) -> tuple[bool, int, int, str]:
    """Order candidates: nested attributions share one content, so the source comes first, then the extent."""
    content = hull(found.content)
    return _source(found, document, gold), content.overlap(place), -len(content), found.id


def _source(found: Statement, document: Document, gold: GoldStatement) -> bool:
    if gold.source is None or not found.source:
        return gold.source is None and not found.source
    return any(same(hull(found.source), place) for place in places(gold.source, document.text))
