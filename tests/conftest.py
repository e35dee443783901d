"""What every test may use: the shared folder, when it is there, and a cache of the test run's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

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


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new dossier may be made, once as a file and once as a database."""
    if request.param == "sqlite":
        return str(tmp_path / "case.selon")
    found: postgres.Server = request.getfixturevalue("server")
    return found.fresh()
