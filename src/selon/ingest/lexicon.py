"""The furniture tables of all language packs, folded and compiled: one pattern a concept, linear search.

Pages mix languages (an English consent wall round a French article), so every pack counts on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from selon.languages import pack
from selon.text.normalise import fold


@cache
def terms(section: str, key: str) -> tuple[str, ...]:
    """Return the folded phrases at `[section] key` of every furniture table, longest first."""
    return _merged(f"{section}.{key}", "furniture")


@cache
def date_terms(key: str) -> tuple[str, ...]:
    """Return the folded words under `key` of every dates table, longest first."""
    return _merged(key, "dates")


def _merged(path: str, concept: str) -> tuple[str, ...]:
    found = {fold(phrase) for table in pack.everywhere(concept).values() for phrase in _at(table, path)}
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


def _at(table: dict[str, Any], path: str) -> Iterator[str]:
    here: Any = table
    for step in path.split("."):
        here = here.get(step, {}) if isinstance(here, dict) else {}
    yield from here or ()


@cache
def months() -> dict[str, int]:
    """Return `{folded month name: 1-12}` over all packs."""
    tables = pack.everywhere("dates").values()
    return {
        fold(name): int(number) for t in tables for number, names in t["months"].items() for name in names
    }


@cache
def zones() -> dict[str, str]:
    """Return `{folded zone name: offset}` over all packs."""
    return {
        fold(k): v for t in pack.everywhere("dates").values() for k, v in sorted(t.get("zones", {}).items())
    }


@cache
def alternation(phrases: tuple[str, ...]) -> str:
    """Return a pattern that matches any of the phrases as whole words (`x*` may go on)."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    made = [re.escape(p[:-1]) + r"\w*" if p.endswith("*") else re.escape(p) for p in ordered]
    return f"(?:{'|'.join(made)})" if made else r"(?!)"


@cache
def anywhere(section: str, key: str) -> re.Pattern[str]:
    """Return the pattern that finds the phrases inside folded text."""
    return re.compile(rf"(?<!\w){alternation(terms(section, key))}(?!\w)")


@cache
def opening(section: str, key: str) -> re.Pattern[str]:
    """Return the pattern of the phrases at the start of folded text, marks and bullets before."""
    return re.compile(rf"[^\w©]{{0,12}}(?P<words>{alternation(terms(section, key))})(?!\w)")


@cache
def whole(section: str, key: str) -> frozenset[str]:
    """Return the phrases as a set, for lines that say nothing else."""
    return frozenset(terms(section, key))
