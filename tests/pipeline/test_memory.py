"""Memory that is given back costs nothing that is still held."""

from __future__ import annotations

import ctypes

from selon.pipeline.memory import give_back


def test_a_system_that_knows_no_such_call_goes_on(monkeypatch):
    """Without glibc nothing is asked for, and nothing fails."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()


def test_what_is_held_stays():
    """The contents of what is in use are the same afterwards."""
    held = [bytes([n % 256]) * 1000 for n in range(5000)]
    del held[::2]
    give_back()
    assert all(one == bytes([(2 * n + 1) % 256]) * 1000 for n, one in enumerate(held))
