"""Language packs: data only. One folder a language, one TOML file a concept."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    root = resources.files("selon.languages")
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and (d / "pack.toml").is_file()))


@cache
def table(lang: str, concept: str) -> dict[str, Any]:
    """Return `languages/<lang>/<concept>.toml` as a dict, empty when the pack has no such file."""
    path = resources.files("selon.languages") / lang / f"{concept}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def everywhere(concept: str) -> dict[str, dict[str, Any]]:
    """Return `{language code: table}` of `concept` for every pack that has it."""
    return {code: found for code in codes() if (found := table(code, concept))}
