"""Memory that stages have freed is asked back from the C library, where it can give it."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

from selon.pipeline.memory import give_back


def test_a_system_that_knows_no_such_call_goes_on(monkeypatch):
    """Without glibc nothing is asked for, and nothing fails."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()


def test_all_that_was_freed_is_asked_for(monkeypatch):
    """The call leaves the library nothing to hold back."""
    held = []
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(malloc_trim=held.append))
    give_back()
    assert held == [0]
