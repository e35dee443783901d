"""Names that the user or a gazetteer gives one actor, found in source mentions in any alphabet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from anyascii import anyascii

from selon.link.actors.naming import Naming
from selon.link.actors.nodes import NAMED, Nodes
from selon.model.actor import ActorKind
from selon.model.alias import Alias
from selon.text.normalise import fold

_LONGEST = 8
"""Words of the longest name that is looked for."""
_LEAST = 4
"""Letters of the shortest single word that may be a name, abbreviations in capitals apart."""

Words = tuple[str, ...]


def join_aliases(
    nodes: Nodes, named: Mapping[str, Naming], keys: Mapping[str, str], aliases: Sequence[Alias]
) -> None:
    """Join the mentions that hold a name of one alias; a name that two aliases share is only proposed.

    A person is known by the full name or, where one word is given, by the last one; a body also through those
    who speak for it ("le porte-parole des Casques blancs").
    """
    known = index(aliases)
    for statement, found in sorted(named.items()):
        meant = _meant(found, known)
        for alias in meant:
            node = nodes.add(_key(alias), alias.names[0], alias.kind or ActorKind.unknown)
            why = f"{alias.where}: “{alias.names[0]}”"
            (nodes.join if len(meant) == 1 else nodes.propose)(node, keys[statement], why)


def index(aliases: Sequence[Alias]) -> dict[Words, list[Alias]]:
    """Return the aliases by the folded words of each of their names, articles left in."""
    out: dict[Words, list[Alias]] = defaultdict(list)
    for alias in sorted(aliases):
        for name in alias.names:
            words = _words(name)
            if words and alias not in out[words]:
                out[words].append(alias)
    return dict(out)


def _key(alias: Alias) -> str:
    return f"{NAMED}{alias.ident or alias.where}"


def _words(name: str) -> Words:
    return tuple(re.findall(r"[a-z0-9]+", anyascii(fold(name)).lower()))


def _meant(found: Naming, known: Mapping[Words, list[Alias]]) -> list[Alias]:
    """The aliases of the longest name that a mention holds."""
    for run in _runs(found):
        if run in known:
            return known[run]
    return []


def _runs(found: Naming) -> Iterator[Words]:
    """Runs of words of a mention that may be a name, the longest first; a single word must look like one."""
    words = _words(found.words)
    for size in range(min(len(words), _LONGEST), 1, -1):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]
    for printed in re.findall(r"\w+", found.words):
        if printed[:1].isupper() and (len(printed) >= _LEAST or printed.isupper()):
            for word in _words(printed):
                if not found.person or word == found.person[-1]:
                    yield (word,)
