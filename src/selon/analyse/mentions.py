"""The words of a source mention, and the lists of a language that they are looked up in."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from selon.languages.pack import table
from selon.text.letters import UPPER

_WORD = re.compile(r"[\w@][\w.’'-]*")
CAPITAL = re.compile(f"[{UPPER}]")
"""A letter with which a name begins."""
ROOM = 4096
"""Mentions whose kind and name are kept: a text asks for each several times."""


@cache
def lists_of(lang: str) -> defaultdict[str, frozenset[str]]:
    """Return the word lists of a language; one without a pack borrows those of English."""
    known = table(lang, "sources") or table("en", "sources")
    return defaultdict(frozenset, {k: frozenset(v) for k, v in known.items() if isinstance(v, list)})


def words_in(mention: str) -> list[str]:
    """Return the words of a mention, elisions cut off, case kept."""
    plain = mention.replace("’", "'")
    return [
        w
        for raw in _WORD.findall(re.sub(r"\b([LlDd]|[Qq]u|[Jj]usqu)'", " ", plain))
        if (w := raw.strip(".'-"))
    ]


def in_list(head: str, name: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether a word is of a list, or a compound whose last part is ("Polizeisprecherin")."""
    ends = lists[f"{name}_ends"]
    return head in lists[name] or bool(ends and head.endswith(tuple(ends)))
