"""What every test may use: the shared folder, when it is there, and a cache of the test run's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from selon import sample
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from tests import postgres

settings.register_profile("selon", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("selon")


def _shared() -> Path | None:
    named = os.environ.get("SELON_SHARED")
    beside = Path(__file__).resolve().parents[2] / "shared"
    for path in [Path(named)] if named else [beside]:
        if path.is_dir():
            return path
    return None


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of evaluation data; tests that need it skip without it and say so."""
    found = _shared()
    if found is None:
        pytest.skip("no shared folder: set SELON_SHARED or put it beside the checkout")
    return found


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server on loopback; tests that need it skip where there is none and say so."""
    if reason := postgres.lacking():
        pytest.skip(reason)
    with postgres.served() as found:
        yield found


@pytest.fixture(scope="session")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier as a file; tests that change it copy it first."""
    path = tmp_path_factory.mktemp("traced") / "sample.selon"
    with Dossier(path, create=True) as dossier:
        trace([str(p) for p in sample.pages()], dossier, jobs=1, now="2025-03-11T08:00:00Z")
    return path


@pytest.fixture(scope="session")
def traced_database(server: postgres.Server) -> str:
    """The name of a database with the sample dossier that nobody opens: what others are copied from."""
    name = server.database()
    with Dossier(server.url(name), create=True) as dossier:
        trace([str(p) for p in sample.pages()], dossier, jobs=1, now="2025-03-11T08:00:00Z")
    return name


@pytest.fixture(scope="session")
def traced_team(server: postgres.Server, traced_database: str) -> str:
    """The sample dossier as a database; no test changes it."""
    return server.copy(traced_database)


@pytest.fixture(scope="session", params=["traced", "traced_team"])
def traced_place(request: pytest.FixtureRequest) -> str:
    """The sample dossier, once as a file and once as a database."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new dossier may be made, once as a file and once as a database."""
    if request.param == "sqlite":
        return str(tmp_path / "case.selon")
    found: postgres.Server = request.getfixturevalue("server")
    return found.fresh()
