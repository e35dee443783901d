"""Records as rows of shards: columns to ask by, and the whole record as JSON beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from selon.model.artefact import Artefact
from selon.model.cluster import Cluster
from selon.model.document import Document, Reject
from selon.model.lineage import Edge
from selon.model.passage import Pair, Passage
from selon.model.quantity import Quantity
from selon.model.span import Span, Spans, words_of
from selon.model.statement import Statement
from selon.store.shards.files import Table, arrow, table

_WORDS, _WHOLE, _REAL, _BYTES = "string", "int64", "float64", "binary"
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "id": _WORDS, "title": _WORDS, "outlet": _WORDS, "lang": _WORDS, "date": _WORDS, "byline": _WORDS,
        "url": _WORDS, "text": _WORDS, "record": _BYTES,
    },
    "statements": {
        "id": _WORDS, "doc": _WORDS, "content": _WORDS, "source": _WORDS, "holder": _WORDS, "cue": _WORDS,
        "form": _WORDS, "stance": _WORDS, "kind": _WORDS, "record": _BYTES,
    },
    "quantities": {
        "doc": _WORDS, "n": _WHOLE, "value": _REAL, "upper": _REAL, "bound": _WORDS, "unit": _WORDS,
        "what": _WORDS, "words": _WORDS, "record": _BYTES,
    },
    "artefacts": {
        "doc": _WORDS, "n": _WHOLE, "kind": _WORDS, "words": _WORDS, "suggests": _WORDS, "record": _BYTES,
    },
    "rejects": {"record": _WORDS, "reason": _WORDS, "stage": _WORDS, "place": _WORDS},
    "passages": {
        "a": _WORDS, "b": _WORDS, "a_start": _WHOLE, "a_end": _WHOLE, "b_start": _WHOLE, "b_end": _WHOLE,
        "kind": _WORDS, "score": _REAL, "record": _BYTES,
    },
    "pairs": {"a": _WORDS, "b": _WORDS, "kind": _WORDS, "score": _REAL, "a_ref": _WHOLE, "b_ref": _WHOLE},
    "edges": {
        "derived": _WORDS, "source": _WORDS, "kind": _WORDS, "direction": _WORDS, "level": _WHOLE,
        "record": _BYTES,
    },
    "clusters": {"id": _WORDS, "doc": _WORDS, "earliest": _WORDS, "level": _WHOLE, "size": _WHOLE},
    "families": {"doc": _WORDS, "family": _WORDS, "size": _WHOLE},
}  # fmt: skip
"""The tables of a corpus and their columns, in order."""

_encode = msgspec.json.Encoder().encode


@cache
def schema(name: str) -> Any:
    """Return the schema of a table."""
    pa = arrow()
    return pa.schema([(column, getattr(pa, kind)()) for column, kind in COLUMNS[name].items()])


def rows(name: str, made: Iterable[Sequence[Any]]) -> Table:
    """Return rows of the table `name`, given as cells in the order of its columns."""
    cells = list(zip(*made, strict=True)) or [()] * len(COLUMNS[name])
    return table(dict(zip(COLUMNS[name], map(list, cells), strict=True)), schema(name))


def document(doc: Document) -> tuple[Any, ...]:
    """Return a document; its record leaves out the id and the text, which stand in columns."""
    head = b'{"id":' + _encode(doc.id) + b',"text":' + _encode(doc.text) + b","
    rest = b"{" + _encode(doc).removeprefix(head)
    return doc.id, doc.title, doc.outlet, doc.lang, doc.date, doc.byline, doc.url, doc.text, rest


def documents_of(found: Table) -> list[Document]:
    """Return the documents of some rows."""
    columns = (found.column(name).to_pylist() for name in ("id", "text", "record"))
    return [
        _decoder(Document).decode(b'{"id":' + _encode(i) + b',"text":' + _encode(t) + b"," + rest[1:])
        for i, t, rest in zip(*columns, strict=True)
    ]


def statement(doc: Document, made: Statement) -> tuple[Any, ...]:
    """Return a statement with its words."""
    content, source, cue = (words_of(doc.text, s) for s in (made.content, made.source, made.cue))
    kinds = (made.form.value, made.stance.value, made.source_kind.value)
    return made.id, made.doc, content, source or None, made.holder, cue or None, *kinds, _encode(made)


def quantity(made: Quantity, n: int, text: str) -> tuple[Any, ...]:
    """Return the n-th figure of a document with its words."""
    told = (made.value, made.upper, made.bound.value, made.unit, made.what, made.span.of(text))
    return made.doc, n, *told, _encode(made)


def artefact(made: Artefact, n: int) -> tuple[Any, ...]:
    """Return the n-th trace of translation of a document."""
    return made.doc, n, made.kind.value, made.words, " ".join(made.suggests), _encode(made)


def reject(made: Reject) -> tuple[Any, ...]:
    """Return what was set aside."""
    return made.record, made.reason, made.stage, made.where


def passage(made: Passage) -> tuple[Any, ...]:
    """Return an aligned passage."""
    places = (made.a_span.start, made.a_span.end, made.b_span.start, made.b_span.end)
    return made.a, made.b, *places, made.kind.value, made.score, _encode(made)


def pair(made: Pair, a_ref: int, b_ref: int) -> tuple[Any, ...]:
    """Return two documents with reuse between them, and where these stand among the shards."""
    return made.a, made.b, made.kind.value, made.score, a_ref, b_ref


def edge(made: Edge) -> tuple[Any, ...]:
    """Return an edge of the lineage."""
    kinds = (made.kind.value, made.direction.value, int(made.level))
    return made.derived, made.source, *kinds, _encode(made)


def cluster(made: Cluster) -> list[tuple[Any, ...]]:
    """Return a cluster by derivation, a row a document."""
    level = None if made.level is None else int(made.level)
    return [(made.id, doc, made.earliest, level, len(made.docs)) for doc in made.docs]


def records_of(found: Table, kind: Any) -> list[Any]:
    """Return the records of some rows of a table whose `record` is whole."""
    decoder = _decoder(kind)
    return [decoder.decode(one) for one in found.column("record").to_pylist()]


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def flat_spans(spans: Spans) -> list[int]:
    """Return spans as numbers in a row."""
    return [place for span in spans for place in (span.start, span.end)]


def spans_of(flat: Sequence[int]) -> Spans:
    """Return spans that were given as numbers in a row."""
    return tuple(Span(a, b) for a, b in zip(flat[::2], flat[1::2], strict=True))
