"""The sample dossier: an invented fire, eighteen documents, and what a careful reader finds in them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from selon.sample.gold import Gold, load

__all__ = ["Gold", "folder", "gold", "pages"]

TITLE = "Incendie du dépôt de Port-Lazare"
"""The name of the case."""


def folder() -> Path:
    """Return the folder of the sample dossier inside the installed package."""
    return Path(str(files(__name__)))


def pages() -> tuple[Path, ...]:
    """Return the eighteen files of the sample, by name: seventeen captures and one consent wall."""
    return tuple(sorted(p for p in (folder() / "pages").iterdir() if p.is_file()))


def gold() -> Gold:
    """Return what a careful reader finds in the sample; raises StoreError when a table is damaged."""
    return load(folder() / "gold")
