"""Statements of one set laid beside their gold, paired by the set's own scorer."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from page import EVAL
from selon.analyse.rows import statement_row
from selon.analyse.statements import find_statements
from selon.ingest.rows import read_rows
from selon.model.document import Document

FOUND = 0.3
"""Share of characters in common above which a statement is found (the scorer's own)."""


@dataclass(frozen=True)
class Item:
    """One statement, of gold or found: its row, and its characters as sets.

    `rule` names what found it, `part` where it stands; both are empty for gold.
    """

    row: Mapping[str, Any]
    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    rule: str = ""
    part: str = ""

    def overlap(self, other: Item) -> float:
        """Return the share of characters that the contents have in common."""
        return len(self.content & other.content) / len(self.content | other.content)


@dataclass(frozen=True)
class Beside:
    """One document with its gold, what was found, and the pairs (gold, found) that the scorer makes."""

    doc: Document
    gold: tuple[Item, ...]
    found: tuple[Item, ...]
    pairs: tuple[tuple[Item, Item], ...] = field(default=())

    @property
    def missed(self) -> tuple[Item, ...]:
        """Gold that no pair holds."""
        held = {id(g) for g, _ in self.pairs}
        return tuple(g for g in self.gold if id(g) not in held)

    @property
    def false(self) -> tuple[Item, ...]:
        """Statements found that no pair holds."""
        held = {id(p) for _, p in self.pairs}
        return tuple(p for p in self.found if id(p) not in held)


@cache
def scorer() -> ModuleType:
    """Return the scorer of the attribution sets as a module."""
    spec = importlib.util.spec_from_file_location("attribution_score", EVAL / "attribution/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def laid_beside(docs: Path, gold: Path, beliefs: bool) -> Iterator[Beside]:
    """Yield every document of a set with its gold and what selon finds, paired at FOUND."""
    by_doc: dict[str, list[Item]] = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").split("\n"):  # texts hold other line separators
        if line.strip():
            row = json.loads(line)
            by_doc[row["doc_id"]].append(item(row))
    for doc in read_rows(str(docs)):
        if isinstance(doc, Document):
            yield beside(doc, by_doc[doc.id], _found(doc, beliefs))


def beside(doc: Document, gold: Iterable[Item], found: Iterable[Item]) -> Beside:
    """Return gold and findings of one document, paired as the scorer pairs them."""
    ours, theirs = [g for g in gold if g.content], [p for p in found if p.content]
    rows = [[{"_c": set(i.content)} for i in items] for items in (ours, theirs)]
    pairs = tuple((ours[i], theirs[j]) for i, j, _ in scorer().ggt_pairs(*rows, FOUND))
    return Beside(doc, tuple(ours), tuple(theirs), pairs)


def _found(doc: Document, beliefs: bool) -> Iterator[Item]:
    for statement in find_statements(doc, beliefs=beliefs):
        part = statement.part.value if statement.part else ""
        yield item(statement_row(statement), statement.made.why, part)


def item(row: Mapping[str, Any], rule: str = "", part: str = "") -> Item:
    """Return one row of statements with its characters as sets."""
    content, source, cue = (_characters(row.get(k)) for k in ("content", "source", "cue"))
    return Item(row, content, source, cue, rule, part)


def _characters(spans: Any) -> frozenset[int]:
    if not spans:
        return frozenset()
    listed = [spans] if isinstance(spans[0], int) else spans
    return frozenset(at for a, b in listed for at in range(a, b))
