"""A served dossier: the sample, traced once, and a client that asks as this machine's own browser does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from selon import sample
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.web.app import application


@pytest.fixture(scope="session")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier as a file; tests that change it copy it first."""
    path = tmp_path_factory.mktemp("web") / "sample.selon"
    with Dossier(path, create=True) as dossier:
        trace([str(p) for p in sample.pages()], dossier, jobs=1, now="2025-03-11T08:00:00Z")
    return path


@pytest.fixture(scope="session")
def client(traced: Path) -> Iterator[TestClient]:
    """A reader of the sample whose browser asks for French."""
    with TestClient(
        application(traced, "fr"), base_url="http://127.0.0.1", headers={"accept-language": "fr"}
    ) as made:
        yield made
