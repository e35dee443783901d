"""Comparisons of two texts that an earlier run made: what has not changed since is not done again.

A comparison depends on its two views and on the weights of words, on no third text. The weights of a large
dossier come from a sample of it (`reuse.weights`), so that most texts that are added leave them alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from selon.link.reuse.view import View, Views
from selon.model.passage import Compared, Passage, ReuseKind

Tell = Callable[[int, int], None]
"""Told how many comparisons of how many are done."""


@dataclass(frozen=True)
class Known:
    """What an earlier run found: its passages in one language, before anybody's judgement, and what it
    compared."""

    passages: Mapping[tuple[str, str], tuple[Passage, ...]] = field(default_factory=dict)
    compared: Mapping[str, Compared] = field(default_factory=dict)


NOTHING = Known()


def known(passages: Iterable[Passage], compared: Iterable[Compared]) -> Known:
    """Return what an earlier run found; translations are sought among all texts at once, each time."""
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind is not ReuseKind.translated:
            by_pair[passage.a, passage.b].append(passage)
    return Known({pair: tuple(p) for pair, p in by_pair.items()}, {c.doc: c for c in compared})


class Comparisons:
    """The comparisons of one run: recalled where they were made before, and noted for the next run."""

    def __init__(self, weights: str, before: Known) -> None:
        self._weights, self._before = weights, before
        self._views: dict[str, str] = {}
        self._partners: dict[str, list[str]] = defaultdict(list)

    def parted(self, pairs: Iterable[Views]) -> tuple[list[Passage], list[Views]]:
        """Note `pairs` (ids in order) as compared; return the passages of those known, and the rest."""
        known: list[Passage] = []
        new = []
        for a, b in pairs:
            self._partners[a.doc.id].append(b.doc.id)
            if all([self._unchanged(a), self._unchanged(b)]) and self._were_compared(a, b):
                known += self._before.passages.get((a.doc.id, b.doc.id), ())
            else:
                new.append((a, b))
        return known, new

    def _were_compared(self, a: View, b: View) -> bool:
        return b.doc.id in self._before.compared[a.doc.id].partners

    def _unchanged(self, view: View) -> bool:
        ident = view.doc.id
        if ident not in self._views:
            self._views[ident] = view.digest
        former = self._before.compared.get(ident)
        return former is not None and (former.view, former.weights) == (self._views[ident], self._weights)

    def made(self) -> tuple[Compared, ...]:
        """Return what was compared with what, by document."""
        return tuple(
            Compared(doc, view, self._weights, frozenset(self._partners.get(doc, ())))
            for doc, view in sorted(self._views.items())
        )
