"""What those in office speak through: "the office of Minister X" is the office that X holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from selon.languages import pack
from selon.link.actors.naming import Naming
from selon.link.actors.nodes import Nodes
from selon.link.actors.runs import runs
from selon.text.normalise import fold


def join_cabinets(nodes: Nodes, named: Mapping[str, Naming], keys: Mapping[str, str]) -> None:
    """Join a cabinet that is told by the name of one person to the office which that one holds."""
    held = {nodes.root(k) for k in nodes.keys("body:")}
    officers = [k for k in nodes.keys("person:") if nodes.root(k) in held]
    for statement, found in sorted(named.items()):
        if found.person or not _speaks_through(found.words):
            continue
        owners = [k for k in officers if _names(k, found.words)]
        if len({nodes.root(k) for k in owners}) == 1:
            nodes.join(keys[statement], owners[0], f"speaks for who holds the office: “{found.words}”")


def _names(person: str, words: str) -> bool:
    """Whether the names in the words of a source are the last name of a person, alone or with first names."""
    parts = person.split(":", 1)[1].split()
    named = {part for run in runs(words, "") for part in run.parts if len(part) > 1}
    return parts[-1] in named and named <= {*parts, *_titles()}


def _speaks_through(words: str) -> bool:
    """Whether the noun that a source begins with is of what those in office speak through."""
    return not _through().isdisjoint(re.findall(r"[^\W\d_]+", fold(words))[:2])


@cache
def _through() -> frozenset[str]:
    tables = pack.everywhere("actors").values()
    return frozenset(fold(w) for t in tables for w in t.get("speak_through", ()))


@cache
def _titles() -> frozenset[str]:
    tables = pack.everywhere("actors").values()
    return frozenset(fold(w) for t in tables for w in t.get("titles", ()))
