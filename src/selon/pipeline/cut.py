"""A dossier cut from a corpus: the documents chosen, with what is known of them, linked as one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import UsageError
from selon.model.artefact import Artefact
from selon.model.document import Document
from selon.model.identity import digest
from selon.model.passage import Passage, in_order
from selon.model.quantity import Quantity
from selon.model.statement import Form, Statement
from selon.pipeline.catalogue import CORPUS, EXAMINE, REUSE, version_of
from selon.pipeline.corpus.run import MARK, Marked
from selon.pipeline.linking import quoted, state_of
from selon.pipeline.progress import Progress, silent
from selon.pipeline.trace import link_again, stamped
from selon.store.address import Address
from selon.store.dossier import Dossier
from selon.store.shards import asking, records
from selon.store.writer import Writer, content_digest

STAGE = "cut"
TABLES = {"statements": Statement, "quantities": Quantity, "artefacts": Artefact}

Found = Mapping[str, Mapping[str, list[Any]]]
"""What was found, by table and document."""


class Cut(msgspec.Struct, frozen=True):
    """What a cut holds: documents, and the passages that two of them share."""

    documents: int
    passages: int


def cut(
    home: Path,
    path: str | Address,
    where: str | None = None,
    query: str | None = None,
    progress: Progress = silent,
    now: str | None = None,
) -> Cut:
    """Put the documents of the corpus in `home` that `where` or `query` (SQL) chooses into a dossier.

    Their findings and passages come with them, no text is analysed or compared again; lineage, actors, claims
    and conflicts are found among them. Raises UsageError for a folder that holds no finished corpus, for a
    choice that is none or empty, and for a dossier that holds something else.
    """
    _check(home)
    with asking.asking(home) as tables:
        progress(STAGE, 0, 0)
        if not tables.choose(where, query):
            raise UsageError("no document of the corpus fits: look at the values with DuckDB, see views.sql")
        docs = [doc for rows in tables.documents() for doc in records.documents_of(rows)]
        found = {name: _by_doc(tables.found(name), kind) for name, kind in TABLES.items()}
        passages = [p for rows in tables.passages() for p in records.records_of(rows, Passage)]
    chosen = digest([[d.id, content_digest(d)] for d in docs])
    with Dossier(path, create=True) as dossier:
        if not _holds(dossier, chosen):
            with dossier.writing() as writer:
                _write(writer, docs, found, sorted(passages, key=in_order), now)
                writer.put_meta(STAGE, chosen)
        link_again(dossier, progress)
    return Cut(len(docs), len(passages))


def _check(home: Path) -> None:
    """Raise UsageError unless a finished corpus of this version stands in `home`."""
    path = home / MARK
    if not path.is_file():
        raise UsageError(f"{home} holds no corpus: make one with `selon corpus PATH... {home}`")
    made = msgspec.json.decode(path.read_bytes(), type=Marked).stages
    if made != version_of(*CORPUS):
        state = "is of another version" if made else "is not finished"
        raise UsageError(f"the corpus in {home} {state}: run the same `selon corpus` again, it goes on")


def _by_doc(lots: Iterable[Any], kind: Any) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for rows in lots:
        for doc, record in zip(rows.column("doc").to_pylist(), records.records_of(rows, kind), strict=True):
            found[doc].append(record)
    return found


def _holds(dossier: Dossier, chosen: str) -> bool:
    """Tell whether the dossier holds this very cut; raises UsageError when it holds anything else."""
    with dossier.snapshot() as view:
        if not view.counts()["documents"]:
            return False
        if view.facts_of_file().get(STAGE) != chosen:
            raise UsageError(f"{dossier} holds other documents: cut into a new dossier")
    return True


def _write(
    writer: Writer, docs: Iterable[Document], found: Found, passages: Iterable[Passage], now: str | None
) -> None:
    spans = {}
    for doc in docs:
        statements, quantities, artefacts = (found[name].get(doc.id, []) for name in TABLES)
        writer.put_document(stamped(doc, now))
        writer.put_findings(doc, statements, quantities, artefacts)
        writer.mark(EXAMINE.name, doc.id, version_of(EXAMINE), content_digest(doc))
        spans[doc.id] = quoted(doc, [s for s in statements if s.form is not Form.voice])
    writer.put_passages(passages)
    writer.mark(REUSE.name, "all", version_of(REUSE), state_of(list(docs), spans))
