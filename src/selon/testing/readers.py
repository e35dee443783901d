"""What any reader must do with files that it claims."""

from __future__ import annotations

from pathlib import Path

from selon.errors import RecordError
from selon.ingest.readers import Reader
from selon.model.document import Document, Reject
from selon.model.identity import sha256
from selon.model.span import check_spans


def check_good_file(reader: Reader, path: Path) -> tuple[Document, ...]:
    """Raise AssertionError unless `path` becomes documents whose text, parts and capture hold together.

    Returns the documents. Reading twice gives the same; every visible character lies in a part; the capture
    has the file's own digest.
    """
    first, second = _documents(reader, path), _documents(reader, path)
    assert first == second, "reading the same file twice gave different documents"
    assert first, "a good file gave no document"
    for doc in first:
        check_spans(tuple(p.span for p in doc.parts), len(doc.text))
        held = {i for p in doc.parts for i in range(p.span.start, p.span.end)}
        lost = [i for i, c in enumerate(doc.text) if i not in held and not c.isspace()]
        assert not lost, f"{doc.id}: no part holds {doc.text[lost[0] : lost[0] + 40]!r}"
        assert doc.capture is not None, f"{doc.id} has no capture"
    assert first[0].capture is not None
    assert first[0].capture.sha256 == sha256(path.read_bytes()), "the capture is not of these bytes"
    return first


def check_bad_file(reader: Reader, path: Path) -> str:
    """Raise AssertionError unless `path` is refused with a reason a person understands; return the reason."""
    try:
        found = list(reader.read(path, path.stem))
    except RecordError as error:
        reason = error.reason
    else:
        rejects = [item for item in found if isinstance(item, Reject)]
        assert rejects and len(rejects) == len(found), f"{path.name} was read as if nothing were wrong"
        reason = rejects[0].reason
    assert len(reason.split()) >= 2, f"{reason!r} is no explanation"
    return reason


def _documents(reader: Reader, path: Path) -> tuple[Document, ...]:
    return tuple(item for item in reader.read(path, path.stem) if isinstance(item, Document))
