"""What every test may use: the shared folder, when it is there, and a cache of the test run's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

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
