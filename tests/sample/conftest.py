"""The sample, traced once for the session."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from selon import sample
from selon.model.claim import Claim
from selon.model.document import Document
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.statement import Statement


class Traced(msgspec.Struct, frozen=True):
    """What a trace of the sample left in its dossier."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    edges: tuple[Edge, ...]
    passages: tuple[Passage, ...]


@pytest.fixture(scope="session")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """The sample through the whole pipeline into a fresh dossier, in this process."""
    from selon.pipeline.trace import trace
    from selon.store.dossier import Dossier

    path: Path = tmp_path_factory.mktemp("traced") / "sample.selon"
    with Dossier(path, create=True) as dossier:
        trace([str(p) for p in sample.pages()], dossier, jobs=1)
        with dossier.snapshot() as found:
            documents = found.documents()
            statements = tuple(s for d in documents for s in found.statements(d.id))
            return Traced(documents, statements, found.claims(), found.edges(), found.passages())
