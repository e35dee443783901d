"""Readers and exporters that other packages offer through entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import Any

from selon.errors import UsageError


@cache
def offered(group: str) -> tuple[Any, ...]:
    """Return the objects registered under the entry-point group `selon.<group>`, by name.

    Raises UsageError when one of them cannot be loaded.
    """
    found = sorted(entry_points(group=f"selon.{group}"), key=lambda e: (e.name, e.value))
    return tuple(_load(entry) for entry in found)


def _load(entry: Any) -> Any:
    try:
        return entry.load()
    except Exception as error:
        raise UsageError(f"plugin {entry.name} ({entry.value}) cannot be loaded: {error}") from error
