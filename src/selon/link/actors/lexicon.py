"""The actor words of a language: offices and bodies, documents, generic nouns, titles."""

from __future__ import annotations

from functools import cache
from typing import Any

from selon.languages import pack


@cache
def table(lang: str) -> dict[str, Any]:
    """Return the actor words of `lang`, those of French when it has no pack of its own."""
    return pack.table(lang, "actors") or pack.table("fr", "actors")


@cache
def terms(lang: str, name: str) -> tuple[tuple[str, str], ...]:
    """(folded form, concept) of a sub-table, longest first."""
    pairs = [(form, concept) for concept, forms in table(lang).get(name, {}).items() for form in forms]
    return tuple(sorted(pairs, key=lambda p: (-len(p[0]), p)))


@cache
def generic(lang: str) -> frozenset[str]:
    """Return the nouns that do not tell which organisation is meant ("agence", "collectif")."""
    return frozenset(table(lang).get("generic", ()))


@cache
def nobody(lang: str) -> frozenset[str]:
    """Return the words that begin a source which names nobody ("personne", "aucun", "no one")."""
    return frozenset(table(lang).get("nobody", ()))
