"""Language packs: data only. One folder a language, one TOML file a concept."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

FULL, LIGHT, NONE = "full", "light", "none"
"""Kinds of reading: with a parser; by marks, cue words and according-to forms alone; with no pack at all."""


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    root = resources.files("selon.languages")
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and (d / "pack.toml").is_file()))


@cache
def table(lang: str, concept: str) -> dict[str, Any]:
    """Return `languages/<lang>/<concept>.toml` as a dict, empty when the pack has no such file.

    A word written `stem/key` stands for the stem with each of the pack's `endings` of that key.
    """
    found = _read(lang, concept)
    endings = _read(lang, "endings")
    spread: dict[str, Any] = _spread(found, endings) if endings and concept != "endings" else found
    return spread


def everywhere(concept: str) -> dict[str, dict[str, Any]]:
    """Return `{language code: table}` of `concept` for every language that has it, with a pack or without."""
    return {code: found for code in _homes() if (found := table(code, concept))}


@cache
def _homes() -> tuple[str, ...]:
    """Return the codes of all languages with tables: some have words of page furniture and no pack."""
    root = resources.files("selon.languages")
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and not d.name.startswith("_")))


def kind(lang: str) -> str:
    """Return how documents of a language are read: `full`, `light` or `none`."""
    return str(table(lang, "pack").get("kind", NONE))


@cache
def _read(lang: str, concept: str) -> dict[str, Any]:
    path = resources.files("selon.languages") / lang / f"{concept}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _spread(value: Any, endings: Mapping[str, list[str]]) -> Any:
    if isinstance(value, dict):
        return {key: _spread(held, endings) for key, held in value.items()}
    if isinstance(value, list):
        return [made for held in value for made in _words(held, endings)]
    return value


def _words(held: Any, endings: Mapping[str, list[str]]) -> Iterator[Any]:
    stem, _, key = held.rpartition("/") if isinstance(held, str) else ("", "", "")
    if stem and key in endings:
        yield from (stem + end for end in endings[key])
    else:
        yield _spread(held, endings)
