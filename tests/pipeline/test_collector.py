"""The collector of cycles rests while links are found, and is left as it was."""

from __future__ import annotations

import gc

import pytest

from selon.link.kept import Kept
from selon.pipeline import linking
from selon.pipeline.progress import silent


@pytest.mark.parametrize("at_work", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_the_collector_is_left_as_it_was(at_work, fails, monkeypatch):
    """At work before, at work after, also where linking fails; at rest before, at rest after."""
    seen = []

    def finds(*_):
        seen.append(gc.isenabled())
        if fails:
            raise MemoryError

    monkeypatch.setattr(linking, "_link", finds)
    (gc.enable if at_work else gc.disable)()
    try:
        linking.link([], {}, silent, kept=Kept())
    except MemoryError:
        pass
    finally:
        left = gc.isenabled()
        gc.enable()
    assert (seen, left) == ([False], at_work)
