"""The texts below one origin: who derives from whom, and on whose word the first ones speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from selon.model.claim import ChainLink, LinkHow
from selon.report.questions.case import Case
from selon.report.questions.paths import Path


def _weight(path: Path) -> int:
    """Of several ways from an article to an origin: a copy is told before a source, a source before none."""
    return 0 if len(path.texts) > 1 else 1 if path.named else 2


class Forest:
    """The texts below one origin: who derives from whom, and on whose word the first ones speak."""

    def __init__(self, case: Case, found: list[Path], roots: tuple[str, ...] = ()) -> None:
        self.case = case
        self._own: dict[str, Path] = {}
        self._through: dict[str, Path] = {}
        self._parent: dict[str, str] = {}
        for path in sorted(found, key=lambda p: (_weight(p), len(p.texts), case.order(p.doc))):
            self._own.setdefault(path.doc, path)
            for doc in path.texts:
                self._through.setdefault(doc, path)
        for path in self._own.values():
            for child, parent in zip(path.texts, path.texts[1:], strict=False):
                if child not in roots and not self._above(parent, child):
                    self._parent.setdefault(child, parent)

    def _above(self, doc: str, wanted: str) -> bool:
        at: str | None = doc
        while at is not None and at != wanted:
            at = self._parent.get(at)
        return at == wanted

    def path(self, doc: str) -> Path | None:
        """Return the way of an article itself, None for a text that only others lead to."""
        return self._own.get(doc)

    def hows(self, doc: str) -> tuple[LinkHow, ...]:
        """Return the kinds of step on the way from a text."""
        return (self._own.get(doc) or self._through[doc]).hows

    def _between(self, root: str) -> tuple[ChainLink, ...]:
        return (self._own.get(root) or self._through[root]).between

    @cached_property
    def _all_roots(self) -> list[str]:
        return sorted((d for d in self._through if d not in self._parent), key=self.case.order)

    def branches(self, prefix: tuple[str, ...]) -> Iterator[str | ChainLink]:
        """Yield the texts and the actors right below `prefix`, one a name, by their first texts."""
        depth = len(prefix)
        met: set[str] = set()
        for root in self._all_roots:
            chain = self._between(root)
            if tuple(a.name for a in chain[:depth]) != prefix:
                continue
            if len(chain) == depth:
                yield root
            elif chain[depth].name not in met:
                met.add(chain[depth].name)
                yield chain[depth]

    def _next(self, prefix: tuple[str, ...]) -> Iterable[ChainLink]:
        """The actors right below `prefix` in the chains of all texts."""
        for chain in map(self._between, self._own):
            names = tuple(a.name for a in chain)
            if names[: len(prefix)] == prefix and len(names) > len(prefix):
                yield chain[len(prefix)]

    def links(self, name: tuple[str, ...]) -> tuple[ChainLink, ...]:
        """Return the places that name the actor at the end of `name`."""
        at = len(name) - 1
        return tuple(dict.fromkeys(link for link in self._next(name[:-1]) if link.name == name[at]))

    def children(self, doc: str) -> tuple[str, ...]:
        """Return the texts that derive from `doc`, in the order of publication."""
        return self._children.get(doc, ())

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for child, parent in self._parent.items():
            found[parent].append(child)
        return {doc: tuple(sorted(below, key=self.case.order)) for doc, below in found.items()}
